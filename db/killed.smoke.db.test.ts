import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { closeDatabase, db, openDatabase, rowsOf } from "#db/client";
import { lockDataFolder } from "#db/data-folder";
import { chance } from "#db/seed/names";
import type { OwnDatabase } from "#db/testing/databases";
import { runScript } from "#db/testing/processes";
import { isLongRun, sized } from "#db/testing/runs";
import { environmentOf, ownDatabase } from "#db/testing/test-database";

let own: OwnDatabase;
const kills = sized(3, 200);
const random = chance(isLongRun ? Math.trunc(performance.timeOrigin) : 7);

beforeAll(async () => {
  own = await ownDatabase();
});

afterAll(() => own.remove());

test("whatever was confirmed is there after a kill at any moment, whole and with its history", {
  timeout: kills * 20_000,
}, async () => {
  const confirmed: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = runScript("db/testing/keeps-writing.ts", environmentOf(own.location));
    await writer.printed(Math.floor(random() * 8));
    await pause(random() * 40);
    writer.kill("SIGKILL");
    const { signal, stdout, stderr } = await writer.ended;
    expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
    confirmed.push(...stdout.split("\n").filter((line) => line.length === 36));

    expect(await inspect(confirmed)).toEqual({ lost: [], torn: [] });
  }
  expect(confirmed.length).toBeGreaterThan(0);
});

const embedded = test.runIf(inject("testServer").kind === "pglite");

embedded("the data folder of a process that was killed is free at once", async () => {
  const { WATCHBILL_DATA_DIR: folder = "" } = environmentOf(own.location);
  const holder = runScript("db/testing/keeps-writing.ts", environmentOf(own.location));
  await holder.printed(1);
  expect(() => lockDataFolder(folder)).toThrow(/is in use by another process/);

  holder.kill("SIGKILL");
  await holder.ended;

  lockDataFolder(folder).release();
});

embedded("a second process on the data folder ends with one line and exit code 1", async () => {
  const holder = runScript("db/testing/keeps-writing.ts", environmentOf(own.location));
  await holder.printed(1);

  const second = await runScript("bin/seed.ts", environmentOf(own.location)).ended;
  holder.kill("SIGKILL");
  await holder.ended;

  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/^The data folder \S+ is in use by another process\.\n$/);
});

/** Of the `confirmed` teams, those that are not there; of all teams, those without their people or their history. */
async function inspect(confirmed: string[]) {
  await openDatabase(own.location);
  try {
    const present = await rowsOf<{ id: string }>(db(), sql`select id from teams`);
    const torn = await rowsOf<{ id: string }>(
      db(),
      sql`select teams.id from teams
          where (select count(*) from memberships where team_id = teams.id) <> 2
             or not exists (select from events where about @> array[teams.id] and kind = 'team.created')`,
    );
    const ids = new Set(present.map(({ id }) => id));
    return { lost: confirmed.filter((id) => !ids.has(id)), torn };
  } finally {
    await closeDatabase();
  }
}
