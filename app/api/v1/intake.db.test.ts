import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, db, openDatabase } from "#db/client";
import { alertEntries, alerts, intakeKeys } from "#db/schema";
import { createIntakeKey, createService, createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { now } from "#lib/clock";
import { type Asking, ask, documented, refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));
afterEach(() => vi.restoreAllMocks());

testDatabase();

let token = "";
beforeAll(async () => {
  token = (await createToken(db(), { scope: "intake", name: "Monitoring" })).secret;
});

let made = 0;
const element = (changes: object = {}) => ({
  ...{ status: "firing", fingerprint: `f${++made}`, startsAt: "2026-03-14T04:22:57.034Z" },
  labels: { alertname: "CheckoutErrorRateHigh", service: "nobody-runs-this", severity: "critical" },
  annotations: { summary: "More than 5% of checkout requests fail." },
  ...changes,
});
const webhook = (...elements: unknown[]) => ({ version: "4", status: "firing", alerts: elements });
const stored = async (id: string) => (await db().select().from(alerts).where(eq(alerts.id, id)))[0];
const alertmanager = "POST /intake/alertmanager";
const enqueue = "POST /intake/pagerduty/v2/enqueue";

test("a webhook of Alertmanager is stored before it is answered, each element by itself", async () => {
  const service = await createService(db());
  const labels = { alertname: "CheckoutErrors", service: service.slug, severity: "critical" };
  const body = webhook(element({ labels }), 7, element({ status: "resolved" }));
  const { alerts: told } = await documented(alertmanager, { token, body }, 202);
  expect(told.map(({ status }: { status: string }) => status)).toEqual(["opened", "opened", "ignored"]);
  expect(await stored(told[0].alert)).toMatchObject({ serviceId: service.id, rule: "CheckoutErrors" });
  expect(await stored(told[1].alert)).toMatchObject({ serviceId: null, rule: "Unreadable", details: 7 });
  const again = await documented(alertmanager, { token, body }, 202);
  expect(again.alerts.map(({ status }: { status: string }) => status)).toEqual(["repeated", "repeated", "ignored"]);
});

test("a sender that can set no header gives its token in the address; nobody else is let in", async () => {
  const body = webhook(element());
  expect((await ask(`${alertmanager}?token=${token}`, { body })).status).toBe(202);
  expect((await ask(`${alertmanager}?token=${token}&receiver=x`, { body })).status).toBe(202);
  await refused(`${alertmanager}?token=wrong`, { body }, 401);
  await refused(`${alertmanager}?token=${token}`, { body, token: "wb_wrong" }, 401);
  await refused(alertmanager, { body }, 401);
  const read = (await createToken(db(), { scope: "read" })).secret;
  await refused(alertmanager, { body, token: read }, 403);
  await refused("POST /alerts", { body: { service: "x", summary: "y" }, token: read }, 403);
});

test("only what is no JSON or too large is refused, whatever type it claims to be", async () => {
  const raw = JSON.stringify(webhook(element({ annotations: { summary: "x".repeat(2 * 1024 * 1024) } })));
  expect((await ask(alertmanager, { token, raw, headers: { "content-type": "text/plain" } })).status).toBe(202);
  await refused(alertmanager, { token, raw: '{"alerts": [' }, 422);
  await refused(alertmanager, { token, raw: " ".repeat(8 * 1024 * 1024 + 1) }, 413);
  for (const odd of [[], {}, null, "text", 5, { alerts: {} }]) {
    const { alerts: told } = await documented(alertmanager, { token, body: odd }, 202);
    expect(await stored(told[0].alert)).toMatchObject({ rule: "Unreadable" });
  }
  expect((await documented(alertmanager, { token, body: webhook() }, 202)).alerts).toEqual([]);
});

test("more alerts in one payload than are stored at once are all stored before it is answered", async () => {
  const { alerts: told } = await documented(
    alertmanager,
    { token, body: webhook(...Array.from({ length: 4_500 }, () => element({ status: "resolved" })), element()) },
    202,
  );
  expect(told).toHaveLength(4_501);
  expect(await stored(told.at(-1).alert)).toBeDefined();
});

