import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db, inTransaction } from "#db/client";
import { contactMethods, events, installation, notifications } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Invalid, NotFound, TooManyTries } from "#lib/errors";
import * as methods from "#lib/notifications/methods/commands";
import { AddMethodInput } from "#lib/notifications/methods/inputs";
import { listMethods } from "#lib/notifications/methods/queries";
import { listOutbox } from "#lib/notifications/outbox-queries";
import { pagePeople } from "#lib/notifications/page-people";
import { listReach } from "#lib/notifications/reach-queries";
import { sendDue } from "#lib/notifications/send-due";
import { type HttpReceiver, startHttpReceiver } from "#lib/notifications/testing/receivers";
import { createMethod, night, openAlert } from "#lib/notifications/testing/scene";

testDatabase();

let http: HttpReceiver;

beforeAll(async () => {
  http = await startHttpReceiver();
  vi.stubEnv("WATCHBILL_ALLOW_PRIVATE_TARGETS", "127.0.0.1/32");
  vi.stubEnv("AUTH_URL", "https://bill.harbour.example");
  vi.stubEnv("AUTH_SECRET", "a secret of this test alone, long enough");
  vi.stubEnv("WATCHBILL_DEMO", "0");
  await db().insert(installation).values({ isDemo: false, createdAt: night }).onConflictDoNothing();
});

afterAll(() => http.stop());

async function newViewer(): Promise<Viewer> {
  const person = await createPerson(db());
  const viewer = await findPersonViewer(person.id, night, night);
  if (!viewer) throw new Error("This person may not sign in.");
  return viewer;
}
const hook = (name: string) => AddMethodInput.parse({ kind: "webhook", label: name, url: `${http.origin}/${name}` });
const minutes = (count: number) => night.add({ minutes: count });

/** The code as it arrived at the receiver last. */
function codeThatCame(): string {
  const text = http.received.at(-1)?.text ?? "";
  return /(\d{6}) is the code/.exec(text)?.[1] ?? "";
}

test("a method is verified by the code that arrives there, and pages go there from then on", async () => {
  const viewer = await newViewer();
  const method = await methods.addMethod(viewer, hook("verified"), night);
  await sendDue(night);
  const code = codeThatCame();
  expect(code).toMatch(/^\d{6}$/);
  expect(http.received.at(-1)?.text).toContain(`/account/contact-methods?method=${method}&code=${code}`);
  expect(await listMethods(viewer)).toMatchObject([{ id: method, verifiedAt: null }]);
  await methods.verifyMethod(viewer, { method, code }, minutes(1));
  expect(await listMethods(viewer)).toMatchObject([{ id: method, verifiedAt: minutes(1).toString(), codeUntil: null }]);
});

test("no row and no list on screen holds the code", async () => {
  const viewer = await newViewer();
  await methods.addMethod(viewer, hook("hidden"), night);
  await sendDue(night);
  const stored = await db()
    .select()
    .from(notifications)
    .where(eq(notifications.personId, viewer.personId ?? ""));
  expect(JSON.stringify(stored)).not.toContain(codeThatCame());
  expect(JSON.stringify(await listOutbox(viewer))).not.toContain(codeThatCame());
});

test("a code that does not get there says why, until one does", async () => {
  const viewer = await newViewer();
  http.answerWith({ status: 404 });
  const method = await methods.addMethod(viewer, hook("away"), night);
  await sendDue(night);
  expect(await listMethods(viewer)).toMatchObject([{ codeFailure: "It answered 404." }]);
  http.answerWith({ status: 200 });
  await methods.sendCode(viewer, { method }, minutes(1));
  await sendDue(minutes(1));
  expect(await listMethods(viewer)).toMatchObject([{ codeFailure: null }]);
});

describe("a code", () => {
  test("that is wrong, late or replaced by another verifies nothing", async () => {
    const viewer = await newViewer();
    const method = await methods.addMethod(viewer, hook("wrong"), night);
    await sendDue(night);
    const first = codeThatCame();
    const other = first === "000000" ? "000001" : "000000";
    await expect(methods.verifyMethod(viewer, { method, code: other }, night)).rejects.toThrow(Invalid);
    await expect(methods.verifyMethod(viewer, { method, code: first }, minutes(15))).rejects.toThrow(/no more/);
    await methods.sendCode(viewer, { method }, minutes(20));
    await sendDue(minutes(20));
    await expect(methods.verifyMethod(viewer, { method, code: first }, minutes(21))).rejects.toThrow(Invalid);
    await methods.verifyMethod(viewer, { method, code: codeThatCame() }, minutes(21));
  });

  test("cannot be guessed by trying", async () => {
    const viewer = await newViewer();
    const method = await methods.addMethod(viewer, hook("guessed"), night);
    const guess = (code: number) =>
      methods.verifyMethod(viewer, { method, code: String(code).padStart(6, "0") }, night).catch((error) => error);
    for (let code = 0; code < 8; code += 1) await guess(code);
    expect(await guess(9)).toBeInstanceOf(TooManyTries);
  });

  test("of somebody else's method is of no use, and does not tell that it is there", async () => {
    const [viewer, other] = [await newViewer(), await newViewer()];
    const method = await methods.addMethod(viewer, hook("others"), night);
    await sendDue(night);
    await expect(methods.verifyMethod(other, { method, code: codeThatCame() }, night)).rejects.toThrow(NotFound);
  });
});

