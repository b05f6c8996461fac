import { eq, inArray, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db, inTransaction, rowsOf, type Tx } from "#db/client";
import { alertEntries, alertRules, alerts, events, notifications, pages } from "#db/schema";
import {
  createAlert,
  createIntakeName,
  createMaintenance,
  createPerson,
  createRule,
  createService,
  editTeam,
  renameService,
  retireService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Delivery } from "#lib/alerts/intake/delivery";
import { receiveAlerts } from "#lib/alerts/intake/receive";
import { after, delivery, night } from "#lib/alerts/testing/deliveries";
import { onWake } from "#lib/jobs/wake";

testDatabase();
afterEach(() => onWake(undefined));

type Alert = typeof alerts.$inferSelect;
const find = async (id: string | null | undefined) =>
  (
    await db()
      .select()
      .from(alerts)
      .where(eq(alerts.id, id ?? ""))
  )[0] as Alert;
const receiveOne = async (facts: Partial<Delivery>, at = night) => {
  const [received] = await receiveAlerts([delivery(facts)], at);
  return { ...received, row: received?.alert ? await find(received.alert) : undefined };
};
const linesOf = async (id: string | null | undefined) =>
  (
    await db()
      .select()
      .from(alertEntries)
      .where(eq(alertEntries.alertId, id ?? ""))
      .orderBy(alertEntries.id)
  ).map(({ kind, actor }) => `${kind} (${actor})`);
const ofService = (id: string) => db().select().from(alerts).where(eq(alerts.serviceId, id)).orderBy(alerts.openedAt);

test("an alert is stored with what was said of it, pages its service, and its timeline says why", async () => {
  const { service } = await given.ownedService();
  const said = {
    labels: { pod: "a" },
    details: { value: 7 },
    links: [{ title: "Runbook", url: "https://a.example" }],
    note: "Cut.",
  };
  const { row, status } = await receiveOne({ serviceSaid: service.slug, ...said });
  expect(status).toBe("opened");
  expect(row).toMatchObject({
    ...{ serviceId: service.id, status: "triggered", severity: "critical", customerImpact: "Nobody gets water." },
    ...{ gate: "page", gateReason: "customer-impact", pagesFrom: night, nextStepAt: night, stepsTaken: 0 },
    ...{
      occurrences: 1,
      leaderId: null,
      intakeNote: "Cut.",
      labels: { pod: "a" },
      details: { value: 7 },
      links: said.links,
    },
  });
  expect(await linesOf(row?.id)).toEqual(["opened (Alertmanager)", "gated (Watchbill)"]);
});

test("a service is found by its slug, its former slug, underscores, any case, and a name that was mapped", async () => {
  const { service } = await given.ownedService();
  const before = service.slug;
  await renameService(db(), service, { name: "Harbour pump", slug: `harbour-pump-${before}` });
  const name = `Legacy/${before}`;
  await createIntakeName(db(), service, { name });
  for (const serviceSaid of [service.slug, before, service.slug.toUpperCase(), service.slug.replaceAll("-", "_"), name])
    expect((await receiveOne({ serviceSaid })).row?.serviceId, serviceSaid).toBe(service.id);
  expect((await receiveOne({ serviceSaid: "nobody-runs-this", alsoSaid: name })).row?.serviceId).toBe(service.id);
  expect((await receiveOne({ serviceSaid: "nobody-runs-this", alsoSaid: service.slug })).row?.serviceId).toBeNull();
});

test("an alert of an unknown or retired service is kept, unrouted, and pages by its severity alone", async () => {
  const retired = await createService(db());
  await retireService(db(), retired);
  const unknown = await receiveOne({ serviceSaid: "Nobody runs this", customerImpact: null });
  expect(unknown.row).toMatchObject({
    serviceId: null,
    serviceSaid: "Nobody runs this",
    ruleId: null,
    gate: "page",
    nextStepAt: night,
  });
  expect((await receiveOne({ serviceSaid: retired.slug })).row).toMatchObject({
    serviceId: null,
    serviceSaid: retired.slug,
  });
  expect((await receiveOne({ serviceSaid: "nobody", severity: "warning" })).row).toMatchObject({
    gate: "hold",
    gateReason: "low-severity",
  });
  expect((await receiveOne({ serviceSaid: null })).row).toMatchObject({ serviceId: null, gate: "page" });
});