test("500 alerts with odd ones among them are stored, every one", async () => {
  const many = Array.from({ length: 500 }, (_, index) => (index % 100 === 50 ? { odd: index } : element()));
  const { alerts: told } = await documented(alertmanager, { token, body: webhook(...many) }, 202);
  expect(new Set(told.map(({ alert }: { alert: string }) => alert)).size).toBe(500);
});

test("requests that arrive together share a transaction", async () => {
  const transactions = vi.spyOn(db(), "transaction");
  const bodies = Array.from({ length: 60 }, () => webhook(element()));
  const answers = await Promise.all(bodies.map((body) => ask(alertmanager, { token, body })));
  expect(answers.every(({ status }) => status === 202)).toBe(true);
  expect(transactions.mock.calls.length).toBeLessThan(20);
});

test("one that cannot be stored costs those that share its transaction nothing", async () => {
  await db().execute(sql`alter table alerts add constraint no_poison check (rule <> 'Poison')`);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const labels = (rule: string) => ({ labels: { alertname: rule } });
  const rules = ["First", "Good", "Poison", "Good", "Good"];
  const answers = await Promise.all(
    rules.map((rule) => ask(alertmanager, { token, body: webhook(element(labels(rule))) })),
  );
  await db().execute(sql`alter table alerts drop constraint no_poison`);
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 500, 202, 202]);
});

test("when too much waits senders are told to come again, never that they send too much; then all goes on", async () => {
  const over = () => webhook(...Array.from({ length: 500 }, () => element({ status: "resolved" })));
  const answers = await Promise.all(Array.from({ length: 14 }, () => ask(alertmanager, { token, body: over() })));
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([202, 503]));
  for (const { status, headers } of answers)
    if (status === 503) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(alertmanager, { token, body: over() })).status).toBe(202);
});

test("an event of PagerDuty is answered in its own shape, and ends what it opened", async () => {
  const service = await createService(db());
  const { secret, id } = await createIntakeKey(db(), service);
  const event = {
    routing_key: secret,
    dedup_key: "a",
    event_action: "trigger",
    payload: { summary: "Errors", class: "Http" },
  };
  expect(await documented(enqueue, { body: event }, 202)).toEqual({
    ...{ status: "success", message: "Event processed", dedup_key: "a" },
  });
  const ofService = () => db().select().from(alerts).where(eq(alerts.serviceId, service.id)).orderBy(alerts.openedAt);
  expect(await ofService()).toMatchObject([{ rule: "Http", origin: `pagerduty:${service.id}`, status: "triggered" }]);
  await documented(enqueue, { body: event }, 202);
  await documented(enqueue, { body: { ...event, event_action: "resolve" } }, 202);
  expect(await ofService()).toMatchObject([{ status: "resolved", occurrences: 1 }]);
  await documented(enqueue, { body: { ...event, event_action: "resolve" } }, 202);
  await documented(enqueue, { body: event }, 202);
  expect(await ofService()).toMatchObject([{ status: "resolved" }, { status: "triggered" }]);
  const [key] = await db().select().from(intakeKeys).where(eq(intakeKeys.id, id));
  expect(key?.lastUsedAt).not.toBeNull();
});

test("an event that is none gets 400 in PagerDuty's shape, and so does a key that is not, or no longer, one", async () => {
  const service = await createService(db());
  const { secret } = await createIntakeKey(db(), service);
  const { secret: revoked } = await createIntakeKey(db(), service, { revokedAt: now() });
  const event = { routing_key: secret, event_action: "trigger", payload: { summary: "Errors" } };
  const invalid: [Asking, string][] = [
    [{ body: { ...event, routing_key: "k".repeat(32) } }, "'routing_key' is not a key of this server"],
    [{ body: { ...event, routing_key: revoked } }, "'routing_key' is not a key of this server"],
    [{ body: { ...event, event_action: "sing" } }, "'event_action' has to be trigger, acknowledge or resolve"],
    [{ body: { ...event, payload: {} } }, "'payload.summary' is missing or blank"],
    [{ raw: "{" }, "The body is not JSON."],
  ];
  for (const [asking, message] of invalid) {
    const { status, body } = await ask(enqueue, asking);
    expect([status, body]).toEqual([
      400,
      { status: "invalid event", message: "Event object is invalid", errors: [message] },
    ]);
  }
  expect((await ask(enqueue, { raw: " ".repeat(8 * 1024 * 1024 + 1) })).status).toBe(413);
});

