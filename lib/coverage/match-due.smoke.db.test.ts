import { eq, inArray } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { alerts, installation, signatureMatches } from "#db/schema";
import { type Alert, draftAlert } from "#db/seed/alerts";
import { newDraft } from "#db/seed/draft";
import type { Service } from "#db/seed/services";
import { createAlert, createService, createSignature } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { matchDue } from "#lib/coverage/match-due";
import { editSignature } from "#lib/signatures/commands";
import { indexSignatures } from "#lib/signatures/index-signatures";

testDatabase();

const at = Temporal.Instant.from("2026-03-06T09:00:00Z");
const later = (hours: number) => at.add({ hours });

beforeEach(() => db().update(installation).set({ matchedUntil: null }));

/** An alert of that service which paged somebody, and ended half an hour later. */
const over = (
  service: Service,
  summary: string,
  opened: Temporal.Instant,
  facts: Partial<Omit<Alert, "rule">> = {},
) => {
  const ended = { resolvedAt: opened.add({ minutes: 30 }), deliveryPagedAt: opened };
  return createAlert(db(), { service, summary, ...ended, ...facts }, opened);
};

async function newSignature(service: Service, pattern: string, when = later(-400)) {
  const signature = await createSignature(db(), { service, pattern }, when);
  await indexSignatures();
  return signature;
}

const matchesOf = ({ id }: { id: string }) =>
  db().select().from(signatureMatches).where(eq(signatureMatches.alertId, id));

test("a signature that was right about an alert that is over is noted once, as of the end of the alert", async () => {
  const service = await createService(db());
  const signature = await newSignature(service, "shard * gave up its lease");
  const explained = await over(service, "Shard 7 gave up its lease", later(-5));
  const other = await over(service, "Nothing that anybody wrote about", later(-4));
  await matchDue(at);
  await matchDue(later(1));
  const match = { alertId: explained.id, signatureId: signature.id, at: explained.resolvedAt };
  expect(await matchesOf(explained)).toEqual([match]);
  expect(await matchesOf(other)).toEqual([]);
});

test("each alert is looked at once", async () => {
  const service = await createService(db());
  await over(service, "First of them", later(-5));
  expect(await matchDue(at)).toBeGreaterThan(0);
  expect(await matchDue(at.add({ minutes: 1 }))).toBe(0);
  await over(service, "Second of them", later(1));
  expect(await matchDue(later(2))).toBe(1);
});

test("a signature that is written afterwards explains what was over before, and one that is changed does", async () => {
  const service = await createService(db());
  const explained = await over(service, "The vault refused the seal", later(-5));
  await matchDue(at);
  const signature = await newSignature(service, "vault refused the key", later(1));
  await matchDue(later(2));
  expect(await matchesOf(explained)).toEqual([]);
  await editSignature(
    systemViewer("Tests"),
    { service: service.slug, signature: signature.slug, pattern: "vault refused the seal" },
    later(3),
  );
  await matchDue(later(4));
  expect(await matchesOf(explained)).toHaveLength(1);
});

test("drills, alerts that are open, and those that paged nobody prove nothing", async () => {
  const service = await createService(db());
  await newSignature(service, "ledger lost a page");
  const summary = "Ledger lost a page";
  const drill = await over(service, summary, later(-5), { isDrill: true, gateReason: "drill" });
  const open = await createAlert(db(), { service, summary, deliveryPagedAt: later(-4) }, later(-4));
  const held = await over(service, summary, later(-3), { deliveryPagedAt: null });
  await matchDue(at);
  for (const alert of [drill, open, held]) expect(await matchesOf(alert)).toEqual([]);
  await db()
    .update(alerts)
    .set({ status: "resolved", resolvedAt: later(1), nextStepAt: null })
    .where(eq(alerts.id, open.id));
  await matchDue(later(2));
  expect(await matchesOf(open)).toHaveLength(1);
});

test("of hundreds that ended at the same instant none is left out", async () => {
  const service = await createService(db());
  await newSignature(service, "tide table missing");
  const [opened, draft] = [later(-2), newDraft()];
  const ended = { summary: "Tide table missing", deliveryPagedAt: opened, resolvedAt: opened.add({ minutes: 30 }) };
  const many = Array.from({ length: 130 }, () => draftAlert(draft, { service, ...ended }, opened));
  await draft.save(db());
  await matchDue(at);
  const ids = many.map(({ id }) => id);
  const found = await db().select().from(signatureMatches).where(inArray(signatureMatches.alertId, ids));
  expect(found).toHaveLength(130);
});
