import { asc, eq } from "drizzle-orm";
import { db, inTransaction } from "#db/client";
import { overrides } from "#db/schema";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { standingIn } from "#lib/rotations/held-spans";

// What the tests of the commands that change a watch share. Weeks of `given.rotation` begin on Mondays at 09:00 UTC in
// winter: from 2 March 2026 on the lead, then `member`, then `other`.

export const monday = Temporal.Instant.from("2026-03-02T09:00:00Z");
/** `hours` after Monday, 2 March 2026, 09:00 UTC. */
export const after = (hours: number) => monday.add({ hours });
export const day = 24;
export const week = 7 * day;

export async function viewerOf(person: Person, at = monday): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

export const addressOf = (person: Person) => person.email ?? person.handle ?? "";

/** Who stands watch, in hours after that Monday, as in `["lead 0–24", "nobody 24–30"]`. */
export async function stood(
  rotation: Rotation,
  names: Record<string, Person>,
  [from, to]: [number, number] = [0, 3 * week],
): Promise<string[]> {
  const window = { from: after(from), to: after(to) };
  const { roster } = await inTransaction((tx) => standingIn(tx, rotation.id, window));
  const nameOf = (id: string) => Object.entries(names).find(([, person]) => person.id === id)?.[0] ?? "a stranger";
  const pieces = [
    ...roster.shifts.map((shift) => ({ ...shift, who: nameOf(shift.person) })),
    ...roster.gaps.map((gap) => ({ ...gap, who: "nobody" })),
  ].toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
  const lines: { who: string; from: number; to: number }[] = [];
  for (const { who, from: begin, to: end } of pieces) {
    const last = lines.at(-1);
    if (last?.who === who) last.to = hoursOf(end);
    else lines.push({ who, from: hoursOf(begin), to: hoursOf(end) });
  }
  return lines.map(({ who, from: begin, to: end }) => `${who} ${begin}–${end}`);
}

export const hoursOf = (at: Temporal.Instant) => at.since(monday).total("hours");

/** The overrides of a rotation as they are stored, in order. */
export const storedOverrides = (rotation: Rotation) =>
  db().select().from(overrides).where(eq(overrides.rotationId, rotation.id)).orderBy(asc(overrides.startsAt));
