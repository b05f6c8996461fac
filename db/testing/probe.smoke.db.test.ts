import { expect, test } from "vitest";
import { databaseKind, db } from "#db/client";
import { events } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";

testDatabase();
test("probe", async () => {
  console.log(databaseKind());
  expect(await db().select().from(events)).toEqual([]);
});
