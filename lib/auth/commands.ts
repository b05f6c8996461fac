import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { apiTokens, people } from "#db/schema";
import type { CreateTokenInput, PrintTokenInput } from "#lib/auth/inputs";
import { authorize, type TokenScope, type Viewer } from "#lib/auth/policy";
import { newTokenText, tokenHash, tokenHint } from "#lib/auth/token-text";
import { now } from "#lib/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { namedPerson } from "#lib/people/locks";

/** A new token; `text` is the secret, which nobody can read again. */
export type NewToken = { name: string; text: string; expiresAt: string | null };

/** A token that speaks for the viewer. Throws Forbidden. */
export function createOwnToken(viewer: Viewer, input: CreateTokenInput, at = now()): Promise<NewToken> {
  return inTransaction(async (tx) => {
    authorize(viewer, "token:own", { personId: viewer.personId });
    return insertToken(tx, viewer, { ...input, expiresAt: expiry(input.days, at), personId: viewer.personId }, at);
  });
}

/** A token that speaks for no person. Throws Forbidden. */
export function createServiceToken(viewer: Viewer, input: CreateTokenInput, at = now()): Promise<NewToken> {
  return inTransaction(async (tx) => {
    authorize(viewer, "token:administer");
    return insertToken(tx, viewer, { ...input, expiresAt: expiry(input.days, at), personId: null }, at);
  });
}

/** What `npm run token` does: a service token, or the own token of the person with this address. Throws Invalid, Forbidden. */
export function printToken(viewer: Viewer, { name, scope, person }: PrintTokenInput, at = now()): Promise<NewToken> {
  return inTransaction(async (tx) => {
    if (viewer.kind !== "system") throw new Forbidden("Only whoever runs the server can do this, on its command line.");
    const personId = person === undefined ? null : await activePersonId(tx, person);
    return insertToken(tx, viewer, { name, scope, personId, expiresAt: null }, at);
  });
}

/** Ends a token at once: one's own, or a service token. Returns its name. Throws NotFound, Forbidden, Conflict. */
export function revokeToken(viewer: Viewer, id: string, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const [token] = await tx.select().from(apiTokens).where(eq(apiTokens.id, id)).for("update");
    // Whether somebody else has a token is not for everybody to find out.
    if (!token || (token.personId && token.personId !== viewer.personId)) throw new NotFound("There is no such token.");
    if (token.personId) authorize(viewer, "token:own", token);
    else authorize(viewer, "token:administer");
    if (token.revokedAt) throw new Conflict("This token is revoked already.");

    await tx.update(apiTokens).set({ revokedAt: at }).where(eq(apiTokens.id, id));
    const owner = await ownerOf(tx, token.personId);
    const about = [token.id, token.personId];
    await recordEvent(tx, viewer, at, { kind: "token.revoked", about, token: token.name, scope: token.scope, owner });
    return token.name;
  });
}

/** Ends every session of a person, by default the viewer's own. Throws NotFound, Forbidden. */
export function signOutEverywhere(viewer: Viewer, personId = viewer.personId, at = now()): Promise<void> {
  return inTransaction(async (tx) => {
    if (!personId) throw new NotFound("There is no such person.");
    authorize(viewer, "person:sign-out", { personId });
    const [person] = await tx.update(people).set({ signedOutAt: at }).where(eq(people.id, personId)).returning();
    if (!person) throw new NotFound("There is no such person.");
    const about = [person.id];
    await recordEvent(tx, viewer, at, { kind: "person.signed-out-everywhere", about, person: namedPerson(person) });
  });
}

type TokenFacts = { name: string; scope: TokenScope; personId: string | null; expiresAt: Temporal.Instant | null };

async function insertToken(tx: Tx, viewer: Viewer, facts: TokenFacts, at: Temporal.Instant): Promise<NewToken> {
  const { name, scope, personId, expiresAt } = facts;
  const text = newTokenText();
  const [token] = await tx
    .insert(apiTokens)
    .values({
      ...{ name, scope, personId, expiresAt, createdAt: at, createdById: viewer.personId },
      ...{ hash: tokenHash(text), hint: tokenHint(text) },
    })
    .returning({ id: apiTokens.id });
  const owner = await ownerOf(tx, personId);
  await recordEvent(tx, viewer, at, { kind: "token.created", about: [token?.id, personId], token: name, scope, owner });
  return { name, text, expiresAt: expiresAt?.toString() ?? null };
}

async function ownerOf(tx: Tx, personId: string | null) {
  if (!personId) return null;
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  return person ? namedPerson(person) : null;
}

async function activePersonId(tx: Tx, email: string): Promise<string> {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt)));
  if (!person) throw new Invalid(`There is no active person with the address ${email}.`, "person");
  return person.id;
}

function expiry(days: number, at: Temporal.Instant): Temporal.Instant | null {
  return days === 0 ? null : at.add({ hours: 24 * days });
}
