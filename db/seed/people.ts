import { absences, deactivations, people, recentThings } from "#db/schema";
import type { Draft, Row } from "#db/seed/draft";
import { type Actor, changesOf, fixtures, idOf, longAgo, type Named, record } from "#db/seed/history";
import { personName, slugOf, uniqueName } from "#db/seed/names";

export type Person = Row<typeof people>;
type PersonFacts = Partial<Omit<Person, "createdAt">> & { by?: Actor };

/** A person as events name them: by e-mail, or by handle without one. */
export const namedPerson = ({ email, handle, name }: Person): Named => ({ slug: email ?? handle ?? "", name });

export function draftPerson(draft: Draft, { by = fixtures, ...facts }: PersonFacts = {}, at = longAgo): Person {
  const name = facts.name ?? uniqueName(personName);
  const person = {
    id: crypto.randomUUID(),
    name,
    email: facts.handle ? null : `${slugOf(name).replaceAll("-", ".")}@harbour.example`,
    handle: null,
    title: null,
    timeZone: "Europe/Lisbon",
    wakesAt: null,
    sleepsAt: null,
    holidayRegion: null,
    isAdministrator: false,
    deactivatedAt: null,
    signedOutAt: null,
    ...facts,
    createdAt: at,
  };
  draft.add(people, person);
  if (person.deactivatedAt) beginDeactivation(draft, person, person.deactivatedAt);
  record(draft, at, by, [person.id], { kind: "person.created", person: namedPerson(person) });
  if (person.isAdministrator) recordAdministrator(draft, person, by, at);
  return person;
}

type By = { by?: Actor };

export function makeAdministrator(draft: Draft, person: Person, { by = fixtures }: By = {}, at = longAgo): void {
  draft.change(people, person, { isAdministrator: true });
  recordAdministrator(draft, person, by, at);
}

function recordAdministrator(draft: Draft, person: Person, by: Actor, at: Temporal.Instant): void {
  record(draft, at, by, [person.id], { kind: "person.made-administrator", person: namedPerson(person) });
}

export function editPerson(draft: Draft, person: Person, { by = fixtures, ...patch }: PersonFacts, at = longAgo): void {
  const changes = changesOf(person, patch);
  draft.change(people, person, patch);
  record(draft, at, by, [person.id], { kind: "person.edited", person: namedPerson(person), changes });
}

/** The person can no longer sign in. Their memberships stay, as they do when an administrator does it. */
export function deactivatePerson(draft: Draft, person: Person, { by = fixtures }: By = {}, at = longAgo): void {
  draft.change(people, person, { deactivatedAt: at });
  beginDeactivation(draft, person, at);
  record(draft, at, by, [person.id], { kind: "person.deactivated", person: namedPerson(person) });
}

function beginDeactivation(draft: Draft, person: Person, at: Temporal.Instant): void {
  draft.add(deactivations, { id: crypto.randomUUID(), personId: person.id, startsAt: at, endsAt: null });
}

type Away = By & { from: Temporal.Instant; to: Temporal.Instant; reason?: string };

/** The person is away over `[from, to)`. Of that the history tells nothing: it is theirs to tell, and to erase. */
export function draftAbsence(
  draft: Draft,
  person: Person,
  { from, to, reason, by = person }: Away,
  at = longAgo,
): Row<typeof absences> {
  const absence = {
    id: crypto.randomUUID(),
    personId: person.id,
    startsAt: from,
    endsAt: to,
    reason: reason ?? null,
    createdAt: at,
    createdById: idOf(by),
  };
  draft.add(absences, absence);
  return absence;
}

type Seen = { noun: "service" | "team" | "person" | "rotation"; thing: { id: string } };

export function rememberSeen(draft: Draft, person: Person, { noun, thing }: Seen, at = longAgo): void {
  draft.add(recentThings, { personId: person.id, noun, thing: thing.id, seenAt: at });
}
