import "server-only";
import { eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { escalationPaths, rotations, services } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Invalid } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import type { EscalationInput, SetEscalationInput } from "#lib/rotations/inputs";
import { type LockedRotation, namedRotation, requireRotation } from "#lib/rotations/locks";
import type { OneService } from "#lib/services/inputs";
import { type LockedService, lockService, named } from "#lib/services/locks";
import { teamsOf } from "#lib/services/permissions";

/**
 * Says who is paged for a service, in which order; a field left out keeps its value, null takes a rotation away.
 * Returns the service's slug. Throws NotFound, Forbidden, Invalid naming the field.
 */
export function setEscalation(
  viewer: Viewer,
  { service: slug, ...wish }: SetEscalationInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    await setEscalationIn(tx, viewer, service, wish, at);
    return service.slug;
  });
}

/** Leaves the service to its teams' default rotations. Returns its slug. Throws NotFound, Forbidden. */
export function clearEscalation(viewer: Viewer, { service: slug }: OneService, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, slug);
    await setEscalationIn(tx, viewer, service, null, at);
    return service.slug;
  });
}

type Path = typeof escalationPaths.$inferSelect;
type Seat = (typeof seats)[number];
type Seats = Record<Seat, LockedRotation | null>;
type Minutes = Pick<Path, (typeof timers)[number]>;

const seats = ["delivery", "backup", "ops"] as const;
const timers = ["backupAfterMinutes", "opsAfterMinutes", "leadAfterMinutes"] as const;
const column = { delivery: "deliveryRotationId", backup: "backupRotationId", ops: "opsRotationId" } as const;

/**
 * Gives a locked service the escalation path that is wished for, none where that is null. True when anything changed.
 * `within` is where the wish stands in what was sent. Throws Forbidden, Invalid naming the field.
 */
export async function setEscalationIn(
  tx: Tx,
  viewer: Viewer,
  service: LockedService,
  wish: Partial<EscalationInput> | null,
  at: Temporal.Instant,
  within = "",
): Promise<boolean> {
  const [present] = await tx.select().from(escalationPaths).where(eq(escalationPaths.serviceId, service.id));
  const before = present && (await seatsOf(tx, present));
  const after = wish && (await wishedSeats(tx, wish, before, within));
  const minutes = wish && minutesOf(wish, present);
  const changes = [...seatChanges(before, after), ...minuteChanges(present, minutes)];
  if (changes.length === 0) return false;

  authorize(viewer, "escalation:edit", teamsOf(service));
  if (after && minutes) await writePath(tx, service, after, minutes, at);
  else await tx.delete(escalationPaths).where(eq(escalationPaths.serviceId, service.id));
  await tx.update(services).set({ changedAt: at }).where(eq(services.id, service.id));
  const concerned = [before, after].flatMap((path) => (path ? seats.map((seat) => path[seat]) : []));
  await recordEvent(tx, viewer, at, {
    kind: "escalation.changed",
    service: named(service),
    changes,
    about: [service.id, service.deliveryTeamId, service.opsTeamId, ...concerned.map((rotation) => rotation?.id)],
  });
  return true;
}

async function seatsOf(tx: Tx, path: Path): Promise<Seats> {
  const ids = seats.flatMap((seat) => path[column[seat]] ?? []);
  const rows = await tx.select().from(rotations).where(inArray(rotations.id, ids));
  const find = (seat: Seat) => rows.find(({ id }) => id === path[column[seat]]) ?? null;
  return { delivery: find("delivery"), backup: find("backup"), ops: find("ops") };
}

/** The rotations that are wished for, kept alive in one order for everybody; a seat left out keeps its rotation. */
async function wishedSeats(
  tx: Tx,
  wish: Partial<EscalationInput>,
  before: Seats | undefined,
  within: string,
): Promise<Seats> {
  const after: Seats = { delivery: null, backup: null, ops: null, ...before };
  const pathOf = (seat: Seat) => (within ? `${within}.${seat}` : seat);
  const wishes = seats.flatMap((seat) => (wish[seat] === undefined ? [] : [{ seat, slug: wish[seat] }]));
  for (const { seat, slug } of wishes.toSorted((one, other) => ((one.slug ?? "") < (other.slug ?? "") ? -1 : 1))) {
    // A path that names a retired rotation may be sent again as a reader was shown it.
    if (slug === before?.[seat]?.slug) continue;
    after[seat] = slug === null ? null : await requireRotation(tx, slug, pathOf(seat));
  }
  if (!after.delivery) throw new Invalid("Name the delivery rotation.", pathOf("delivery"));
  if (after.backup && after.backup.id === after.delivery.id)
    throw new Invalid("The backup has to be another rotation than the delivery rotation.", pathOf("backup"));
  return after;
}

function minutesOf(wish: Partial<EscalationInput>, present: Path | undefined): Minutes {
  const wished = (timer: keyof Minutes) => wish[timer] ?? present?.[timer] ?? usual[timer];
  return {
    backupAfterMinutes: wished("backupAfterMinutes"),
    opsAfterMinutes: wished("opsAfterMinutes"),
    leadAfterMinutes: wished("leadAfterMinutes"),
  };
}

/** The timers of a path that names none. */
const usual: Minutes = { backupAfterMinutes: 5, opsAfterMinutes: 15, leadAfterMinutes: 30 };

function seatChanges(before: Seats | undefined, after: Seats | null): FieldChange[] {
  return seats
    .filter((seat) => before?.[seat]?.id !== after?.[seat]?.id)
    .map((seat) => ({ field: seat, before: shown(before?.[seat]), after: shown(after?.[seat]) }));
}

function minuteChanges(before: Minutes | undefined, after: Minutes | null): FieldChange[] {
  return timers
    .filter((timer) => (before?.[timer] ?? usual[timer]) !== (after?.[timer] ?? usual[timer]))
    .map((timer) => ({ field: timer, before: before?.[timer] ?? null, after: after?.[timer] ?? null }));
}

const shown = (rotation: LockedRotation | null | undefined) => (rotation ? namedRotation(rotation) : null);

async function writePath(
  tx: Tx,
  service: LockedService,
  { delivery, backup, ops }: Seats,
  minutes: Minutes,
  changedAt: Temporal.Instant,
): Promise<void> {
  if (!delivery) throw new Error("An escalation path has no delivery rotation.");
  const path = {
    deliveryRotationId: delivery.id,
    backupRotationId: backup?.id ?? null,
    opsRotationId: ops?.id ?? null,
    ...minutes,
    changedAt,
  };
  await tx
    .insert(escalationPaths)
    .values({ serviceId: service.id, ...path })
    .onConflictDoUpdate({ target: escalationPaths.serviceId, set: path });
}
