import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { apiTokens, events, people } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createPerson, createToken, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { createOwnToken, createServiceToken, printToken, revokeToken, signOutEverywhere } from "#lib/auth/commands";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { listOwnTokens, listServiceTokens } from "#lib/auth/queries";
import { tokenHash } from "#lib/auth/token-text";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";

testDatabase();

const system = systemViewer("Command line");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, now(), now());
  if (!viewer) throw new Error("The person is not active.");
  return viewer;
}

async function tokenRow(text: string) {
  const [row] = await db()
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.hash, tokenHash(text)));
  if (!row) throw new Error("There is no such token.");
  return row;
}

const facts = { name: "Deploy script", scope: "write", days: 90 } as const;

test("a new token is stored as a hash, belongs to its maker, and its event tells no secret", async () => {
  const viewer = await viewerOf(await given.stranger());
  const made = await createOwnToken(viewer, facts);
  const row = await tokenRow(made.text);
  expect(row).toMatchObject({ name: "Deploy script", scope: "write", personId: viewer.personId, revokedAt: null });
  expect(row.expiresAt?.since(row.createdAt).total("hours")).toBe(90 * 24);
  expect(JSON.stringify(row)).not.toContain(made.text);

  const [event] = await db().select().from(events).where(sql`${row.id} = any(${events.about})`);
  expect(event).toMatchObject({ kind: "token.created", personId: viewer.personId });
  expect(event?.about).toContain(viewer.personId);
  expect(JSON.stringify(event)).not.toContain(made.text);
  expect(JSON.stringify(event)).not.toContain(row.hash);
});

test("a token made for as long as nobody revokes it has no end", async () => {
  const made = await createOwnToken(await viewerOf(await given.stranger()), { ...facts, days: 0 });
  expect((await tokenRow(made.text)).expiresAt).toBeNull();
});

test("only administrators make, see and revoke service tokens", async () => {
  const administrator = await viewerOf(await given.administrator());
  const stranger = await viewerOf(await given.stranger());
  const made = await createServiceToken(administrator, facts);
  const row = await tokenRow(made.text);
  expect(row.personId).toBeNull();
  await expect(createServiceToken(stranger, facts)).rejects.toThrow(Forbidden);
  await expect(listServiceTokens(stranger)).rejects.toThrow(Forbidden);
  await expect(revokeToken(stranger, row.id)).rejects.toThrow(Forbidden);
  expect((await listServiceTokens(administrator)).map(({ id }) => id)).toContain(row.id);
  expect(await revokeToken(administrator, row.id)).toBe("Deploy script");
  expect((await listServiceTokens(administrator)).map(({ id }) => id)).not.toContain(row.id);
});

test("a token cannot make, list or revoke tokens, so that a leaked one cannot prolong itself", async () => {
  const person = await given.administrator();
  const ownToken: Viewer = { ...(await viewerOf(person)), scope: "admin" };
  const { id } = await createToken(db(), { person });
  for (const viewer of [ownToken, serviceViewer("Pipeline", "admin")]) {
    await expect(createOwnToken(viewer, facts)).rejects.toThrow(Forbidden);
    await expect(createServiceToken(viewer, facts)).rejects.toThrow(Forbidden);
    await expect(listOwnTokens(viewer)).rejects.toThrow(Forbidden);
    await expect(printToken(viewer, facts)).rejects.toThrow(Forbidden);
    await expect(revokeToken(viewer, id)).rejects.toThrow();
  }
});

test("somebody else's token is not there, not even for an administrator", async () => {
  const owner = await given.stranger();
  const { id } = await createToken(db(), { person: owner });
  const administrator = await viewerOf(await given.administrator());
  await expect(revokeToken(administrator, id)).rejects.toThrow(NotFound);
  expect((await listOwnTokens(administrator)).map((token) => token.id)).not.toContain(id);
  expect((await listOwnTokens(await viewerOf(owner))).map((token) => token.id)).toEqual([id]);
});

test("a token is revoked once, by its owner, with an event", async () => {
  const owner = await given.stranger();
  const viewer = await viewerOf(owner);
  const { id } = await createToken(db(), { person: owner, name: "Old laptop" });
  expect(await revokeToken(viewer, id)).toBe("Old laptop");
  await expect(revokeToken(viewer, id)).rejects.toThrow(Conflict);
  const kinds = await db().select({ kind: events.kind }).from(events).where(sql`${id} = any(${events.about})`);
  expect(kinds.filter(({ kind }) => kind === "token.revoked")).toHaveLength(1);
});

test("the command line prints a service token, or the own token of an active person", async () => {
  const person = await createPerson(db());
  const service = await printToken(system, { name: "CI", scope: "intake" });
  expect(await tokenRow(service.text)).toMatchObject({ personId: null, scope: "intake", expiresAt: null });
  const own = await printToken(system, { name: "CI", scope: "read", person: person.email ?? "" });
  expect(await tokenRow(own.text)).toMatchObject({ personId: person.id });

  await deactivatePerson(db(), person);
  await expect(printToken(system, { name: "CI", scope: "read", person: person.email ?? "" })).rejects.toThrow(Invalid);
});

test("signing out everywhere ends the sessions that began before it, and no later one", async () => {
  const person = await given.stranger();
  const began = now();
  const viewer = await viewerOf(person);
  const ended = began.add({ minutes: 5 });
  await signOutEverywhere(viewer, viewer.personId, ended);

  const later = ended.add({ minutes: 1 });
  expect(await findPersonViewer(person.id, began, later)).toBeUndefined();
  expect(await findPersonViewer(person.id, ended, later)).toBeUndefined();
  expect(await findPersonViewer(person.id, ended.add({ milliseconds: 1 }), later)).toBeDefined();
  const kinds = await db().select({ kind: events.kind }).from(events).where(sql`${person.id} = any(${events.about})`);
  expect(kinds).toContainEqual({ kind: "person.signed-out-everywhere" });
});

test("an administrator can sign somebody else out, a stranger cannot", async () => {
  const person = await given.stranger();
  await expect(signOutEverywhere(await viewerOf(await given.stranger()), person.id)).rejects.toThrow(Forbidden);
  await signOutEverywhere(await viewerOf(await given.administrator()), person.id);
  const [row] = await db().select().from(people).where(eq(people.id, person.id));
  expect(row?.signedOutAt).not.toBeNull();
});
