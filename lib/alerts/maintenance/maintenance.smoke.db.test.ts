import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import { alerts, events } from "#db/schema";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { receiveAlerts } from "#lib/alerts/intake/receive";
import { endMaintenance, planMaintenance } from "#lib/alerts/maintenance/commands";
import { findMaintenance, listMaintenance } from "#lib/alerts/maintenance/queries";
import { after, delivery, night } from "#lib/alerts/testing/deliveries";
import { systemViewer } from "#lib/auth/policy";
import { onWake } from "#lib/jobs/wake";

testDatabase();

const viewer = systemViewer("A test");

async function scene() {
  const { service } = await given.ownedService();
  const plan = (from: number, to: number) =>
    planMaintenance(viewer, { service: service.slug, from: after(from), to: after(to) }, night);
  const end = (maintenance: string, at: number) =>
    endMaintenance(viewer, { service: service.slug, maintenance }, after(at));
  return { service, plan, end };
}

test("ending a window brings what it held to the gate at once, and nothing else", async () => {
  const { service, plan, end } = await scene();
  const id = await plan(0, 120);
  const held = { serviceSaid: service.slug };
  const [maintained] = await receiveAlerts([delivery(held)], after(1));
  const [over] = await receiveAlerts([delivery({ ...held, dedupKey: "over" })], after(1));
  await receiveAlerts([delivery({ ...held, dedupKey: "over", status: "resolved" })], after(2));
  const wake = vi.fn();
  onWake(wake);
  await end(id, 30);
  onWake(undefined);
  expect(wake).toHaveBeenCalled();
  const find = async (alert: string | null | undefined) =>
    (
      await db()
        .select()
        .from(alerts)
        .where(eq(alerts.id, alert ?? ""))
    )[0];
  expect(await find(maintained?.alert)).toMatchObject({ gate: "hold", releasesAt: after(30), nextStepAt: after(30) });
  expect(await find(over?.alert)).toMatchObject({ status: "resolved", nextStepAt: null });
  expect(await findMaintenance(viewer, id)).toMatchObject({ createdBy: null });
  const [outside] = await receiveAlerts([delivery(held)], after(31));
  expect(await find(outside?.alert)).toMatchObject({ gate: "page" });
});

test("a window that has not begun is taken back, one that is over stays as it was, and both are told", async () => {
  const { service, plan, end } = await scene();
  const coming = await plan(60, 120);
  await end(coming, 10);
  expect(await listMaintenance(viewer, service.slug, after(11))).toEqual([]);
  const past = await plan(0, 20);
  await end(past, 30);
  const window = await findMaintenance(viewer, past);
  expect(Temporal.Instant.from(window?.to ?? "").equals(after(20))).toBe(true);
  const told = await db().select().from(events).where(eq(events.actor, viewer.name)).orderBy(events.id);
  const ours = told.filter(({ about }) => about.includes(service.id)).map(({ kind }) => kind);
  expect(ours).toEqual(["maintenance.planned", "maintenance.ended", "maintenance.planned"]);
});

test("the window that ends last holds; one that begins before now begins now", async () => {
  const { service, plan } = await scene();
  await plan(-60, 20);
  await plan(-10, 50);
  const windows = (await listMaintenance(viewer, service.slug, night)) ?? [];
  expect(windows.map(({ from }) => Temporal.Instant.from(from).toString())).toEqual(Array(2).fill(night.toString()));
  const [received] = await receiveAlerts([delivery({ serviceSaid: service.slug })], after(1));
  const [row] = await db()
    .select()
    .from(alerts)
    .where(eq(alerts.id, received?.alert ?? ""));
  expect(row?.releasesAt).toEqual(after(50));
});

test("a window ends after it begins, within a month", async () => {
  const { plan } = await scene();
  await expect(plan(0, 0)).rejects.toThrow("It has to end after it begins");
  await expect(plan(-20, -10)).rejects.toThrow("and after now");
  await expect(plan(0, 32 * 24 * 60)).rejects.toThrow("at most 31 days");
});