test("methods are put in the order that their person wants", async () => {
  const viewer = await newViewer();
  const [one, two, three] = [
    await methods.addMethod(viewer, hook("one"), night),
    await methods.addMethod(viewer, hook("two"), night),
    await methods.addMethod(viewer, hook("three"), night),
  ];
  await methods.moveMethod(viewer, { method: three, direction: "up" });
  await methods.moveMethod(viewer, { method: one, direction: "down" });
  await methods.moveMethod(viewer, { method: three, direction: "up" });
  expect((await listMethods(viewer)).map(({ id }) => id)).toEqual([three, one, two]);
});

test("what a removed method was still to carry goes over the next one, and the same code is kept apart", async () => {
  const viewer = await newViewer();
  await sendDue(night);
  const person = { id: viewer.personId ?? "" } as Parameters<typeof createMethod>[0];
  const url = (name: string) => ({ kind: "webhook" as const, target: { url: `${http.origin}/${name}`, secret: "s" } });
  const [first, second] = [
    await createMethod(person, url("a")),
    await createMethod(person, { ...url("b"), afterMinutes: 30 }),
  ];
  const alert = await openAlert();
  const page = { alertId: alert.id, personId: person.id, seat: "delivery", kind: "page", key: "r1" } as const;
  await inTransaction((tx) => pagePeople(tx, [page], night));
  const reminder = { kind: "reminder" as const, personId: person.id, methodKind: "webhook", key: "watch 1" };
  const message = { subject: "Your watch", lines: [], path: "/" };
  const times = { createdAt: night, dueAt: night, status: "sent" as const };
  await db()
    .insert(notifications)
    .values([first, second].map(({ id }) => ({ ...reminder, ...times, message, methodId: id })));
  await methods.removeMethod(viewer, { method: first.id }, night);
  http.received.length = 0;
  await sendDue(night);
  expect(http.received.map(({ path }) => path)).toEqual(["/b"]);
  await methods.removeMethod(viewer, { method: second.id }, night);
  expect(await listMethods(viewer)).toEqual([]);
});

test("others learn over which kinds somebody is reached and when that last worked, and nothing more", async () => {
  const viewer = await newViewer();
  const [other, stranger] = [await newViewer(), await createPerson(db())];
  const method = await methods.addMethod(viewer, hook("reach"), night);
  await sendDue(night);
  await methods.verifyMethod(viewer, { method, code: codeThatCame() }, minutes(1));
  const reach = await listReach(other, [viewer.personId ?? "", stranger.id]);
  expect(reach.get(viewer.personId ?? "")?.kinds).toEqual(["webhook"]);
  expect(reach.get(stranger.id)).toEqual({ kinds: [], workedAt: null });
  expect(JSON.stringify([...reach])).not.toContain("127.0.0.1");
});

test("nothing of how people are reached is told in the history", async () => {
  const viewer = await newViewer();
  await methods.addMethod(viewer, hook("history"), night);
  const told = await db().select().from(events);
  expect(JSON.stringify(told)).not.toMatch(/contact|127\.0\.0\.1/);
  expect(await db().select().from(contactMethods)).not.toEqual([]);
});

test.each([
  ["an address that is none", { kind: "email", address: "nobody" }, "address"],
  ["a number without its country", { kind: "sms", number: "0171 555" }, "number"],
  ["a topic with a slash", { kind: "ntfy", server: "https://ntfy.sh", topic: "a/b" }, "topic"],
  ["an address that runs", { kind: "webhook", url: "javascript:alert(1)" }, "url"],
  ["an address with a password in it", { kind: "slack", url: "https://me:secret@example.com/" }, "url"],
  ["a key that is too short", { kind: "pagerduty", routingKey: "abc" }, "routingKey"],
])("%s is refused beside its field", (_what, fields, field) => {
  const parsed = AddMethodInput.safeParse(fields);
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});