test("a program raises an alert, and hears whether it was open already", async () => {
  const { service, delivery } = await given.ownedService();
  const own = (await createToken(db(), { scope: "write", person: delivery.member })).secret;
  const body = { service: service.slug, summary: "Half of all payments fail", customerImpact: "Customers cannot pay." };
  const { alert, status } = await documented("POST /alerts", { token: own, body }, 202);
  expect(status).toBe("opened");
  expect(await documented("POST /alerts", { token, body }, 202)).toEqual({ alert, status: "repeated" });
  const [line] = await db().select().from(alertEntries).where(eq(alertEntries.alertId, alert)).orderBy(alertEntries.id);
  expect(line).toMatchObject({ kind: "opened", personId: delivery.member.id, actor: delivery.member.name });
  const unknown = await documented(
    "POST /alerts",
    { token, body: { ...body, service: "Nobody runs this", colour: "red" } },
    202,
  );
  expect(await stored(unknown.alert)).toMatchObject({
    ...{ serviceId: null, serviceSaid: "Nobody runs this", intakeNote: expect.stringContaining("colour") },
  });
  await refused("POST /alerts", { token, body: { service: service.slug } }, 422, "summary");
  await refused("POST /alerts", { token, body: { summary: "x" } }, 422, "service");
  await refused("POST /alerts", { token, body: [] }, 422);
});

test("with the database away senders are told to come again, and nothing is said to be stored", async () => {
  const shared = globalThis as typeof globalThis & { watchbillConnection?: unknown };
  const location = shared.watchbillConnection;
  shared.watchbillConnection = undefined;
  await openDatabase({ url: "postgres://nobody@127.0.0.1:1/nothing" });
  try {
    const event = { routing_key: "k".repeat(32), event_action: "trigger", payload: { summary: "Errors" } };
    for (const [call, asking] of [
      [alertmanager, { token, body: webhook(element()) }],
      [enqueue, { body: event }],
      ["POST /alerts", { token, body: { service: "x", summary: "y" } }],
    ] as const) {
      const { status, headers } = await ask(call, asking);
      expect([call, status, Number(headers.get("retry-after")) > 0]).toEqual([call, 503, true]);
    }
  } finally {
    await closeDatabase();
    shared.watchbillConnection = location;
  }
});

test("members make keys that are shown once, and revoke them; administrators map names", async () => {
  const { service } = await given.ownedService();
  const admin = (await createToken(db(), { scope: "admin" })).secret;
  const key = await documented(`POST /services/${service.slug}/intake-keys`, { token: admin }, 201);
  expect(key).toMatchObject({
    key: expect.stringMatching(/^[0-9a-f]{32}$/),
    service: service.slug,
    hint: key.key.slice(0, 4),
  });
  const [{ count } = { count: 0 }] = (await db().execute(
    sql`select count(*)::int as count from intake_keys where intake_keys::text like ${`%${key.key}%`}`,
  )) as unknown as { count: number }[];
  expect(count).toBe(0);
  const event = { routing_key: key.key, event_action: "trigger", payload: { summary: "Errors" } };
  await documented(enqueue, { body: event }, 202);
  expect((await ask(`DELETE /services/${service.slug}/intake-keys/${key.id}`, { token: admin })).status).toBe(204);
  expect((await ask(enqueue, { body: event })).status).toBe(400);

  const name = encodeURIComponent(`Legacy shop ${service.slug}`);
  expect((await ask(`PUT /intake-names/${name}`, { token: admin, body: { service: service.slug } })).status).toBe(204);
  const { items } = await documented("GET /intake-names", { token: admin });
  expect(items).toContainEqual({ name: `legacy shop ${service.slug}`, service: service.slug });
  const labels = { alertname: "X", job: `Legacy Shop ${service.slug}` };
  const { alerts: told } = await documented(alertmanager, { token, body: webhook(element({ labels })) }, 202);
  expect((await stored(told[0].alert))?.serviceId).toBe(service.id);
  expect((await ask(`DELETE /intake-names/${name}`, { token: admin })).status).toBe(204);
  await refused(`DELETE /intake-names/${name}`, { token: admin }, 404);
});

