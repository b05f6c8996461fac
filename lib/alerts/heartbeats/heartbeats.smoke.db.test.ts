import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { alerts, heartbeats } from "#db/schema";
import { createRule, retireService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { beatHeart, retireHeartbeat } from "#lib/alerts/heartbeats/commands";
import { putHeartbeat } from "#lib/alerts/heartbeats/put-commands";
import { findHeartbeat } from "#lib/alerts/heartbeats/queries";
import { raiseSilent } from "#lib/alerts/heartbeats/raise-silent";
import { after, night } from "#lib/alerts/testing/deliveries";
import { systemViewer } from "#lib/auth/policy";

testDatabase();

const viewer = systemViewer("A test");

/** A heartbeat every five minutes with one of grace, which has beaten once. */
async function scene() {
  const { service } = await given.ownedService();
  await createRule(db(), { service, name: "Heartbeat backup", customerImpact: "A lost disk is lost." });
  const own = { service: service.slug, heartbeat: "backup" };
  await putHeartbeat(viewer, { ...own, name: "Backup", everySeconds: 300, graceSeconds: 60 }, night);
  const beat = (minutes: number) => beatHeart(viewer, own, after(minutes));
  const raised = () => db().select().from(alerts).where(eq(alerts.serviceId, service.id)).orderBy(alerts.openedAt);
  const state = async () => (await findHeartbeat(viewer, service.slug, "backup"))?.state;
  return { service, own, beat, raised, state };
}

test("a heartbeat that stays away raises one alert, which the next beat ends", async () => {
  const { beat, raised, state } = await scene();
  expect(await raiseSilent(after(60))).toBe(0);
  expect(await state()).toBe("waiting");
  await beat(60);
  expect(await raiseSilent(after(65.9))).toBe(0);
  expect(await state()).toBe("beating");
  expect(await Promise.all([raiseSilent(after(66)), raiseSilent(after(66)), raiseSilent(after(66))])).toContain(1);
  expect(await raiseSilent(after(90))).toBe(0);
  expect(await state()).toBe("silent");
  expect(await raised()).toMatchObject([
    {
      ...{ origin: "heartbeat", rule: "Heartbeat backup", summary: "Backup has stopped beating", gate: "page" },
      ...{ startsAt: after(66), nextStepAt: after(66), labels: { heartbeat: "backup" } },
    },
  ]);
  await beat(95);
  expect(await raised()).toMatchObject([{ status: "resolved", resolvedAt: after(95), resolvedById: null }]);
  expect(await state()).toBe("beating");
  await raiseSilent(after(200));
  expect(await raised()).toMatchObject([{ status: "resolved" }, { status: "triggered" }]);
});

test("a beat in time keeps it quiet; a longer interval holds from the last beat on", async () => {
  const { own, beat, raised } = await scene();
  await beat(0);
  await beat(5);
  expect(await raiseSilent(after(10.9))).toBe(0);
  await putHeartbeat(viewer, { ...own, everySeconds: 3_600 }, after(10.9));
  expect(await raiseSilent(after(65.9))).toBe(0);
  expect(await raiseSilent(after(66))).toBe(1);
  expect(await raised()).toHaveLength(1);
});

test("a retired one is listened for no more, its alert is over, and it comes back waiting for its first beat", async () => {
  const { own, beat, raised, state } = await scene();
  await beat(0);
  await raiseSilent(after(10));
  await retireHeartbeat(viewer, own, after(11));
  expect(await raised()).toMatchObject([{ status: "resolved", resolvedAt: after(11) }]);
  await expect(beat(12)).rejects.toThrow("has no heartbeat “backup”");
  expect(await putHeartbeat(viewer, own, after(13))).toBe(true);
  expect(await state()).toBe("waiting");
  expect(await raiseSilent(after(999))).toBe(0);
});

test("nobody is asked about a service that is retired", async () => {
  const { service, own, beat, raised } = await scene();
  await beat(0);
  await retireService(db(), service, {}, after(1));
  await raiseSilent(after(60));
  expect(await raised()).toEqual([]);
  expect(await db().select().from(alerts).where(eq(alerts.serviceSaid, own.service))).toEqual([]);
  const [stored] = await db().select().from(heartbeats).where(eq(heartbeats.serviceId, service.id));
  expect(stored?.silentAt).toBeNull();
});
