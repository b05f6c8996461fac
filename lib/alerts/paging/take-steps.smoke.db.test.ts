import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { alertEntries, alerts, escalationPaths, installation, maintenanceWindows, pages, people } from "#db/schema";
import type { Service } from "#db/seed/services";
import {
  createAlert,
  createDependency,
  createRotation,
  createRule,
  createService,
  deactivatePerson,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { putRule } from "#lib/alerts/rules/rule-commands";
import { systemViewer } from "#lib/auth/policy";

testDatabase();

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const later = (minutes: number) => night.add({ minutes });
// Whoever stands a weekly rotation of three that began on 6 January 2025, on 3 March 2026.
const turn = Math.floor(Temporal.Instant.from("2025-01-06T09:00:00Z").until(night).total("hours") / 168) % 3;

type Team = Awaited<ReturnType<typeof given.rotation>>;
const onWatch = ({ lead, member, other }: Team) => [lead, member, other][turn] as Team["lead"];

/** Who was asked about an alert, in order, with the minutes after three o'clock. */
async function asked(alertId: string): Promise<[string, string, string, number][]> {
  const rows = await db()
    .select({ page: pages, name: people.name })
    .from(pages)
    .innerJoin(people, eq(people.id, pages.personId))
    .where(eq(pages.alertId, alertId))
    .orderBy(pages.at, people.name);
  return rows.map(({ page, name }) => [name, page.seat, page.kind, night.until(page.at).total("minutes")]);
}

async function stateOf(alertId: string) {
  const [alert] = await db().select().from(alerts).where(eq(alerts.id, alertId));
  if (!alert) throw new Error("The alert is not there.");
  return alert;
}

async function kindsOf(alertId: string): Promise<string[]> {
  const rows = await db().select().from(alertEntries).where(eq(alertEntries.alertId, alertId)).orderBy(alertEntries.id);
  return rows.map(({ kind }) => kind).filter((kind) => kind !== "opened" && kind !== "gated");
}

const alertOf = (service: Service, facts = {}) => createAlert(db(), { service, ...facts }, night);

test("the delivery watch is asked at once, ops and the lead when nobody answers, and then everybody again", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();
  const alert = await alertOf(service);
  for (const minutes of [0, 5, 15, 30, 60]) await takeSteps(later(minutes));
  expect(await asked(alert.id)).toEqual([
    [onWatch(delivery).name, "delivery", "page", 0],
    [onWatch(ops).name, "ops", "page", 15],
    ...(onWatch(delivery).id === delivery.lead.id ? [] : [[delivery.lead.name, "lead", "page", 30]]),
    [onWatch(delivery).name, "delivery", "page", 60],
  ]);
  expect(await stateOf(alert.id)).toMatchObject({
    deliveryPagedAt: night,
    opsPagedAt: later(15),
    nextStepAt: later(75),
  });
});

test("between two steps nothing happens, however often it is looked", async () => {
  const { service } = await given.serviceOnWatch();
  const alert = await alertOf(service);
  await takeSteps(night);
  await takeSteps(night);
  await takeSteps(later(14));
  expect(await asked(alert.id)).toHaveLength(1);
});

test("an empty seat is passed at once and said", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();
  await deactivatePerson(db(), onWatch(delivery), {}, night.subtract({ hours: 1 }));
  const alert = await alertOf(service);
  await takeSteps(night);
  expect(await asked(alert.id)).toEqual([[onWatch(ops).name, "ops", "page", 0]]);
  expect(await kindsOf(alert.id)).toEqual(["passed-empty-seat", "paged"]);
});

test("a backup rotation is asked after its minutes", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const { rotation: backup, team: _team, ...people } = await given.rotation();
  await db()
    .update(escalationPaths)
    .set({ backupRotationId: backup.id, backupAfterMinutes: 3 })
    .where(eq(escalationPaths.serviceId, service.id));
  const alert = await alertOf(service);
  await takeSteps(night);
  await takeSteps(later(3));
  expect(await asked(alert.id)).toEqual([
    [onWatch(delivery).name, "delivery", "page", 0],
    [onWatch({ ...people } as Team).name, "backup", "page", 3],
  ]);
});

