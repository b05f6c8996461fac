import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { attempts } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";
import { countTry, limits } from "#lib/auth/attempts";
import { TooManyTries } from "#lib/errors";

testDatabase();

const start = Temporal.Instant.from("2026-03-01T10:00:00Z");

async function useUp(who: string, at = start): Promise<void> {
  for (let tries = 0; tries < limits.email.count; tries += 1) await countTry("email", who, at);
}

test("the tries of one address are counted together, by all replicas, and the next one has to wait", async () => {
  await useUp("ada@example.com");
  const refusal = countTry("email", "ADA@example.com", start.add({ minutes: 5 }));
  await expect(refusal).rejects.toThrow(TooManyTries);
  await expect(refusal).rejects.toMatchObject({ retryAfterSeconds: 10 * 60, status: 429 });
});

test("others are not kept waiting", async () => {
  await useUp("busy@example.com");
  await expect(countTry("email", "calm@example.com", start)).resolves.toBeUndefined();
  await expect(countTry("address", "busy@example.com", start)).resolves.toBeUndefined();
});

test("trying on while refused does not prolong the wait; after the window everything begins anew", async () => {
  await useUp("patient@example.com");
  await expect(countTry("email", "patient@example.com", start.add({ minutes: 14 }))).rejects.toThrow(TooManyTries);
  await useUp("patient@example.com", start.add({ minutes: limits.email.minutes }));
});

test("tries at the same time are all counted", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: limits.email.count + 3 }, () => countTry("email", "eager@example.com", start)),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(3);
});

test("who tried is not readable in the database, and is forgotten after a day", async () => {
  await countTry("email", "private@example.com", start);
  expect(JSON.stringify(await db().select().from(attempts))).not.toContain("private@example.com");
  await countTry("email", "somebody@example.com", start.add({ hours: 25 }));
  const [left] = await db().select({ count: sql<number>`count(*)::int` }).from(attempts);
  expect(left?.count).toBe(1);
});
