import { criteria, criterionLinks, managerTellings, recordNotes, recordReads, recordShares } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, fixtures, longAgo, record } from "#db/seed/history";
import type { Person } from "#db/seed/people";
import type { Team } from "#db/seed/teams";

/** `person` is told that `manager` is a manager of theirs. */
export function tellOfManager(
  draft: Draft,
  person: { id: string },
  { manager, endedAt = null }: { manager: { id: string }; endedAt?: Temporal.Instant | null },
  at = longAgo,
): void {
  const telling = { id: crypto.randomUUID(), personId: person.id, managerId: manager.id, toldAt: at, endedAt };
  draft.add(managerTellings, telling);
}

/** A person's own words to a line of their record, e.g. `alert:` and its id, or to the whole of it. */
export function noteOnRecord(
  draft: Draft,
  person: Person,
  { line = null, text }: { line?: string | null; text: string },
  at = longAgo,
): void {
  draft.add(recordNotes, { id: crypto.randomUUID(), personId: person.id, line, text, writtenAt: at });
}

type Sharing = { reader: Person; withdrawnAt?: Temporal.Instant | null };

/** `person` lets `reader` read their record. */
export function shareRecord(
  draft: Draft,
  person: Person,
  { reader, withdrawnAt = null }: Sharing,
  at = longAgo,
): Row<typeof recordShares> {
  const share = { id: crypto.randomUUID(), personId: person.id, readerId: reader.id, sharedAt: at, withdrawnAt };
  draft.add(recordShares, share);
  return share;
}

type Reading = { reader: Person; team?: Team; way?: Row<typeof recordReads>["way"] };

/** `reader` opens the record of `person`: as the manager of `team`, or without one because it was shared. */
export function readRecord(
  draft: Draft,
  person: Person,
  { reader, team, way = "screen" }: Reading,
  at = longAgo,
): void {
  const right = team ? ("manager" as const) : ("shared" as const);
  const read = { id: crypto.randomUUID(), personId: person.id, readerId: reader.id, right, way, at };
  draft.add(recordReads, { ...read, teamId: team?.id ?? null });
}

export type Criterion = Row<typeof criteria>;

type CriterionFacts = Partial<Pick<Criterion, "level" | "text" | "position" | "retiredAt">> & { by?: Actor };

/** What the organisation expects of a level. */
export function draftCriterion(
  draft: Draft,
  { by = fixtures, ...facts }: CriterionFacts = {},
  at = longAgo,
): Criterion {
  const said = { level: "Senior", text: "Stands in a rotation of a service they build.", position: 1, ...facts };
  const criterion = { id: crypto.randomUUID(), retiredAt: null, ...said, createdAt: at, changedAt: at };
  draft.add(criteria, criterion);
  record(draft, at, by, [criterion.id], { kind: "criterion.written", level: criterion.level, text: criterion.text });
  return criterion;
}

type Link = { person: Person; line: string; by?: Person };

/** A line of a record is pointed out as one that speaks to `criterion`, by its person unless said otherwise. */
export function linkCriterion(
  draft: Draft,
  criterion: Criterion,
  { person, line, by = person }: Link,
  at = longAgo,
): void {
  draft.add(criterionLinks, { criterionId: criterion.id, personId: person.id, line, byId: by.id, at });
}
