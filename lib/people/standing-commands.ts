import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { apiTokens, deactivations, people } from "#db/schema";
import { signOutEverywhere } from "#lib/auth/commands";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict } from "#lib/errors";
import { type EventInput, recordEvent, recordEvents } from "#lib/events";
import type { OnePerson } from "#lib/people/inputs";
import { type LockedPerson, lockPerson, namedPerson } from "#lib/people/locks";

/**
 * Shuts a person out at once: their sessions end and their API tokens are revoked, also for when they come back. They
 * stay in their teams, shown as deactivated, so that every watch they leave open is seen. Throws NotFound, Forbidden,
 * Conflict for the last administrator.
 */
export function deactivatePerson(viewer: Viewer, input: OnePerson, at = now()): Promise<string> {
  return change(input, (tx, person) => deactivatePersonIn(tx, viewer, person, at));
}

/** Lets a deactivated person in again, with what they had but their sessions and tokens. Throws NotFound, Forbidden. */
export function reactivatePerson(viewer: Viewer, input: OnePerson, at = now()): Promise<string> {
  return change(input, (tx, person) => reactivatePersonIn(tx, viewer, person, at));
}

/** Makes a person an administrator. No import does that. Throws NotFound, Forbidden, Conflict. */
export function makeAdministrator(viewer: Viewer, input: OnePerson, at = now()): Promise<string> {
  return change(input, async (tx, person) => {
    authorize(viewer, "person:administer", { personId: person.id });
    if (person.isAdministrator) return;
    if (person.deactivatedAt) throw new Conflict(`${person.name} is deactivated: reactivate them first.`);
    if (!person.email) throw new Conflict(`${person.name} has no e-mail address, so they could not sign in.`);
    await tx.update(people).set({ isAdministrator: true }).where(eq(people.id, person.id));
    await recordEvent(tx, viewer, at, { ...about(person), kind: "person.made-administrator" });
  });
}

/** Ends a person's administration, never that of the last administrator. Throws NotFound, Forbidden, Conflict. */
export function withdrawAdministrator(viewer: Viewer, input: OnePerson, at = now()): Promise<string> {
  return change(input, async (tx, person) => {
    authorize(viewer, "person:administer", { personId: person.id });
    if (!person.isAdministrator) return;
    await refuseLastAdministrator(tx, person);
    await tx.update(people).set({ isAdministrator: false }).where(eq(people.id, person.id));
    await recordEvent(tx, viewer, at, { ...about(person), kind: "person.no-longer-administrator" });
  });
}

/** Ends every session of a person. Throws NotFound, Forbidden. */
export async function signOutPerson(viewer: Viewer, input: OnePerson, at = now()): Promise<string> {
  const person = await inTransaction((tx) => lockPerson(tx, input.person));
  await signOutEverywhere(viewer, person.id, at);
  return namedPerson(person).slug;
}

export async function deactivatePersonIn(
  tx: Tx,
  viewer: Viewer,
  person: LockedPerson,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "person:administer", { personId: person.id });
  if (person.deactivatedAt) return false;
  if (person.isAdministrator) await refuseLastAdministrator(tx, person);
  await tx.update(people).set({ deactivatedAt: at, signedOutAt: at }).where(eq(people.id, person.id));
  await tx.insert(deactivations).values({ personId: person.id, startsAt: at });
  await recordEvents(tx, viewer, at, [
    { ...about(person), kind: "person.deactivated" },
    ...(await revokeTokens(tx, person, at)),
  ]);
  return true;
}

export async function reactivatePersonIn(
  tx: Tx,
  viewer: Viewer,
  person: LockedPerson,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "person:administer", { personId: person.id });
  if (!person.deactivatedAt) return false;
  await tx.update(people).set({ deactivatedAt: null }).where(eq(people.id, person.id));
  await tx
    .update(deactivations)
    .set({ endsAt: sql`greatest(${deactivations.startsAt}, ${at.toString()}::timestamptz)` })
    .where(and(eq(deactivations.personId, person.id), isNull(deactivations.endsAt)));
  await recordEvent(tx, viewer, at, { ...about(person), kind: "person.reactivated" });
  return true;
}

/** Lets one transaction at a time lessen the administrators; taken before any person's row. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.administrators'))`);
}

function change(input: OnePerson, work: (tx: Tx, person: LockedPerson) => Promise<unknown>): Promise<string> {
  return inTransaction(async (tx) => {
    await lockAdministrators(tx);
    const person = await lockPerson(tx, input.person);
    await work(tx, person);
    return namedPerson(person).slug;
  });
}

async function refuseLastAdministrator(tx: Tx, person: LockedPerson): Promise<void> {
  const isAnother = and(eq(people.isAdministrator, true), isNull(people.deactivatedAt), ne(people.id, person.id));
  const [another] = await tx.select({ id: people.id }).from(people).where(isAnother).limit(1);
  if (!another) {
    throw new Conflict(`${person.name} is the only administrator: make somebody else one first.`);
  }
}

async function revokeTokens(tx: Tx, person: LockedPerson, at: Temporal.Instant): Promise<EventInput[]> {
  const revoked = await tx
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.personId, person.id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id, name: apiTokens.name, scope: apiTokens.scope });
  return revoked.map(({ id, name, scope }) => ({
    kind: "token.revoked",
    token: name,
    scope,
    owner: namedPerson(person),
    about: [id, person.id],
  }));
}

const about = (person: LockedPerson) => ({ person: namedPerson(person), about: [person.id] });