test("the same payload again changes nothing, also after its end and in any order", async () => {
  const { service } = await given.ownedService();
  const key = { dedupKey: "replayed", serviceSaid: service.slug };
  const firing = delivery(key);
  const resolved = delivery({ ...key, status: "resolved", endsAt: after(10) });
  const [opened] = await receiveAlerts([firing], night);
  expect(await receiveAlerts([firing, firing], after(1))).toEqual([
    { alert: opened?.alert, status: "repeated" },
    { alert: opened?.alert, status: "repeated" },
  ]);
  expect(await find(opened?.alert)).toMatchObject({ occurrences: 1, repeatedAt: night });
  expect(await receiveAlerts([resolved], after(10))).toEqual([{ alert: opened?.alert, status: "resolved" }]);
  expect(await receiveAlerts([resolved, firing, firing, resolved], after(11))).toMatchObject(
    Array(4).fill({ status: "ignored" }),
  );
  expect(await ofService(service.id)).toMatchObject([
    { status: "resolved", resolvedAt: after(10), resolvedById: null, nextStepAt: null },
  ]);
  expect(await linesOf(opened?.alert)).toEqual([
    "opened (Alertmanager)",
    "gated (Watchbill)",
    "resolved-by-sender (Alertmanager)",
  ]);
  const [again] = await receiveAlerts([delivery({ ...key, startsAt: after(12) })], after(12));
  expect(again?.status).toBe("opened");
});

test("a firing that began anew while it was open is counted and told", async () => {
  const { service } = await given.ownedService();
  const { alert } = await receiveOne({ dedupKey: "flaps", serviceSaid: service.slug });
  expect(
    await receiveOne({ dedupKey: "flaps", serviceSaid: service.slug, startsAt: after(3) }, after(4)),
  ).toMatchObject({
    ...{
      alert,
      status: "repeated",
      row: { occurrences: 2, startsAt: after(3), repeatedAt: after(4), openedAt: night },
    },
  });
  expect(await linesOf(alert)).toContain("repeated (Alertmanager)");
});

test("one payload may open, end and open again one key, in its order", async () => {
  const { service } = await given.ownedService();
  const key = { dedupKey: "busy", serviceSaid: service.slug };
  const received = await receiveAlerts(
    [delivery(key), delivery({ ...key, status: "resolved" }), delivery(key), delivery({ ...key, startsAt: after(1) })],
    after(2),
  );
  expect(received.map(({ status }) => status)).toEqual(["opened", "resolved", "ignored", "opened"]);
  expect((await ofService(service.id)).map(({ status }) => status).toSorted()).toEqual(["resolved", "triggered"]);
});

test("two replicas that receive the same pair at once open one alert", async () => {
  const { service } = await given.ownedService();
  const keys = Array.from({ length: 20 }, (_, index) => `pair-${index}`);
  const payload = () => keys.map((dedupKey) => delivery({ dedupKey, serviceSaid: service.slug }));
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      receiveAlerts(
        payload().toSorted(() => 0.5 - Math.random()),
        night,
      ),
    ),
  );
  expect(answers.flat().filter(({ status }) => status === "opened")).toHaveLength(keys.length);
  const rows = await ofService(service.id);
  expect(rows).toHaveLength(keys.length);
  expect(rows.filter(({ nextStepAt }) => nextStepAt)).toHaveLength(1);
});

