import { expect, test } from "vitest";
import { db } from "#db/client";
import { alertReviews } from "#db/schema";
import { createAlert, createRule } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { listEngagement } from "#lib/alerts/engagement-queries";
import { listNoise, listRulesToAnswer, listUnansweredOf } from "#lib/alerts/noise-queries";
import { listStatedRules } from "#lib/alerts/rules/impact-queries";
import { putRule } from "#lib/alerts/rules/rule-commands";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T09:00:00Z");
const before = (minutes: number) => at.subtract({ minutes });

test("a rule that was asked waits for its owners until one of them answers, either way", async () => {
  const { service, delivery } = await given.ownedService();
  const [owner, stranger] = [await viewerOf(delivery.member), await viewerOf(await given.stranger())];
  const asked = await createRule(db(), { service, name: "Asked", impactAskedAt: before(600) });
  await createRule(db(), { service, name: "Unasked" });
  await createAlert(db(), { service, rule: asked }, before(600));
  const waiting = async () => (await listRulesToAnswer(owner, at)).map(({ name, count }) => [name, count]);
  expect(await waiting()).toEqual([["Asked", 1]]);
  expect(await listRulesToAnswer(stranger, at)).toEqual([]);
  expect(await listUnansweredOf(stranger, service.id, at)).toMatchObject([
    { name: "Asked", canAnswer: false },
    { name: "Unasked", canAnswer: false },
  ]);

  const one = { service: service.slug, name: "Asked" };
  await putRule(owner, { ...one, isWithoutCustomerImpact: true });
  expect(await waiting()).toEqual([]);
  expect(await listStatedRules(owner, service.id)).toMatchObject([{ name: "Asked", customerImpact: null }]);
  await putRule(owner, { ...one, customerImpact: "Pages load slowly." });
  expect(await listStatedRules(owner, service.id)).toMatchObject([{ customerImpact: "Pages load slowly." }]);
});

test("noise is what woke nobody for good reason, and what had nothing to do in it, by those who own it", async () => {
  const { service, delivery, ops } = await given.ownedService();
  const low = { service, rule: "Chatter", gate: "hold", gateReason: "low-severity" } as const;
  for (const minutes of [50, 90]) await createAlert(db(), low, before(minutes));
  await createAlert(db(), low, before(60 * 24 * 40));
  await createAlert(db(), { service, rule: "Real" }, before(40));
  const idle = await createAlert(db(), { service, rule: "Idle" }, before(30));
  const said = { alertId: idle.id, personId: delivery.member.id, wasActionable: false, at };
  await db().insert(alertReviews).values(said);
  const noise = await listNoise(await viewerOf(delivery.lead), at);
  expect(noise.map(({ rule, count, unneeded }) => [rule, count, unneeded])).toEqual([
    ["Chatter", 2, 0],
    ["Idle", 1, 1],
  ]);
  expect(await listNoise(await viewerOf(ops.lead), at)).toEqual([]);
});

test("the time to engage of a service is told by month, drills and what may yet be answered left out", async () => {
  const { service, delivery } = await given.ownedService();
  const paged = (
    minutes: number,
    seconds: number | null,
    isDrill = false,
    resolvedAt: Temporal.Instant | null = null,
  ) =>
    createAlert(
      db(),
      {
        ...{ service, isDrill, resolvedAt, deliveryPagedAt: before(minutes) },
        deliveryEngagedAt: seconds === null ? null : before(minutes).add({ seconds }),
      },
      before(minutes),
    );
  await paged(30, 60);
  await paged(60, 180);
  await paged(90, null);
  await paged(92, null, false, before(80));
  await paged(95, 9_000, true);
  await paged(60 * 24 * 30, 300);
  expect(await listEngagement(await viewerOf(delivery.lead), service.id, at)).toEqual([
    { month: "2026-03", paged: 3, engaged: 2, medianSeconds: 120 },
    { month: "2026-02", paged: 1, engaged: 1, medianSeconds: 300 },
  ]);
});