test("an unrouted alert asks the fallback ops watch, and where nobody stands it the whole team", async () => {
  const { team, lead, member, other } = await given.rotation({ kind: "ops" });
  await db().update(installation).set({ fallbackOpsTeamId: team.id });
  const routed = await createAlert(db(), { service: null }, night);
  await takeSteps(night);
  expect(await asked(routed.id)).toEqual([[onWatch({ lead, member, other } as Team).name, "ops", "page", 0]]);

  const empty = await given.opsTeam();
  await db().update(installation).set({ fallbackOpsTeamId: empty.team.id });
  const alert = await createAlert(db(), { service: null }, night);
  await takeSteps(night);
  expect(await asked(alert.id)).toEqual([[empty.lead.name, "lead", "page", 0]]);
  await db().update(installation).set({ fallbackOpsTeamId: null });
});

test("an alert of a service without anybody asks the leads and members of the fallback ops team", async () => {
  const { team, lead, member } = await given.opsTeam();
  await db().update(installation).set({ fallbackOpsTeamId: team.id });
  const service = await createService(db());
  const alert = await alertOf(service);
  await takeSteps(night);
  expect((await asked(alert.id)).map(([name]) => name).toSorted()).toEqual([lead.name, member.name].toSorted());
  await db().update(installation).set({ fallbackOpsTeamId: null });
});

test("with nobody anywhere it says so, and looks again", async () => {
  const service = await createService(db());
  const alert = await alertOf(service);
  await takeSteps(night);
  expect(await kindsOf(alert.id)).toContain("nobody-to-page");
  expect((await stateOf(alert.id)).nextStepAt).toEqual(later(60));
});

test("a held alert is told quietly to the delivery watch when its wait is over, and to nobody else", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const morning = later(360);
  const facts = {
    gate: "hold",
    gateReason: "low-severity",
    severity: "warning",
    releasesAt: morning,
    nextStepAt: morning,
  };
  const alert = await alertOf(service, facts);
  for (const minutes of [0, 359, 360, 400, 1_000]) await takeSteps(later(minutes));
  expect(await asked(alert.id)).toEqual([[onWatch(delivery).name, "delivery", "quiet", 360]]);
  expect(await kindsOf(alert.id)).toEqual(["released", "paged"]);
  expect((await stateOf(alert.id)).nextStepAt).toBeNull();
});

test("at the end of a maintenance window the gate is asked again, and what customers see pages", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const facts = { gate: "hold", gateReason: "maintenance", releasesAt: later(20), nextStepAt: later(20) };
  const [alert, drawnOut] = [await alertOf(service, facts), await alertOf(service, { ...facts, severity: "warning" })];
  await takeSteps(later(19));
  expect(await asked(alert.id)).toEqual([]);
  await takeSteps(later(20));
  expect(await asked(alert.id)).toEqual([[onWatch(delivery).name, "delivery", "page", 20]]);
  expect(await stateOf(alert.id)).toMatchObject({ gate: "page", gateReason: "customer-impact", pagesFrom: later(20) });
  expect(await stateOf(drawnOut.id)).toMatchObject({ gate: "hold", gateReason: "low-severity" });
});

test("a maintenance window that goes on holds it on", async () => {
  const { service } = await given.serviceOnWatch();
  const window = { startsAt: night, endsAt: later(90), createdAt: night };
  await db()
    .insert(maintenanceWindows)
    .values({ serviceId: service.id, ...window });
  const facts = { gate: "hold", gateReason: "maintenance", releasesAt: later(20), nextStepAt: later(20) };
  const alert = await alertOf(service, facts);
  await takeSteps(later(20));
  expect(await asked(alert.id)).toEqual([]);
  expect(await stateOf(alert.id)).toMatchObject({ gate: "hold", nextStepAt: later(90), releasesAt: later(90) });
});

test("an acknowledged alert that stays silent asks its holder again, then moves on without them", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();
  const holder = onWatch(delivery);
  const held = { status: "acknowledged", holderId: holder.id, acknowledgedAt: night, stepsTaken: 1 };
  const alert = await alertOf(service, { ...held, nextStepAt: later(30) });
  for (const minutes of [30, 35, 40]) await takeSteps(later(minutes));
  expect(await asked(alert.id)).toEqual([
    [holder.name, "holder", "asks-again", 30],
    [onWatch(ops).name, "ops", "page", 40],
  ]);
  expect(await kindsOf(alert.id)).toEqual(["asked-again", "moved-on", "paged"]);
  expect(await stateOf(alert.id)).toMatchObject({ status: "triggered", holderId: null });
});

