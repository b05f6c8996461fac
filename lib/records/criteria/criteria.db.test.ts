import { desc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { criteria, events } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { NotFound } from "#lib/errors";
import {
  editCriterion,
  moveCriterion,
  moveLevel,
  restoreCriterion,
  retireCriterion,
  writeCriterion,
} from "#lib/records/criteria/commands";
import { listCriteria } from "#lib/records/criteria/queries";

testDatabase();

const administrator = systemViewer("Setting the scene");
const reader = serviceViewer("A reader", "read");
const at = Temporal.Instant.from("2027-03-01T09:00:00Z");
const write = (level: string, text: string) => writeCriterion(administrator, { level, text }, at);
const listed = async () =>
  (await listCriteria(reader)).map(({ level, criteria: list }) => [level, list.map((one) => one.text)]);

beforeEach(async () => {
  await db().execute(sql`truncate ${criteria} cascade`);
});

test("what is expected is listed by level, in the order in which it was written", async () => {
  await write("Senior", "Stands a watch");
  await write("Staff", "Owns a design");
  await write("Senior", "Keeps a runbook proven");
  expect(await listed()).toEqual([
    ["Senior", ["Stands a watch", "Keeps a runbook proven"]],
    ["Staff", ["Owns a design"]],
  ]);
});

describe("moving", () => {
  test("takes an expectation past its neighbour that is still expected, and leaves the others where they are", async () => {
    await write("Senior", "first");
    const retired = await write("Senior", "retired");
    const last = await write("Senior", "last");
    await write("Staff", "other");
    await retireCriterion(administrator, { criterion: retired }, at);
    await moveCriterion(administrator, { criterion: last, direction: "up" });
    await moveCriterion(administrator, { criterion: last, direction: "up" });
    await restoreCriterion(administrator, { criterion: retired }, at);
    expect(await listed()).toEqual([
      ["Senior", ["last", "retired", "first"]],
      ["Staff", ["other"]],
    ]);
  });

  test("takes a level with all that is expected of it", async () => {
    await write("Senior", "one");
    await write("Staff", "two");
    await write("Senior", "three");
    await moveLevel(administrator, { level: "Staff", direction: "up" });
    expect(await listed()).toEqual([
      ["Staff", ["two"]],
      ["Senior", ["one", "three"]],
    ]);
    await expect(moveLevel(administrator, { level: "Nobody", direction: "up" })).rejects.toThrow(NotFound);
  });

  test("twice at once moves twice, or as far as it goes", async () => {
    for (const text of ["a", "b"]) await write("Senior", text);
    const last = await write("Senior", "c");
    const up = { criterion: last, direction: "up" } as const;
    await Promise.all([moveCriterion(administrator, up), moveCriterion(administrator, up)]);
    expect(await listed()).toEqual([["Senior", ["c", "a", "b"]]]);
  });
});

test("each change is told with what was there before, and none where nothing changed", async () => {
  const criterion = await write("Senior", "Stands a watch");
  await editCriterion(administrator, { criterion, level: "Senior", text: "Stands a watch" }, at);
  await editCriterion(administrator, { criterion, level: "Senior", text: "Stands a watch of their service" }, at);
  await retireCriterion(administrator, { criterion }, at);
  await retireCriterion(administrator, { criterion }, at);
  await restoreCriterion(administrator, { criterion }, at);
  const told = await db()
    .select()
    .from(events)
    .where(sql`${events.about} @> array[${criterion}::uuid]`)
    .orderBy(desc(events.id));
  expect(told.map(({ kind }) => kind)).toEqual([
    "criterion.restored",
    "criterion.retired",
    "criterion.edited",
    "criterion.written",
  ]);
  expect(told[2]?.detail).toMatchObject({
    changes: [{ field: "text", before: "Stands a watch", after: "Stands a watch of their service" }],
  });
});

test("what is retired is listed only where that is asked for", async () => {
  const criterion = await write("Senior", "Stands a watch");
  await retireCriterion(administrator, { criterion }, at);
  expect(await listed()).toEqual([]);
  expect(await listCriteria(reader, { withRetired: true })).toMatchObject([
    { criteria: [{ retiredAt: at.toString() }] },
  ]);
});