test("unrouted pairs that arrive at once open one alert, too", async () => {
  const payload = () => [delivery({ dedupKey: "unrouted-pair", serviceSaid: "nobody-knows" })];
  const answers = await Promise.all(Array.from({ length: 6 }, () => receiveAlerts(payload(), night)));
  expect(new Set(answers.flat().map(({ alert }) => alert)).size).toBe(1);
});

test("a storm of 300 is one page; another service's first alert stands by itself, and so does a graver one", async () => {
  const [{ service }, { service: other }] = [await given.ownedService(), await given.ownedService()];
  const storm = Array.from({ length: 300 }, () => delivery({ serviceSaid: service.slug, severity: "error" }));
  const received = await receiveAlerts([...storm, delivery({ serviceSaid: other.slug })], night);
  const rows = await ofService(service.id);
  const [leader] = rows.filter(({ leaderId }) => leaderId === null);
  expect(leader?.id).toBe(received[0]?.alert);
  expect(rows.filter(({ leaderId }) => leaderId === leader?.id)).toHaveLength(299);
  expect(rows.filter(({ nextStepAt }) => nextStepAt !== null)).toHaveLength(1);
  expect(await ofService(other.id)).toMatchObject([{ leaderId: null, nextStepAt: night }]);
  const later = await receiveOne({ serviceSaid: service.slug, severity: "error" }, after(9));
  expect(later.row).toMatchObject({ leaderId: leader?.id, nextStepAt: null });
  expect(await linesOf(later.alert)).toEqual(["opened (Alertmanager)", "gated (Watchbill)", "joined (Alertmanager)"]);
  expect((await receiveOne({ serviceSaid: service.slug, severity: "error" }, after(18))).row?.leaderId).toBe(
    leader?.id,
  );
  expect((await receiveOne({ serviceSaid: service.slug, severity: "critical" }, after(19))).row?.leaderId).toBeNull();
  expect((await receiveOne({ serviceSaid: service.slug, severity: "error" }, after(40))).row?.leaderId).toBeNull();
});

test("unrouted alerts belong together by the name that their sender gave", async () => {
  const [one, same, other] = await receiveAlerts(
    ["stray", "Stray", "other-stray"].map((serviceSaid) => delivery({ serviceSaid })),
    night,
  );
  expect((await find(same?.alert)).leaderId).toBe(one?.alert);
  expect((await find(other?.alert)).leaderId).toBeNull();
});

test("when the leader of a storm is over, the eldest leads and is asked about by itself", async () => {
  const { service } = await given.ownedService();
  const said = { serviceSaid: service.slug };
  const [leader, second, third] = await receiveAlerts(
    [delivery({ ...said, dedupKey: "lead" }), delivery(said), delivery(said)],
    night,
  );
  await receiveAlerts([delivery({ ...said, dedupKey: "lead", status: "resolved" })], after(5));
  const [next] = [await find(second?.alert), await find(third?.alert)].filter(({ leaderId }) => !leaderId);
  const [joined] = [await find(second?.alert), await find(third?.alert)].filter(({ leaderId }) => leaderId);
  expect(next).toMatchObject({ pagesFrom: after(5), nextStepAt: after(5), stepsTaken: 0 });
  expect(joined).toMatchObject({ leaderId: next?.id, nextStepAt: null });
  expect((await find(leader?.alert)).status).toBe("resolved");
});

test("whoever acts on a leader and then on its members is let through, and what arrived meanwhile is stored after", async () => {
  const { service } = await given.ownedService();
  const said = { serviceSaid: service.slug };
  const member = delivery({ ...said, dedupKey: "joined-and-locked" });
  const [leader, joined] = await receiveAlerts([delivery(said), member], night);
  const lock = (tx: Tx, id: string | null | undefined) =>
    tx
      .select()
      .from(alerts)
      .where(eq(alerts.id, id ?? ""))
      .for("update");
  const [holds, waits] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const acting = inTransaction(async (tx) => {
    await lock(tx, leader?.alert);
    holds.resolve();
    await waits.promise;
    return lock(tx, joined?.alert);
  });
  await holds.promise;
  const arriving = receiveAlerts([{ ...member, status: "resolved" }, delivery(said)], after(1));
  await vi.waitFor(async () => {
    const waiting = await rowsOf(
      db(),
      sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'`,
    );
    expect(waiting).toHaveLength(1);
  });
  waits.resolve();
  expect(await acting).toHaveLength(1);
  expect((await arriving).map(({ status }) => status)).toEqual(["resolved", "opened"]);
});

