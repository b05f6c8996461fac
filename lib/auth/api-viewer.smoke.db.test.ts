import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { apiTokens, events, people, teams } from "#db/schema";
import {
  changeManager,
  createPerson,
  createTeam,
  createToken,
  deactivatePerson,
  leaveTeam,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { apiViewer, seekToken } from "#lib/auth/api-viewer";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Forbidden, Unauthenticated } from "#lib/errors";
import { rememberLocalSecret } from "#lib/running-server";

testDatabase();

const bootstrapToken = "bootstrap-token-of-at-least-32-characters";
const localSecret = "the-local-secret-of-this-data-folder";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-of-32-characters-or-more");
  vi.stubEnv("AUTH_URL", "https://watchbill.example.com");
  vi.stubEnv("WATCHBILL_DEMO", "0");
  vi.stubEnv("WATCHBILL_BOOTSTRAP_TOKEN", bootstrapToken);
  rememberLocalSecret(localSecret);
});

const address = "https://watchbill.example.com/api/v1/services";
let afterwards: (() => Promise<void>)[] = [];
const laterOn = seekToken((work) => void afterwards.push(work));

function call(headers: Record<string, string>, method = "GET") {
  afterwards = [];
  return apiViewer(new Request(address, { headers, method }), laterOn);
}

const bearer = (token: string) => call({ authorization: `Bearer ${token}` });

async function sessionOf(personId: string, beganAt = now()): Promise<string> {
  return `theme=dark; ${sessionCookie().name}=${await writeSession({ personId, beganAt })}; other=1`;
}

test("a viewer has their current memberships, and manages their teams with everything beneath", async () => {
  const person = await createPerson(db());
  const [top, elsewhere] = [await createTeam(db(), { manager: person }), await createTeam(db(), { lead: person })];
  const middle = await createTeam(db(), { parent: top });
  const bottom = await createTeam(db(), { parent: middle });
  const left = await createTeam(db(), { members: [person] });
  await leaveTeam(db(), left, { person }, now().subtract({ hours: 1 }));

  const viewer = await findPersonViewer(person.id, now(), now());
  expect(viewer?.memberships).toEqual([{ teamId: elsewhere.id, role: "lead" }]);
  expect([...(viewer?.managedTeamIds ?? [])].sort()).toEqual([top.id, middle.id, bottom.id].sort());
});

test("a loop among teams does not keep the server busy for ever", async () => {
  const person = await createPerson(db());
  const one = await createTeam(db());
  const other = await createTeam(db(), { parent: one });
  await changeManager(db(), one, { to: person });
  await db().update(teams).set({ parentId: other.id }).where(eq(teams.id, one.id));
  const viewer = await findPersonViewer(person.id, now(), now());
  expect([...(viewer?.managedTeamIds ?? [])].sort()).toEqual([one.id, other.id].sort());
});

test("a personal token speaks for its person up to its scope, a service token for nobody", async () => {
  const person = await given.administrator();
  const own = await createToken(db(), { person, scope: "write" });
  expect(await bearer(own.secret)).toMatchObject({
    kind: "person",
    personId: person.id,
    scope: "write",
    isAdministrator: true,
  });
  const service = await createToken(db(), { name: "Pipeline", scope: "read" });
  expect(await bearer(service.secret)).toMatchObject({
    kind: "service-token",
    personId: null,
    name: "Pipeline",
    scope: "read",
  });
});

test("a token that is unknown, revoked or expired, or whose person left, is nobody's", async () => {
  const person = await createPerson(db());
  const past = now().subtract({ minutes: 1 });
  const tokens = [
    await createToken(db(), { revokedAt: past }),
    await createToken(db(), { expiresAt: past }),
    await createToken(db(), { person }),
  ];
  await deactivatePerson(db(), person);
  for (const { secret } of tokens) await expect(bearer(secret)).rejects.toThrow(Unauthenticated);
  for (const text of ["wb_unknown", "unknown", ""]) await expect(bearer(text)).rejects.toThrow(Unauthenticated);
  await expect(call({ authorization: "Basic d2I6eA==" })).rejects.toThrow(Unauthenticated);
});

test("the last use of a token is noted after the answer, at most once a minute", async () => {
  const token = await createToken(db());
  const lastUse = async () => (await db().select().from(apiTokens).where(eq(apiTokens.id, token.id)))[0]?.lastUsedAt;
  await bearer(token.secret);
  expect(await lastUse()).toBeNull();
  for (const work of afterwards) await work();
  const first = await lastUse();
  expect(first).not.toBeNull();
  await bearer(token.secret);
  expect(afterwards).toEqual([]);
  await db()
    .update(apiTokens)
    .set({ lastUsedAt: now().subtract({ seconds: 61 }) })
    .where(eq(apiTokens.id, token.id));
  await bearer(token.secret);
  expect(afterwards).toHaveLength(1);
});

test("a session reads from anywhere, and writes only from a page of this server", async () => {
  const person = await createPerson(db());
  const cookie = await sessionOf(person.id);
  expect(await call({ cookie })).toMatchObject({ personId: person.id, scope: "session" });
  expect(await call({ cookie, origin: "https://watchbill.example.com" }, "PUT")).toMatchObject({ personId: person.id });
  for (const origin of [
    undefined,
    "null",
    "https://evil.example",
    "http://watchbill.example.com",
    "https://watchbill.example.com:444",
  ]) {
    await expect(call(origin ? { cookie, origin } : { cookie }, "POST")).rejects.toThrow(Forbidden);
  }
});

test("a session ends at once with the person's deactivation, and with signing out everywhere", async () => {
  const [left, careful] = [await createPerson(db()), await createPerson(db())];
  const cookies = [await sessionOf(left.id), await sessionOf(careful.id)];
  await deactivatePerson(db(), left);
  await db().update(people).set({ signedOutAt: now() }).where(eq(people.id, careful.id));
  for (const cookie of cookies) await expect(call({ cookie })).rejects.toThrow(Unauthenticated);
  expect(await call({ cookie: await sessionOf(careful.id, now().add({ seconds: 1 })) })).toBeDefined();
});

test("a forged cookie, or one for nobody, is no session", async () => {
  const genuine = await sessionOf(crypto.randomUUID());
  const forged = genuine.replace(/.{6};/, "AAAAAA;");
  for (const cookie of [genuine, forged, `${sessionCookie().name}=x`, "theme=dark"]) {
    await expect(call({ cookie })).rejects.toThrow(Unauthenticated);
  }
});

test("the bootstrap token is an admin service token, and each of its uses is an event", async () => {
  const uses = async () =>
    (await db().select().from(events).where(sql`kind = 'bootstrap-token.used'`)).map(({ detail }) => detail);
  expect(await bearer(bootstrapToken)).toMatchObject({ kind: "service-token", scope: "admin", isAdministrator: false });
  await bearer(bootstrapToken);
  await expect(bearer(`${bootstrapToken}x`)).rejects.toThrow(Unauthenticated);
  await expect(bearer(bootstrapToken.slice(1))).rejects.toThrow(Unauthenticated);
  expect(await uses()).toEqual([{ call: "GET /api/v1/services" }, { call: "GET /api/v1/services" }]);
});

test("the secret of the data folder speaks for whoever runs the server", async () => {
  expect(await bearer(localSecret)).toMatchObject({ kind: "system" });
});
