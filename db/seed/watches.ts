import { escalationPaths, handoffNotes, readinessMarks, services, shadows } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, changesOf, fixtures, idOf, longAgo, named, type ReadinessItem, record } from "#db/seed/history";
import { namedPerson, type Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { Service } from "#db/seed/services";

type By = { by?: Actor };
type Shadow = By & { person: Person; from: Temporal.Instant; to: Temporal.Instant };

/** `person` stands the watch over `[from, to)` beside whoever holds it. */
export function draftShadow(
  draft: Draft,
  rotation: Rotation,
  { person, from, to, by = person }: Shadow,
  at = longAgo,
): Row<typeof shadows> {
  const shadow = {
    id: crypto.randomUUID(),
    rotationId: rotation.id,
    personId: person.id,
    startsAt: from,
    endsAt: to,
    createdAt: at,
    createdById: idOf(by),
  };
  draft.add(shadows, shadow);
  const detail = { rotation: named(rotation), person: namedPerson(person), from: from.toString(), to: to.toString() };
  record(draft, at, by, [rotation.id, rotation.teamId, person.id], { kind: "shadow.joined", ...detail });
  return shadow;
}

/** What `person` has made sure of before a first watch. */
export function markReady(
  draft: Draft,
  rotation: Rotation,
  { person, item }: { person: Person; item: ReadinessItem },
  at = longAgo,
): void {
  draft.add(readinessMarks, { rotationId: rotation.id, personId: person.id, item, markedAt: at });
  const detail = { rotation: named(rotation), person: namedPerson(person), item };
  record(draft, at, person, [rotation.id, rotation.teamId, person.id], { kind: "readiness.marked", ...detail });
}

type Note = {
  /** Who hands over. */
  from: Person;
  handoffAt: Temporal.Instant;
  openAlerts?: string;
  worries?: string;
  tryFirst?: string;
  read?: { by: Person; at: Temporal.Instant };
};

/** What `from` leaves for the next one at the handoff, written at `at`. */
export function draftHandoffNote(
  draft: Draft,
  rotation: Rotation,
  { from, handoffAt, read, ...words }: Note,
  at = longAgo,
): Row<typeof handoffNotes> {
  const note = {
    id: crypto.randomUUID(),
    rotationId: rotation.id,
    handoffAt,
    fromPersonId: from.id,
    openAlerts: words.openAlerts ?? null,
    worries: words.worries ?? null,
    tryFirst: words.tryFirst ?? null,
    writtenAt: at,
    readAt: read?.at ?? null,
    readById: read?.by.id ?? null,
  };
  draft.add(handoffNotes, note);
  const detail = { rotation: named(rotation), person: namedPerson(from), at: handoffAt.toString() };
  record(draft, at, from, [rotation.id, rotation.teamId, from.id], { kind: "handoff.noted", ...detail });
  return note;
}

type Minutes = Pick<Row<typeof escalationPaths>, "backupAfterMinutes" | "opsAfterMinutes" | "leadAfterMinutes">;
type Path = By & Partial<Minutes> & { delivery: Rotation; backup?: Rotation; ops?: Rotation };

const usual: Minutes = { backupAfterMinutes: 5, opsAfterMinutes: 15, leadAfterMinutes: 30 };

/** Who is paged for a service that had no path before, in which order. */
export function draftEscalation(
  draft: Draft,
  service: Service,
  { delivery, backup, ops, by = fixtures, ...minutes }: Path,
  at = longAgo,
): Row<typeof escalationPaths> {
  const path = {
    serviceId: service.id,
    deliveryRotationId: delivery.id,
    backupRotationId: backup?.id ?? null,
    opsRotationId: ops?.id ?? null,
    ...usual,
    ...minutes,
    changedAt: at,
  };
  draft.add(escalationPaths, path);
  if (Temporal.Instant.compare(service.changedAt, at) < 0) draft.change(services, service, { changedAt: at });
  const seats = Object.entries({ delivery, backup, ops }).flatMap(([field, rotation]) =>
    rotation ? [{ field, before: null, after: named(rotation) }] : [],
  );
  const about = [service.id, service.deliveryTeamId, service.opsTeamId, delivery.id, backup?.id, ops?.id];
  const timers = changesOf(usual, minutes).map((change) => ({ ...change, before: null }));
  const detail = { service: named(service), changes: [...seats, ...timers] };
  record(draft, at, by, about, { kind: "escalation.changed", ...detail });
  return path;
}
