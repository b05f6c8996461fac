import { createDecipheriv, createECDH, createHmac, hkdfSync } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db, inTransaction } from "#db/client";
import { alertEntries, contactMethods, installation, notifications } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createPerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { dropMessages } from "#lib/alerts/intake/write-alerts";
import { readCapability } from "#lib/auth/capability";
import { systemViewer } from "#lib/auth/policy";
import { claimDue } from "#lib/notifications/claim";
import { answerPages, pagePeople } from "#lib/notifications/page-people";
import { sendDue } from "#lib/notifications/send-due";
import {
  type HttpReceiver,
  type MailReceiver,
  startHttpReceiver,
  startMailReceiver,
} from "#lib/notifications/testing/receivers";
import { createMethod, night, openAlert } from "#lib/notifications/testing/scene";
import { writeSignature } from "#lib/signatures/commands";

testDatabase();

let http: HttpReceiver;
let mail: MailReceiver;

beforeAll(async () => {
  [http, mail] = await Promise.all([startHttpReceiver(), startMailReceiver()]);
  vi.stubEnv("WATCHBILL_ALLOW_PRIVATE_TARGETS", "127.0.0.1/32");
  vi.stubEnv("SMTP_URL", mail.url);
  vi.stubEnv("MAIL_FROM", "Watchbill <bill@harbour.example>");
  vi.stubEnv("AUTH_URL", "https://bill.harbour.example");
  vi.stubEnv("AUTH_SECRET", "a secret of this test alone, long enough");
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "token");
  vi.stubEnv("TWILIO_FROM", "+15550100");
  vi.stubEnv("TWILIO_BASE_URL", http.origin);
  vi.stubEnv("PAGERDUTY_BASE_URL", http.origin);
  await db().insert(installation).values({ isDemo: false, createdAt: night }).onConflictDoNothing();
});

afterAll(() => Promise.all([http.stop(), mail.stop()]));

afterEach(async () => {
  http.received.length = 0;
  mail.letters.length = 0;
  http.answerWith({ status: 200 });
  mail.refuseWith(undefined);
  await db()
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(inArray(notifications.status, ["waiting", "sending"]));
});

const minutes = (count: number) => night.add({ minutes: count });
const patience = { timeoutMilliseconds: 300 };

async function pageAbout(person: Person, facts: Parameters<typeof openAlert>[0] = {}, at = night) {
  const alert = await openAlert(facts);
  const page = { alertId: alert.id, personId: person.id, seat: "delivery", kind: "page", key: "round-1" } as const;
  await inTransaction((tx) => pagePeople(tx, [page], at));
  return alert;
}
const messagesAbout = (alertId: string) =>
  db()
    .select()
    .from(notifications)
    .where(eq(notifications.alertId, alertId))
    .orderBy(asc(notifications.createdAt), asc(notifications.dueAt));
const timelineOf = (alertId: string) =>
  db().select().from(alertEntries).where(eq(alertEntries.alertId, alertId)).orderBy(asc(alertEntries.id));
const webhook = (path = "/hook") => ({
  kind: "webhook" as const,
  target: { url: http.origin + path, secret: "s3cret" },
});

