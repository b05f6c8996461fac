import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { managerTellings, people } from "#db/schema";
import { leaveAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changedFields, changesOf } from "#lib/changes";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { healReferences } from "#lib/imports/references";
import { tellPeople } from "#lib/notifications/news/tell-people";
import { isRegionKnown } from "#lib/people/holiday-queries";
import type { ChangeEmailInput, CreatePersonInput, EditPersonInput, PersonFacts } from "#lib/people/inputs";
import { type LockedPerson, lockPerson, namedPerson } from "#lib/people/locks";
import { refusingOwnManagement } from "#lib/teams/management";

/** Adds a person, who can then sign in with that e-mail. Returns their address. Throws Forbidden, Conflict. */
export function createPerson(viewer: Viewer, input: CreatePersonInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => addressOf(await createPersonIn(tx, viewer, input, at)));
}

export async function createPersonIn(
  tx: Tx,
  viewer: Viewer,
  input: CreatePersonInput,
  at: Temporal.Instant,
): Promise<LockedPerson> {
  authorize(viewer, "person:create");
  await refuseUnknownRhythm({ wakesAt: null, sleepsAt: null }, input);
  const [person] = await tx
    .insert(people)
    .values({ ...input, createdAt: at })
    .returning()
    .catch(refuseTaken(input));
  if (!person) throw new Error("The database returned no person.");
  await recordEvent(tx, viewer, at, { kind: "person.created", person: namedPerson(person), about: [person.id] });
  await refusingOwnManagement(tx, viewer, null, async () => {
    for (const name of [input.handle, input.email]) {
      if (name) await healReferences(tx, viewer, `user:${name}`, { personId: person.id }, at);
    }
  });
  return person;
}

/** Changes what is said of a person; fields left out stay. Returns their address. Throws NotFound, Forbidden. */
export function editPerson(
  viewer: Viewer,
  { person: address, ...facts }: EditPersonInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, address);
    await editPersonIn(tx, viewer, person, facts, at);
    return addressOf(person);
  });
}

export async function editPersonIn(
  tx: Tx,
  viewer: Viewer,
  person: LockedPerson,
  facts: PersonFacts,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "person:edit", { personId: person.id });
  await refuseUnknownRhythm(person, facts);
  const changes = changesOf<PersonFacts>(person, facts);
  if (changes.length === 0) return false;
  await tx.update(people).set(changedFields<PersonFacts>(changes)).where(eq(people.id, person.id));
  const after = { ...person, name: facts.name ?? person.name };
  await recordEvent(tx, viewer, at, { kind: "person.edited", person: namedPerson(after), changes, about: [person.id] });
  return true;
}

/**
 * Gives a person another e-mail address, with which they sign in from now on; the old one leads to the new. Only
 * administrators: whoever could take an address of their choice could wait in it for somebody else's rights.
 * Throws NotFound, Forbidden, Conflict.
 */
export function changeEmail(viewer: Viewer, input: ChangeEmailInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, input.person);
    authorize(viewer, "person:administer", { personId: person.id });
    const { email } = input;
    if (email === person.email) return email;
    await tx.update(people).set({ email }).where(eq(people.id, person.id)).catch(refuseTaken({ email }));
    if (person.email) await leaveAddress(tx, "person", person.id, person.email, email, at);
    await tellOfNewAddress(tx, viewer, person, email, at);
    const changes = [{ field: "email", before: person.email, after: email }];
    await recordEvent(tx, viewer, at, {
      kind: "person.edited",
      person: namedPerson({ ...person, email }),
      changes,
      about: [person.id],
    });
    return email;
  });
}

/**
 * Whoever signs in with the new address may be somebody else, so the person hears of it, and those whom they manage are
 * told of their manager anew before another record is opened.
 */
async function tellOfNewAddress(tx: Tx, viewer: Viewer, { id }: LockedPerson, email: string, at: Temporal.Instant) {
  await tx
    .update(managerTellings)
    .set({ endedAt: at })
    .where(and(eq(managerTellings.managerId, id), isNull(managerTellings.endedAt)));
  if (viewer.personId === id) return;
  const message = () => ({
    subject: "You sign in with another address now",
    lines: [`${viewer.name} changed your e-mail address to ${email}.`, "If that is not yours, speak to them at once."],
    path: `/people/${encodeURIComponent(email)}/history`,
  });
  await tellPeople(tx, [{ personId: id, kind: "notice", key: `address ${at}`, message }], at);
}

type WakingHours = Pick<LockedPerson, "wakesAt" | "sleepsAt">;

/** Waking hours are whole, and of a region the holidays are known. Throws Invalid naming the field. */
async function refuseUnknownRhythm(present: WakingHours, facts: PersonFacts): Promise<void> {
  const wakesAt = facts.wakesAt === undefined ? present.wakesAt : facts.wakesAt;
  const sleepsAt = facts.sleepsAt === undefined ? present.sleepsAt : facts.sleepsAt;
  const missing = sleepsAt === null ? "sleepsAt" : "wakesAt";
  if ((wakesAt === null) !== (sleepsAt === null)) throw new Invalid("Give both times, or neither.", missing);
  if (wakesAt !== null && wakesAt === sleepsAt) throw new Invalid("Use two different times.", "sleepsAt");
  if (facts.holidayRegion && !(await isRegionKnown(facts.holidayRegion)))
    throw new Invalid("The public holidays of this region are not known here.", "holidayRegion");
}

const addressOf = (person: LockedPerson) => namedPerson(person).slug;

const refuseTaken =
  ({ email, handle }: { email: string; handle?: string | undefined }) =>
  (error: unknown) => {
    const constraint = violatedConstraint(error);
    if (constraint === "people_email_unique") throw new Conflict(`Somebody has the address ${email} already.`, "email");
    if (constraint === "people_handle_unique") throw new Conflict(`Somebody is called “${handle}” already.`, "handle");
    throw error;
  };