test("a change is recorded once, by senders too; one of the future counts as now", async () => {
  const service = await createService(db());
  const body = { service: service.slug, kind: "deploy", summary: "Version 4.17", url: "https://ci.example/1" };
  const at = "2026-03-02T14:05:00Z";
  const change = await documented("POST /changes", { token, body: { ...body, at, by: "Ada" } }, 201);
  expect(change).toMatchObject({ service: service.slug, by: "Ada", kind: "deploy" });
  expect(Temporal.Instant.from(change.at).toString()).toBe(at);
  expect(await documented("POST /changes", { token, body: { ...body, at, by: "Ada" } }, 201)).toEqual(change);
  const future = await documented("POST /changes", { token, body: { ...body, at: "2199-01-01T00:00:00Z" } }, 201);
  expect(Temporal.Instant.compare(future.at, now())).toBeLessThanOrEqual(0);
  await refused("POST /changes", { token, body: { ...body, service: "nobody-runs-this" } }, 422, "service");
  await refused("POST /changes", { token, body: { ...body, kind: "party" } }, 422, "kind");
  await refused("POST /changes", { token, body: { ...body, url: "javascript:x" } }, 422, "url");
});

test("maintenance is planned, listed and ended", async () => {
  const { service } = await given.ownedService();
  const admin = (await createToken(db(), { scope: "admin" })).secret;
  const room = `/services/${service.slug}/maintenance`;
  const to = now().add({ hours: 2 }).round("second").toString();
  const window = await documented(`POST ${room}`, { token: admin, body: { to, why: "The database moves" } }, 201);
  expect((await documented(`GET ${room}`, { token: admin })).items).toEqual([window]);
  expect((await ask(`DELETE ${room}/${window.id}`, { token: admin })).status).toBe(204);
  expect((await documented(`GET ${room}`, { token: admin })).items).toEqual([]);
  await refused(`POST ${room}`, { token: admin, body: { to: "2026-01-01T00:00:00Z" } }, 422, "to");
  await refused(`DELETE ${room}/${crypto.randomUUID()}`, { token: admin }, 404);
  await refused("GET /services/nobody-runs-this/maintenance", { token: admin }, 404);
});

test("a heartbeat is made, beats and is retired", async () => {
  const { service } = await given.ownedService();
  const admin = (await createToken(db(), { scope: "admin" })).secret;
  const room = `/services/${service.slug}/heartbeats`;
  const body = { name: "Nightly backup", everySeconds: 60 };
  const put = await documented(`PUT ${room}/backup`, { token: admin, body }, 201);
  expect(put).toMatchObject({ state: "waiting", graceSeconds: 60, silentAt: null });
  expect((await ask(`POST ${room}/backup/beat`, { token })).status).toBe(204);
  const beating = await documented(`PUT ${room}/backup`, { token: admin, body: { ...put, graceSeconds: 30 } });
  expect(beating).toMatchObject({ state: "beating", graceSeconds: 30 });
  expect((await documented(`GET ${room}`, { token: admin })).items).toEqual([beating]);
  await refused(`POST ${room}/nothing/beat`, { token }, 404);
  await refused(`PUT ${room}/other`, { token: admin, body: { name: "x" } }, 422, "everySeconds");
  expect((await ask(`DELETE ${room}/backup`, { token: admin })).status).toBe(204);
  expect((await documented(`GET ${room}`, { token: admin })).items).toEqual([]);
});
