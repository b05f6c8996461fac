import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { gapAnswers, ownShiftAnswer, seatAnswer, shiftAnswer } from "#lib/rotations/answers/watch-answers";
import { findRoster, listOwnShifts } from "#lib/rotations/roster-queries";
import type { Span } from "#lib/rotations/rotation";
import { findSeat, findServiceSeats } from "#lib/rotations/seat-queries";
import type { Ref } from "#lib/rotations/views";

/** Who stands watch, as the API says it. Each answer is undefined where nothing has, or had, the address. */

export async function findShiftsAnswer(viewer: Viewer, slug: string, window: Span) {
  const rotation = await findRotationRef(viewer, slug);
  if (!rotation) return undefined;
  const { shifts, gaps } = await findRoster(viewer, rotation.id, window);
  return { shifts: shifts.map(shiftAnswer), gaps: gapAnswers(gaps) };
}

export async function findOnCallAnswer(viewer: Viewer, slug: string, at: Temporal.Instant) {
  const rotation = await findRotationRef(viewer, slug);
  return rotation && seatAnswer(await findSeat(viewer, rotation, at));
}

export async function findServiceOnCallAnswer(viewer: Viewer, slug: string, at: Temporal.Instant) {
  const service = await idAt(viewer, sql`services`, sql`slug`, "service", slug);
  if (!service) return undefined;
  const { delivery, backup, ops } = await findServiceSeats(viewer, service, at);
  return { delivery: seatAnswer(delivery), backup: backup && seatAnswer(backup), ops: seatAnswer(ops) };
}

/** `address` is an e-mail, or the handle of somebody without one. */
export async function findPersonShiftsAnswer(viewer: Viewer, address: string, window: Span) {
  const column = address.includes("@") ? sql`email` : sql`handle`;
  const person = await idAt(viewer, sql`people`, column, "person", address);
  return person && { shifts: (await listOwnShifts(viewer, person, window)).map(ownShiftAnswer) };
}

/** The rotation at this address, former ones included; undefined when there is none. */
export async function findRotationRef(viewer: Viewer, slug: string): Promise<(Ref & { id: string }) | undefined> {
  const id = await idAt(viewer, sql`rotations`, sql`slug`, "rotation", slug);
  if (!id) return undefined;
  const [rotation] = await readRows<Ref & { id: string }>(
    sql`select id, slug, name from rotations where id = ${id}::uuid`,
  );
  return rotation;
}

async function idAt(
  viewer: Viewer,
  table: SQL,
  column: SQL,
  noun: "service" | "person" | "rotation",
  address: string,
): Promise<string | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<{ id: string }>(sql`
    select id from ${table} where ${column} = ${address}
    union all
    select thing from former_addresses where noun = ${noun} and address = ${address}
    limit 1`);
  return row?.id;
}