test("a rule that nobody was asked about pages once, also within one payload, and waits from then on", async () => {
  const { service } = await given.ownedService();
  const said = { serviceSaid: service.slug, rule: "NeverSeen", customerImpact: null };
  const received = await receiveAlerts([delivery(said), delivery(said), delivery(said)], night);
  const rows = await Promise.all(received.map(({ alert }) => find(alert)));
  expect(rows.map(({ gateReason }) => gateReason)).toEqual(["first-time", "impact-unanswered", "impact-unanswered"]);
  expect(rows[1]).toMatchObject({
    gate: "hold",
    releasesAt: night.add({ hours: 6 }),
    nextStepAt: night.add({ hours: 6 }),
    pagesFrom: null,
  });
  expect((await receiveOne(said, after(60))).row?.gateReason).toBe("impact-unanswered");
  const [rule] = await db().select().from(alertRules).where(eq(alertRules.serviceId, service.id));
  expect(rule).toMatchObject({ name: "NeverSeen", impactAskedAt: night, customerImpact: null });
  const told = await db().select().from(events).where(eq(events.kind, "alert-rule.created"));
  expect(told.filter(({ about }) => about.includes(rule?.id ?? ""))).toMatchObject([
    { actor: "A sender", personId: null },
  ]);
});

test("of replicas that receive a rule's first alerts at once, one has its page", async () => {
  const { service } = await given.ownedService();
  const said = { serviceSaid: service.slug, rule: "SeenAtOnce", customerImpact: null };
  await Promise.all(Array.from({ length: 6 }, () => receiveAlerts([delivery(said), delivery(said)], night)));
  const reasons = (await ofService(service.id)).map(({ gateReason }) => gateReason);
  expect(reasons.filter((reason) => reason === "first-time")).toHaveLength(1);
  expect(reasons).toHaveLength(12);
});

test("what a rule states decides, by the service's own rule before nobody's", async () => {
  const { service } = await given.ownedService();
  const said = { serviceSaid: service.slug, customerImpact: null };
  await createRule(db(), { service, name: "Quiet", isWithoutCustomerImpact: true });
  await createRule(db(), { service: null, name: "Everybodys", customerImpact: "Nothing loads." });
  await createRule(db(), { service, name: "Asked", impactAskedAt: night });
  expect((await receiveOne({ ...said, rule: "Quiet" })).row).toMatchObject({
    gate: "hold",
    gateReason: "no-customer-impact",
  });
  expect((await receiveOne({ ...said, rule: "Everybodys" })).row).toMatchObject({
    gate: "page",
    gateReason: "customer-impact",
  });
  expect((await receiveOne({ ...said, rule: "Asked" })).row).toMatchObject({
    gate: "hold",
    gateReason: "impact-unanswered",
  });
  expect((await receiveOne({ ...said, rule: "Asked", severity: "info" })).row).toMatchObject({
    gateReason: "low-severity",
  });
});

test("held ones wait for the working hours of the delivery team", async () => {
  const { service, delivery: team } = await given.ownedService();
  const workingHours = { timeZone: "Asia/Tokyo", weekdays: ["tuesday"], from: "14:00", to: "18:00" };
  await editTeam(db(), team.team, { workingHours });
  const { row } = await receiveOne({ serviceSaid: service.slug, severity: "warning" });
  expect(row?.releasesAt).toEqual(Temporal.Instant.from("2026-03-03T05:00:00Z"));
});

