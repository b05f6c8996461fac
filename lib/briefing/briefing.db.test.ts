import { expect, test } from "vitest";
import { db, inTransaction } from "#db/client";
import { installation } from "#db/schema";
import {
  createAlert,
  createChange,
  createDependency,
  createDocument,
  createHeartbeat,
  createMark,
  createRule,
  createService,
  createSignature,
  declareExpert,
  tellOfAlert,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { askWhom } from "#lib/briefing/ask-whom";
import { mitigationFirst } from "#lib/briefing/mitigation-first";
import { findBriefing, findServiceBriefing } from "#lib/briefing/queries";
import type { Briefing } from "#lib/briefing/views";
import { viewerOf } from "#lib/documents/testing/viewers";
import { pagePeople } from "#lib/notifications/page-people";
import { createMethod } from "#lib/notifications/testing/scene";
import { indexSignatures } from "#lib/signatures/index-signatures";

testDatabase();

/** A Wednesday night on which the lead of each rotation of `given` stands watch. */
const at = Temporal.Instant.from("2026-03-04T03:00:00Z");
const before = (minutes: number) => at.subtract({ minutes });

async function open(
  ...[viewer, id, when = at]: [Parameters<typeof findBriefing>[0], string, Temporal.Instant?]
): Promise<Briefing> {
  const briefing = await findBriefing(viewer, id, when);
  if (!briefing || briefing.isOver) throw new Error("The alert is not open.");
  return briefing;
}

const body = `## Meaning

The pool is empty.

## Mitigation

1. Roll back.
2. Drain a shard.

## Afterwards

Write it down.
`;

test("the briefing says who stands watch, who knows it, what to do first and what worked the last time", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();
  const rule = await createRule(db(), { service, name: "PaymentSlow", customerImpact: "Nobody can pay." });
  const document = await createDocument(db(), { service, title: "Payments hang", body, alertNames: ["paymentslow"] });
  await createMark(db(), document, { by: delivery.other, step: "Roll back.", anchor: "mitigation-1" }, before(600));
  await declareExpert(db(), service, { person: delivery.other, note: "wrote the pool" });
  const last = await createAlert(
    db(),
    {
      ...{ service, rule, resolvedAt: before(4_000), resolvedById: delivery.member.id },
      ...{ cause: "A deploy leaked connections.", remedy: "Rolled back." },
    },
    before(4_060),
  );
  await tellOfAlert(db(), last, { kind: "resolved", by: delivery.member }, before(4_000));
  const signature = await createSignature(db(), { service, pattern: "pool exhausted * session-cache" });
  await indexSignatures();
  await createChange(db(), service, { summary: "Checkout 4.13" }, before(30));
  const alert = await createAlert(
    db(),
    { service, rule, summary: "Payments hang", details: { text: "pool exhausted acquiring session-cache" } },
    before(8),
  );

  const briefing = await open(await viewerOf(delivery.lead), alert.id);

  expect(briefing.seats.map(({ seat, person }) => [seat, person?.name])).toEqual([
    ["delivery", delivery.lead.name],
    ["ops", ops.lead.name],
  ]);
  expect(briefing.experts.map(({ name }) => name)).toEqual([delivery.member.name, delivery.other.name]);
  expect(briefing.experts[0]?.answered).toMatchObject({ count: 1, sameRule: 1 });
  expect(briefing.experts[1]?.declared).toBe("wrote the pool");
  expect(briefing.looksLike).toMatchObject([{ slug: signature.slug, cause: expect.any(String), lines: [{}] }]);
  expect(briefing.runbook?.title).toBe("Payments hang");
  expect(briefing.runbook?.marks.get("mitigation-1")).toMatchObject([{ verdict: "worked" }]);
  expect(briefing.changes).toMatchObject([{ summary: "Checkout 4.13", isOwn: true }]);
  expect(briefing.similar).toMatchObject([
    { id: last.id, cause: "A deploy leaked connections.", knows: { name: delivery.member.name } },
  ]);
  expect(briefing.entries.map(({ kind }) => kind)).toEqual(["opened", "gated"]);
  expect(briefing.colleagues[0]?.as).toBe("on the ops watch");
});

test("what a service needs is listed with its state, and the silent one is not lost among the quiet", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const [loud, silent, quiet, above] = [
    await createService(db(), { name: "Loud" }),
    await createService(db(), { name: "Silent" }),
    await createService(db(), { name: "Quiet" }),
    await createService(db(), { name: "Above" }),
  ];
  for (const need of [quiet, silent, loud]) await createDependency(db(), service, { on: need });
  await createDependency(db(), above, { on: service });
  await createAlert(db(), { service: loud, severity: "warning", summary: "A little" }, before(50));
  await createAlert(db(), { service: loud, severity: "critical", summary: "Everything" }, before(20));
  await createAlert(db(), { service: quiet, resolvedAt: before(10) }, before(20));
  await createHeartbeat(db(), silent, { lastBeatAt: before(12), silentAt: null });
  await createHeartbeat(db(), quiet, { lastBeatAt: before(2), silentAt: at.add({ minutes: 4 }) });
  await createHeartbeat(db(), quiet, { lastBeatAt: null, silentAt: null });
  await createChange(db(), loud, { summary: "Louder", kind: "config" }, before(60));
  const alert = await createAlert(db(), { service }, before(5));

  const { neighbours, neighbourCount, changes } = await open(await viewerOf(delivery.lead), alert.id);

  expect(neighbourCount).toEqual({ needs: 3, neededBy: 1 });
  expect(neighbours.map(({ name, isNeed }) => [name, isNeed])).toEqual([
    ["Silent", true],
    ["Loud", true],
    ["Quiet", true],
    ["Above", false],
  ]);
  expect(neighbours[0]).toMatchObject({ open: null, silentSince: expect.stringContaining("2026-03-04T02:48") });
  expect(neighbours[1]?.open).toMatchObject({ count: 2, worst: { summary: "Everything", severity: "critical" } });
  expect(neighbours[2]).toMatchObject({ open: null, silentSince: null });
  expect(changes).toMatchObject([{ summary: "Louder", isOwn: false, service: { name: "Loud" } }]);
});

