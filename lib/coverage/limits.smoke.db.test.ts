import { desc } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client";
import { events, installation } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { CoverageLimitsForm } from "#lib/coverage/limit-inputs";
import { limitNames, limitText, shippedLimits } from "#lib/coverage/limit-words";
import { resetCoverageLimit, setCoverageLimits } from "#lib/coverage/limits-commands";
import { loadLimits } from "#lib/coverage/stored-limits";

testDatabase();

const administrator = systemViewer("Setting the scene");
const at = Temporal.Instant.from("2027-03-01T09:00:00Z");
const stored = async () => (await db().select().from(installation))[0]?.coverageLimits;

afterEach(async () => {
  await db().update(installation).set({ coverageLimits: null });
});

test("only what differs from what ships is kept, and what was before is told", async () => {
  await setCoverageLimits(administrator, { ...shippedLimits, engageMinutes: 10 }, at);
  expect(await stored()).toEqual({ engageMinutes: 10 });
  expect(await loadLimits()).toEqual({ ...shippedLimits, engageMinutes: 10 });
  const [told] = await db().select().from(events).orderBy(desc(events.id)).limit(1);
  expect(told).toMatchObject({
    kind: "installation.coverage-limits-changed",
    detail: { changes: [{ field: "engageMinutes", before: shippedLimits.engageMinutes, after: 10 }] },
  });
});

test("a limit is reset alone, and with the last one nothing is kept", async () => {
  await setCoverageLimits(administrator, { ...shippedLimits, engageMinutes: 10, seniorTitles: ["wizard"] }, at);
  await resetCoverageLimit(administrator, { limit: "engageMinutes" }, at);
  expect(await stored()).toEqual({ seniorTitles: ["wizard"] });
  await resetCoverageLimit(administrator, { limit: "seniorTitles" }, at);
  expect(await stored()).toBeNull();
});

test("the same again is no change", async () => {
  const before = await db().$count(events);
  await setCoverageLimits(administrator, shippedLimits, at);
  expect(await db().$count(events)).toBe(before);
});

test("what a form shows of the limits it reads back as the same limits", () => {
  const limits = { ...shippedLimits, shareOnWatch: 0.125, alertsInTwelveHours: 2.5 };
  const typed = Object.fromEntries(limitNames.map((name) => [name, limitText(name, limits)]));
  expect(CoverageLimitsForm.parse(typed)).toEqual(limits);
});

test("what makes no sense is refused beside its field, in words", () => {
  const typed = Object.fromEntries(limitNames.map((name) => [name, limitText(name, shippedLimits)]));
  const said = CoverageLimitsForm.safeParse({ ...typed, shareOnWatch: "400", engageMinutes: "2.5", seniorTitles: "x" });
  expect(said.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["shareOnWatch", "Write a share from 5 to 100 per cent."],
    ["engageMinutes", "Write whole minutes from 1 to 240."],
    ["seniorTitles", "Write at most 20 words of 2 to 40 letters each."],
  ]);
  expect(CoverageLimitsForm.safeParse({ ...typed, provenDays: "many" }).error?.issues[0]?.message).toBe(
    "Write a number.",
  );
});
