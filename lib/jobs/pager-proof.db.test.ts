import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { alerts, notifications } from "#db/schema";
import { createAlert } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { setClock } from "#lib/clock";
import { sendOwnHeartbeat } from "#lib/jobs/own-heartbeat";
import { proofWords, provePager } from "#lib/jobs/pager-proof-queries";
import { sendDue } from "#lib/notifications/send-due";

const heard: string[] = [];
const listener = createServer((request, answer) => {
  heard.push(request.url ?? "");
  answer.writeHead(request.url === "/gone" ? 404 : 200).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("WATCHBILL_HEARTBEAT_URL", `http://127.0.0.1:${(listener.address() as AddressInfo).port}/beat`);
  vi.stubEnv("WATCHBILL_ALLOW_PRIVATE_TARGETS", "127.0.0.1");
});

testDatabase();

afterEach(() => {
  setClock(undefined);
  vi.restoreAllMocks();
});
afterAll(() => listener.close());

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const later = (minutes: number) => night.add({ minutes });

test("the pager is proven while nothing is late, and late by two minutes it is not, until that was done", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { service } = await given.serviceOnWatch();
  await createAlert(db(), { service }, night);
  expect(await provePager(later(2))).toMatchObject({ isProven: true });
  const late = await provePager(later(3));
  expect(late).toEqual({ isProven: false, lateAlerts: 1, lateMessages: 0, lateHeartbeats: 0 });
  expect(proofWords(late)).toBe("Late: 1 alerts");
  expect(await sendOwnHeartbeat(later(3))).toBe(false);
  expect(heard).toEqual([]);
  expect(String(told.mock.calls[0]?.[0])).toBe("Pager: Late: 1 alerts.\n");

  await takeSteps(later(3));
  await sendDue(later(3));
  expect(await provePager(later(3))).toMatchObject({ isProven: true });
  expect(await sendOwnHeartbeat(later(3))).toBe(true);
  expect(heard).toEqual(["/beat"]);
  await db()
    .update(alerts)
    .set({ status: "resolved", resolvedAt: later(3), nextStepAt: null });
});

test("an alert that pages and waits for nothing is found", async () => {
  const { service } = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service, nextStepAt: null }, night);
  expect(await provePager(night)).toMatchObject({ lateAlerts: 1 });
  const over = { status: "resolved" as const, resolvedAt: night };
  await db().update(alerts).set(over).where(eq(alerts.id, alert.id));
  expect(await provePager(night)).toMatchObject({ isProven: true });
});

test("a message that nobody sends is found", async () => {
  const person = await given.stranger();
  const message = { subject: "A test", lines: [], path: "/" };
  const row = { kind: "test" as const, personId: person.id, methodKind: "outbox", message };
  await db()
    .insert(notifications)
    .values({ ...row, createdAt: night, dueAt: night, nextTryAt: night });
  expect(await provePager(later(2))).toMatchObject({ lateMessages: 0 });
  expect(await provePager(later(3))).toMatchObject({ lateMessages: 1 });
});
