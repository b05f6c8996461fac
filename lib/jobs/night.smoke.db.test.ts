import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { notifications } from "#db/schema";
import { createAlert } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { setClock } from "#lib/clock";
import { leaveTheNight, watchTheNight } from "#lib/jobs/night";
import { wakeSoon } from "#lib/jobs/wake";

testDatabase();

afterEach(async () => {
  await leaveTheNight();
  setClock(undefined);
});

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");

const messagesOf = (alertId: string) => db().select().from(notifications).where(eq(notifications.alertId, alertId));
const isSent = (alertId: string) =>
  vi.waitFor(async () => expect(await messagesOf(alertId)).toMatchObject([{ status: "sent" }]), { timeout: 20_000 });

test("what is due is paged and sent as soon as this process is woken, and nothing once it has left", async () => {
  setClock(night);
  const { service } = await given.serviceOnWatch();
  const before = await createAlert(db(), { service }, night);
  const told = vi.fn();
  watchTheNight(told);
  await isSent(before.id);

  const { service: other } = await given.serviceOnWatch();
  const woken = await createAlert(db(), { service: other }, night);
  wakeSoon();
  await isSent(woken.id);

  await leaveTheNight();
  const { service: third } = await given.serviceOnWatch();
  const late = await createAlert(db(), { service: third }, night);
  wakeSoon();
  expect(await messagesOf(late.id)).toEqual([]);
  expect(told).not.toHaveBeenCalled();
});