test("anything that a person does keeps an acknowledged alert from asking", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const holder = onWatch(delivery);
  const held = { status: "acknowledged", holderId: holder.id, acknowledgedAt: night };
  const alert = await alertOf(service, { ...held, nextStepAt: later(30) });
  const line = {
    alertId: alert.id,
    personId: holder.id,
    actor: holder.name,
    kind: "noted",
    detail: { words: "Looking." },
  };
  await db()
    .insert(alertEntries)
    .values({ ...line, at: later(20) });
  await takeSteps(later(30));
  expect(await asked(alert.id)).toEqual([]);
  expect((await stateOf(alert.id)).nextStepAt).toEqual(later(50));
});

test("an alert of what a service needs joins the one about which the same person was just asked", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const needed = await createService(db(), { team: delivery.team });
  const stranger = await createService(db(), { team: delivery.team });
  await createDependency(db(), service, { on: needed });
  const [first, second, third] = [await alertOf(service), await alertOf(needed), await alertOf(stranger)];
  await takeSteps(night);
  const leader = (await asked(first.id)).length > 0 ? first : second;
  const member = leader === first ? second : first;
  expect(await asked(member.id)).toEqual([]);
  expect(await stateOf(member.id)).toMatchObject({ leaderId: leader.id, nextStepAt: null });
  expect(await kindsOf(member.id)).toEqual(["joined"]);
  expect(await asked(third.id)).toHaveLength(1);
});

test("a graver alert joins none, and after ten minutes none joins", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const needed = await createService(db(), { team: delivery.team });
  await createDependency(db(), service, { on: needed });
  const first = await alertOf(service, { severity: "error" });
  await takeSteps(night);
  const graver = await createAlert(db(), { service: needed, severity: "critical" }, later(1));
  await takeSteps(later(1));
  expect(await asked(graver.id)).toHaveLength(1);
  await db()
    .update(alerts)
    .set({ status: "resolved", resolvedAt: later(2), nextStepAt: null })
    .where(eq(alerts.id, graver.id));
  const late = await createAlert(db(), { service: needed, severity: "error" }, later(11));
  await takeSteps(later(11));
  expect(await asked(late.id)).toHaveLength(1);
  expect(await asked(first.id)).toHaveLength(1);
});

test("two at once take each alert once", async () => {
  const { service, ops } = await given.serviceOnWatch();
  await createRotation(db(), { team: ops.team });
  const many: string[] = [];
  for (let count = 0; count < 30; count += 1)
    many.push((await alertOf(service, { severity: "critical", leaderId: null })).id);
  await Promise.all([takeSteps(night), takeSteps(night), takeSteps(night)]);
  const [row] = await db()
    .select({ twice: sql<number>`count(*) filter (where times > 1)::int`, asked: sql<number>`count(*)::int` })
    .from(
      sql`(select count(*) as times from pages where ${sql.raw(`alert_id in (${many.map((id) => `'${id}'`).join(",")})`)} group by alert_id, person_id) one`,
    );
  expect(row?.twice).toBe(0);
  expect(row?.asked).toBeGreaterThan(0);
  const open = await db().select().from(alerts).where(eq(alerts.serviceId, service.id));
  expect(open.filter(({ leaderId, nextStepAt }) => leaderId === null && nextStepAt === null)).toEqual([]);
});

test("a drill is played although the same person was just asked about something else, and nothing joins it", async () => {
  const { service } = await given.serviceOnWatch();
  const drill = await alertOf(service, { isDrill: true, gateReason: "drill" });
  await takeSteps(night);
  const [real, other] = [
    await createAlert(db(), { service }, later(1)),
    { isDrill: true, gateReason: "drill" as const },
  ];
  await takeSteps(later(1));
  const second = await createAlert(db(), { service, ...other }, later(2));
  await takeSteps(later(2));
  for (const { id } of [drill, real, second]) expect(await asked(id)).toHaveLength(1);
});

test("what waits for somebody to say what customers see of its rule pages as soon as they do", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const rule = await createRule(db(), { service, impactAskedAt: night });
  const waits = {
    gate: "hold",
    gateReason: "impact-unanswered",
    releasesAt: later(360),
    nextStepAt: later(360),
  } as const;
  const alert = await alertOf(service, { ...waits, rule, customerImpact: null });
  await takeSteps(night);
  expect(await asked(alert.id)).toEqual([]);
  await putRule(
    systemViewer("A test"),
    { service: service.slug, name: rule.name, customerImpact: "Nobody can pay." },
    later(7),
  );
  await takeSteps(later(7));
  expect(await asked(alert.id)).toEqual([[onWatch(delivery).name, "delivery", "page", 7]]);
});