test("where nothing is known each part is empty, and somebody is named to ask", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service, rule: "NobodyKnows", customerImpact: null }, before(3));
  const briefing = await open(await viewerOf(delivery.member), alert.id);
  expect(briefing).toMatchObject({ experts: [], looksLike: [], runbook: null, note: null, changes: [], similar: [] });
  expect(briefing).toMatchObject({ otherRunbooks: [], neighbours: [] });
  expect(askWhom(briefing, null)).toMatchObject({ name: delivery.lead.name, as: "on the delivery watch" });
  expect(askWhom(briefing, delivery.lead.email)?.as).toBe("on the ops watch");
});

test("nobody reads a briefing before it is known who asks, and what is no alert's id leads to none", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service });
  const refused = Promise.reject(new Error("Nobody is signed in."));
  await expect(findBriefing(refused, alert.id, at)).rejects.toThrow("Nobody is signed in.");
  await expect(findBriefing(refused, "no-id", at)).rejects.toThrow("Nobody is signed in.");
  const viewer = await viewerOf(delivery.lead);
  expect(await findBriefing(Promise.resolve(viewer), alert.id, at)).toEqual(await findBriefing(viewer, alert.id, at));
  for (const id of ["no-id", "", "903e99de-3961-4387-9026-27b5e1f351f8"])
    expect(await findBriefing(viewer, id, at)).toBeUndefined();
});

test("an alert of no known service shows the fallback ops watch, and asks it", async () => {
  const ops = await given.rotation({ kind: "ops", isTeamDefault: true });
  await db().update(installation).set({ fallbackOpsTeamId: ops.team.id });
  const alert = await createAlert(db(), { service: null, serviceSaid: "who-knows" }, before(3));
  const briefing = await open(await viewerOf(ops.member), alert.id);
  expect(briefing.service).toBe(null);
  expect(briefing.seats.find(({ seat }) => seat === "ops")?.person?.name).toBe(ops.lead.name);
  expect(askWhom(briefing, null)?.name).toBe(ops.lead.name);
  await db().update(installation).set({ fallbackOpsTeamId: null });
});

test("phone numbers are told to whoever handles the alert, and to nobody else", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();
  await createMethod(ops.lead, { kind: "voice", target: { number: "+351210000000" } });
  const alert = await createAlert(db(), { service }, before(3));
  const phoneFor = async (person: typeof ops.lead) =>
    (await open(await viewerOf(person), alert.id)).seats.find(({ seat }) => seat === "ops")?.person?.phone;
  const stranger = await given.stranger();
  expect(await phoneFor(delivery.lead)).toBe("+351210000000");
  expect(await phoneFor(stranger)).toBe(null);
  const page = { alertId: alert.id, personId: stranger.id, seat: "brought-in", kind: "page", key: "helps" } as const;
  await inTransaction((tx) => pagePeople(tx, [page], before(1)));
  expect(await phoneFor(stranger)).toBe("+351210000000");
  const over = await createAlert(db(), { service, resolvedAt: before(1) }, before(3));
  expect(await findBriefing(await viewerOf(delivery.lead), over.id, at)).toMatchObject({ isOver: true });
});

test("a service has a briefing before there is an alert, with the runbook of the rule that was asked for", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  await createDocument(db(), { service, title: "Payments hang", body, alertNames: ["PaymentSlow"] });
  const alert = await createAlert(db(), { service, summary: "Something else" }, before(5));
  const viewer = await viewerOf(delivery.member);
  const found = await findServiceBriefing(viewer, service.slug, { rule: "PaymentSlow", at });
  expect(found?.runbook?.title).toBe("Payments hang");
  expect(found?.open).toMatchObject([{ id: alert.id, summary: "Something else" }]);
  const missing = await findServiceBriefing(viewer, service.slug, { rule: "Unheard", at });
  expect(missing?.runbook).toBe(null);
  expect(missing?.otherRunbooks).toMatchObject([{ title: "Payments hang" }]);
  expect(await findServiceBriefing(viewer, "no-such-service", { rule: null, at })).toBe(undefined);
  expect(await findBriefing(viewer, "no-such-alert", at)).toBe(undefined);
  expect(await findBriefing(viewer, crypto.randomUUID(), at)).toBe(undefined);
});

test("the mitigation of a runbook comes first, and nothing of the rest is lost", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  await createDocument(db(), { service, title: "Payments hang", body, alertNames: ["PaymentSlow"] });
  const found = await findServiceBriefing(await viewerOf(delivery.member), service.slug, { rule: "PaymentSlow", at });
  if (!found?.runbook) throw new Error("There is no runbook.");
  const { first, rest, words } = mitigationFirst(found.runbook.rendered.tree, found.runbook.title);
  expect(JSON.stringify(first)).toContain("Drain a shard.");
  expect(JSON.stringify(first)).not.toContain("The pool is empty.");
  expect(JSON.stringify(rest)).toContain("The pool is empty.");
  expect(JSON.stringify(rest)).toContain("Write it down.");
  expect(words).toBe("Meaning, and what else the runbook says");
});