describe("a page arrives", () => {
  test("by e-mail, with what broke, for whom, and the link, and its fate is known", async () => {
    const person = await createPerson(db());
    const method = await createMethod(person);
    const alert = await pageAbout(person, { customerImpact: "Nobody can pay – at all" });
    expect(await sendDue(night)).toBe(1);
    expect(mail.letters).toHaveLength(1);
    const [letter] = mail.letters;
    expect(letter).toMatchObject({ to: person.email });
    expect(letter?.text).toContain(`https://bill.harbour.example/alerts/${alert.id}?key=`);
    const key = /key=([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
    expect(await readCapability(key, night)).toMatchObject({ personId: person.id, alertId: alert.id });
    expect(letter?.text).toContain("What customers see: Nobody can pay – at all");
    expect(await messagesAbout(alert.id)).toMatchObject([
      { status: "sent", sentAt: night, nextTryAt: null, attempts: 1 },
    ]);
    const [stored] = await db().select().from(contactMethods).where(eq(contactMethods.id, method.id));
    expect(stored?.workedAt).toEqual(night);
  });

  test("where somebody signs in, who has no contact method", async () => {
    const person = await createPerson(db());
    await pageAbout(person);
    await sendDue(night);
    expect(mail.letters).toMatchObject([{ to: person.email }]);
  });

  test("over ntfy, urgent, with the link as what a tap opens", async () => {
    const person = await createPerson(db());
    await createMethod(person, { kind: "ntfy", target: { server: http.origin, topic: "ada pager", token: "tk_1" } });
    const alert = await pageAbout(person, { customerImpact: "Nobody can pay – at all" });
    await sendDue(night);
    const [request] = http.received;
    expect(request?.path).toBe("/ada%20pager");
    expect(request?.headers).toMatchObject({ priority: "urgent", authorization: "Bearer tk_1" });
    expect(String(request?.headers.click)).toContain(`/alerts/${alert.id}`);
    const title = /^=\?UTF-8\?B\?(.+)\?=$/.exec(String(request?.headers.title))?.[1] ?? "";
    expect(Buffer.from(title, "base64").toString()).toContain("Nobody can pay – at all");
  });

  test("as a signed webhook, without a link that signs anybody in", async () => {
    const person = await createPerson(db());
    await createMethod(person, webhook());
    const alert = await pageAbout(person);
    await sendDue(night);
    const [request] = http.received;
    const signed = `${request?.headers["x-watchbill-timestamp"]}.${request?.text}`;
    const expected = createHmac("sha256", "s3cret").update(signed).digest("hex");
    expect(request?.headers["x-watchbill-signature"]).toBe(`sha256=${expected}`);
    const body = JSON.parse(request?.text ?? "");
    expect(body).toMatchObject({ kind: "page", urgent: true, url: `https://bill.harbour.example/alerts/${alert.id}` });
    expect(request?.text).not.toContain("key=");
  });

  test("in Slack, with nothing in it that Slack would read as a command", async () => {
    const person = await createPerson(db());
    await createMethod(person, { kind: "slack", target: { url: `${http.origin}/services/T/B/x` } });
    await pageAbout(person, { summary: "<!channel> a & b" });
    await sendDue(night);
    expect(JSON.parse(http.received[0]?.text ?? "").text).toContain("&lt;!channel&gt; a &amp; b");
    expect(http.received[0]?.text).not.toContain("key=");
  });

  test("as a text message and as a call, and in PagerDuty as one event an alert", async () => {
    const person = await createPerson(db());
    const number = { number: "+4915550100" };
    await createMethod(person, { kind: "sms", target: number });
    await createMethod(person, { kind: "voice", target: number });
    await createMethod(person, { kind: "pagerduty", target: { routingKey: "R".repeat(32) } });
    const alert = await pageAbout(person, { customerImpact: "A & B cannot pay" });
    await sendDue(night);
    const byPath = new Map(http.received.map((request) => [request.path, request]));
    const sms = new URLSearchParams(byPath.get("/2010-04-01/Accounts/AC1/Messages.json")?.text);
    expect(Object.fromEntries(sms)).toMatchObject({ From: "+15550100", To: "+4915550100" });
    expect(sms.get("Body")).toContain(`/alerts/${alert.id}`);
    const call = byPath.get("/2010-04-01/Accounts/AC1/Calls.json");
    expect(call?.headers.authorization).toBe(`Basic ${Buffer.from("AC1:token").toString("base64")}`);
    expect(new URLSearchParams(call?.text).get("Twiml")).toContain("A &amp; B cannot pay");
    expect(JSON.parse(byPath.get("/v2/enqueue")?.text ?? "")).toMatchObject({
      ...{ event_action: "trigger", dedup_key: `watchbill-${alert.id}` },
      payload: { severity: "critical" },
    });
  });

  test("in PagerDuty an incident an alert, which is told who has it and ends with its alert", async () => {
    const person = await createPerson(db());
    await createMethod(person, { kind: "pagerduty", target: { routingKey: "R".repeat(32) } });
    const [alert, other] = [await pageAbout(person), await pageAbout(person)];
    const news = (action: string, { id }: { id: string }) => ({
      ...{ event_action: action, dedup_key: `watchbill-${id}`, routing_key: "R".repeat(32) },
    });
    const received = () => http.received.splice(0).map(({ text }) => JSON.parse(text));
    await sendDue(night);
    const opened = received();
    expect(opened).toHaveLength(2);
    expect(opened).toMatchObject(
      expect.arrayContaining([alert, other].map((one) => expect.objectContaining(news("trigger", one)))),
    );
    await inTransaction((tx) => answerPages(tx, alert.id, night, person.id));
    await sendDue(night);
    expect(received()).toEqual([news("acknowledge", alert)]);
    for (const _twice of [1, 2]) await inTransaction((tx) => answerPages(tx, alert.id, night));
    await sendDue(night);
    expect(received()).toEqual([news("resolve", alert)]);
    await inTransaction((tx) => dropMessages(tx, [other.id], night));
    await sendDue(night);
    expect(received()).toEqual([news("resolve", other)]);
  });

  test("in a browser, encrypted so that only it can read it", async () => {
    const person = await createPerson(db());
    const browser = createECDH("prime256v1");
    browser.generateKeys();
    const auth = Buffer.alloc(16, 7);
    const keys = { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") };
    await createMethod(person, { kind: "web-push", target: { endpoint: `${http.origin}/push/1`, ...keys } });
    const alert = await pageAbout(person);
    await sendDue(night);
    const [request] = http.received;
    expect(request?.headers).toMatchObject({ urgency: "high", "content-encoding": "aes128gcm" });
    expect(request?.headers.authorization).toMatch(/^vapid t=/);
    const shown = JSON.parse(decrypted(request?.body ?? Buffer.alloc(0), browser, auth));
    expect(shown).toMatchObject({ title: "Critical: One checkout in ten fails", isUrgent: true });
    expect(shown.url).toContain(`/alerts/${alert.id}`);
  });
});

/** What RFC 8291 says a browser does with a push. */
function decrypted(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, idLength] = [body.subarray(0, 16), body[20] ?? 0];
  const sender = body.subarray(21, 21 + idLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync("sha256", browser.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: nonce\0", 12));
  const sealed = body.subarray(21 + idLength);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
  return padded.slice(0, padded.lastIndexOf("\u0002"));
}

test("a page says the first step that the service's people know for what the alert says", async () => {
  const { service, delivery } = await given.ownedService();
  const pattern = "Error rate of the pool over";
  const said = { meaning: "Pool", cause: "", confirm: "", firstStep: "Drain the pool first." };
  await writeSignature(systemViewer("A test"), { service: service.slug, pattern, ...said }, night);
  const summary = "Error rate of the pool over 10 %";
  await pageAbout(delivery.member, { serviceId: service.id, summary });
  await sendDue(night);
  expect(mail.letters[0]?.text).toContain("First step: Drain the pool first.");
  mail.letters.length = 0;
  await pageAbout(delivery.lead, { serviceId: null, summary });
  await sendDue(night);
  expect(mail.letters[0]?.text).not.toContain("First step");
});

test("what is due to one person at the same time arrives as one message with a list", async () => {
  const person = await createPerson(db());
  await createMethod(person);
  const alerts = [];
  for (const summary of ["First thing", "Second thing", "Third thing"])
    alerts.push(await pageAbout(person, { summary }));
  expect(await sendDue(night)).toBe(3);
  expect(mail.letters).toHaveLength(1);
  for (const { id, summary } of alerts) {
    expect(mail.letters[0]?.text).toContain(summary);
    expect(mail.letters[0]?.text).toContain(id);
  }
});

test("what is answered before it is due is not sent", async () => {
  const person = await createPerson(db());
  await createMethod(person);
  await createMethod(person, { ...webhook(), afterMinutes: 5 });
  const alert = await pageAbout(person);
  await sendDue(night);
  await inTransaction((tx) => answerPages(tx, alert.id, minutes(1), person.id));
  await sendDue(minutes(6));
  expect(http.received).toEqual([]);
  expect((await messagesAbout(alert.id)).map(({ status }) => status)).toEqual(["sent", "dropped"]);
});

test("many senders at once send each message once", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => createPerson(db())));
  for (const person of people) await createMethod(person);
  for (const person of people) for (let n = 0; n < 3; n += 1) await pageAbout(person);
  await Promise.all(Array.from({ length: 5 }, () => sendDue(night)));
  const told = mail.letters.flatMap(({ text }) => [...text.matchAll(/alerts\/([0-9a-f-]{36})/g)].map(([, id]) => id));
  expect(told).toHaveLength(18);
  expect(new Set(told).size).toBe(18);
});

test("a method with a message under way is left alone", async () => {
  const person = await createPerson(db());
  await createMethod(person);
  await pageAbout(person);
  expect(await claimDue(night)).toHaveLength(1);
  await pageAbout(person, {}, night);
  expect(await sendDue(night)).toBe(0);
});

test("what a killed process had claimed is sent by another one a minute later", async () => {
  const person = await createPerson(db());
  await createMethod(person);
  const alert = await pageAbout(person);
  await claimDue(night);
  expect(await sendDue(night.add({ seconds: 59 }))).toBe(0);
  expect(await sendDue(minutes(1))).toBe(1);
  expect(mail.letters).toHaveLength(1);
  expect(await messagesAbout(alert.id)).toMatchObject([{ status: "sent", attempts: 2 }]);
});

describe("a message that does not get through", () => {
  test("is tried again after 10 s, 30 s, 1, 2, then every 5 minutes for half an hour, and then given up", async () => {
    const person = await createPerson(db());
    const method = await createMethod(person, webhook());
    http.answerWith({ status: 503, text: '{"message":"Busy with other things"}' });
    const alert = await pageAbout(person);
    const tries: number[] = [];
    for (let [message] = await messagesAbout(alert.id); message?.nextTryAt; [message] = await messagesAbout(alert.id)) {
      tries.push(night.until(message.nextTryAt).total("seconds"));
      await sendDue(message.nextTryAt);
    }
    expect(tries).toEqual([0, 10, 40, 100, 220, 520, 820, 1120, 1420, 1720]);
    expect(http.received).toHaveLength(10);
    expect(await messagesAbout(alert.id)).toMatchObject([
      { status: "failed", failure: "It answered 503: Busy with other things" },
      { status: "sent", methodKind: "email" },
    ]);
    const [stored] = await db().select().from(contactMethods).where(eq(contactMethods.id, method.id));
    expect(stored?.failedAt).toEqual(night.add({ seconds: 1720 }));
  });

  test("because its receiver hangs, is tried again and keeps nobody else waiting for ever", async () => {
    const [slow, other] = [await createPerson(db()), await createPerson(db())];
    await createMethod(slow, webhook());
    await createMethod(other);
    http.answerWith("hang");
    const [late] = [await pageAbout(slow), await pageAbout(other)];
    await sendDue(night, patience);
    expect(mail.letters).toMatchObject([{ to: other.email }]);
    expect(await messagesAbout(late.id)).toMatchObject([{ status: "waiting", failure: "It did not answer in time." }]);
  });

  test("because a browser is gone, goes over the next method at once, and the timeline says so", async () => {
    const person = await createPerson(db());
    const browser = createECDH("prime256v1");
    browser.generateKeys();
    const keys = { p256dh: browser.getPublicKey("base64url"), auth: Buffer.alloc(16).toString("base64url") };
    await createMethod(person, { kind: "web-push", target: { endpoint: `${http.origin}/push/gone`, ...keys } });
    await createMethod(person, { afterMinutes: 10 });
    http.answerWith({ status: 410 });
    const alert = await pageAbout(person);
    await sendDue(night);
    expect(mail.letters).toHaveLength(1);
    const fates = new Map((await messagesAbout(alert.id)).map((message) => [message.methodKind, message]));
    expect(fates.get("web-push")).toMatchObject({ status: "failed", failure: "This browser takes no more pushes." });
    expect(fates.get("email")).toMatchObject({ status: "sent", sentAt: night });
    expect(await timelineOf(alert.id)).toMatchObject([
      { kind: "not-delivered", actor: "Watchbill", detail: { method: "web-push", person: { slug: person.email } } },
    ]);
  });

  test("minutes after another one did lets the next one go at once, and not the one after that", async () => {
    const person = await createPerson(db());
    await createMethod(person);
    await createMethod(person, { ...webhook("/second"), afterMinutes: 5 });
    await createMethod(person, { kind: "sms", target: { number: "+4915550100" }, afterMinutes: 20 });
    await createMethod(person, { kind: "voice", target: { number: "+4915550100" }, afterMinutes: 30 });
    await pageAbout(person);
    await sendDue(night);
    expect(mail.letters).toHaveLength(1);
    http.answerWith((path) => ({ status: path === "/second" ? 410 : 201 }));
    await sendDue(minutes(5));
    expect(http.received.map(({ path }) => path)).toEqual(["/second", "/2010-04-01/Accounts/AC1/Messages.json"]);
  });

  test("because there is no such mailbox, goes over a method that the rules had left out", async () => {
    const person = await createPerson(db());
    await createMethod(person);
    await createMethod(person, { ...webhook(), hours: "day" });
    mail.refuseWith(550);
    const alert = await pageAbout(person);
    await sendDue(night);
    expect(http.received).toHaveLength(1);
    const fates = (await messagesAbout(alert.id)).map(({ methodKind, status }) => [methodKind, status]);
    expect(Object.fromEntries(fates)).toEqual({ email: "failed", webhook: "sent" });
    // The timeline is for everybody, the address is not.
    expect(JSON.stringify(await timelineOf(alert.id))).toContain("No such mailbox");
    const [told] = await timelineOf(alert.id);
    expect(told?.detail).toMatchObject({ failure: expect.not.stringContaining(person.email ?? "") });
  });

  test("over any method is told on the timeline, and stands in the outbox", async () => {
    const person = await createPerson(db());
    await createMethod(person, webhook());
    mail.refuseWith(550);
    http.answerWith({ status: 404 });
    const alert = await pageAbout(person);
    await sendDue(night);
    const fates = (await messagesAbout(alert.id)).map(({ methodKind, status }) => [methodKind, status]);
    expect(Object.fromEntries(fates)).toEqual({ webhook: "failed", email: "failed", outbox: "sent" });
    const told = (await timelineOf(alert.id)).map(({ detail }) => (detail as { method: string }).method);
    expect(told).toEqual(["webhook", "email", "any"]);
  });

  test("because the mail server is away, is not given up", async () => {
    const person = await createPerson(db());
    await createMethod(person);
    mail.refuseWith(451);
    const alert = await pageAbout(person);
    await sendDue(night);
    expect(await messagesAbout(alert.id)).toMatchObject([{ status: "waiting", nextTryAt: night.add({ seconds: 10 }) }]);
  });
});