test("in a maintenance window an alert is kept, and held until it ends; a drill pages", async () => {
  const { service } = await given.ownedService();
  await createMaintenance(db(), service, { from: after(-30), to: after(30) });
  const said = { serviceSaid: service.slug };
  expect((await receiveOne(said)).row).toMatchObject({
    gate: "hold",
    gateReason: "maintenance",
    nextStepAt: after(30),
  });
  expect((await receiveOne({ ...said, isDrill: true })).row).toMatchObject({
    gate: "page",
    gateReason: "drill",
    isDrill: true,
  });
  expect((await receiveOne(said, after(30))).row).toMatchObject({ gate: "page" });
});

test("what tells more than it was held for is weighed again", async () => {
  const { service } = await given.ownedService();
  const said = { origin: "api", dedupKey: "grows", serviceSaid: service.slug, startsAt: null };
  const { alert, row } = await receiveOne({ ...said, severity: "warning", fingerprint: "1" });
  expect(row).toMatchObject({ gate: "hold", origin: `api:${service.id}` });
  const graver = await receiveOne({ ...said, severity: "critical", fingerprint: "2", summary: "Worse" }, after(5));
  expect(graver).toMatchObject({ alert, status: "repeated" });
  expect(graver.row).toMatchObject({
    severity: "critical",
    summary: "Worse",
    gate: "page",
    nextStepAt: after(5),
    pagesFrom: after(5),
  });
});

test("a sender's acknowledgement rests the safety net once, and says so; with nothing open it does nothing", async () => {
  const { service } = await given.ownedService();
  const said = { origin: `pagerduty:${service.id}`, serviceId: service.id, dedupKey: "pd", startsAt: null };
  const acknowledge = { ...said, status: "acknowledged" as const, fingerprint: "ack" };
  expect(await receiveOne(acknowledge)).toMatchObject({ alert: null, status: "ignored" });
  const { alert } = await receiveOne(said);
  expect(await receiveOne(acknowledge, after(1))).toMatchObject({
    alert,
    status: "acknowledged",
    row: { status: "triggered", nextStepAt: after(31) },
  });
  expect((await receiveOne(acknowledge, after(20))).row?.nextStepAt).toEqual(after(31));
  expect(await linesOf(alert)).toEqual(["opened (PagerDuty)", "gated (Watchbill)", "acknowledged (PagerDuty)"]);
  expect(await receiveOne({ ...said, status: "resolved" }, after(2))).toMatchObject({ alert, status: "resolved" });
  expect((await receiveOne({ ...said, startsAt: night, fingerprint: "again" }, after(3))).status).toBe("opened");
});

test("messages that wait about an alert are dropped when it is over", async () => {
  const service = await createService(db());
  const open = await createAlert(db(), { service, dedupKey: "told" });
  const person = await createPerson(db());
  const [page] = await db()
    .insert(pages)
    .values({ alertId: open.id, personId: person.id, seat: "delivery", kind: "page", key: "1", at: night })
    .returning();
  const message = {
    kind: "page" as const,
    pageId: page?.id,
    alertId: open.id,
    personId: person.id,
    methodKind: "outbox",
  };
  await db()
    .insert(notifications)
    .values({ ...message, createdAt: night, dueAt: after(5), nextTryAt: after(5) });
  await receiveAlerts([delivery({ dedupKey: "told", serviceSaid: service.slug, status: "resolved" })], after(1));
  expect(
    await db()
      .select()
      .from(notifications)
      .where(inArray(notifications.alertId, [open.id])),
  ).toMatchObject([{ status: "dropped", nextTryAt: null }]);
});

test("the pager is woken after the commit where somebody is to be asked, and not for what waits", async () => {
  const { service } = await given.ownedService();
  const wake = vi.fn();
  onWake(wake);
  await receiveOne({ serviceSaid: service.slug, severity: "info" });
  expect(wake).not.toHaveBeenCalled();
  await receiveOne({ serviceSaid: service.slug });
  expect(wake).toHaveBeenCalledTimes(1);
});
