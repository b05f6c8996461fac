import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db, inTransaction, openDatabase, rowsOf } from "#db/client";
import { coverRequests, rotations } from "#db/schema";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { OwnDatabase } from "#db/testing/databases";
import { createCoverRequest, createRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { type Ended, type Running, runScript } from "#db/testing/processes";
import { sized } from "#db/testing/runs";
import { environmentOf, ownDatabase } from "#db/testing/test-database";
import { now } from "#lib/clock";
import { storedOverrides } from "#lib/rotations/testing/life";

const rounds = sized(1, 25);
const timeout = rounds * 30_000;
let own: OwnDatabase;

beforeAll(async () => {
  own = await ownDatabase();
  await openDatabase(own.location);
});

afterAll(async () => {
  await closeDatabase();
  await own.remove();
});

test("of two server processes that claim one request at once, one wins and the other is told who", {
  timeout,
}, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { rotation, lead, member, other } = await watchOfLead();
    const request = await createCoverRequest(db(), rotation, { person: lead, ...tomorrow() });
    const winner = await race(rotation, "claim", [member, other], { request: request.id });
    const [stored] = await db().select().from(coverRequests).where(eq(coverRequests.id, request.id));
    expect(stored?.claimedById).toBe(winner.id);
  }
});

test("of two server processes that take one span at once, one has it and the other is told who", {
  timeout,
}, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { rotation, member, other } = await watchOfLead();
    const { from, to } = tomorrow();
    await race(rotation, "take", [member, other], { rotation: rotation.slug, from: `${from}`, to: `${to}` });
  }
});

/** A rotation that the lead stands alone, with two teammates who might take over. */
async function watchOfLead() {
  const { team, lead, member, other } = await given.rotation();
  return { rotation: await createRotation(db(), { team, layers: [{ participants: [lead] }] }), lead, member, other };
}

/**
 * Lets two processes change the watch, held back at its row until both have come there; then shows that exactly one
 * change was made, and that the other process was told by whom. Returns who made it.
 */
async function race(rotation: Rotation, change: string, people: [Person, Person], body: object): Promise<Person> {
  const env = { ...environmentOf(own.location), WATCHBILL_DEMO: "1" };
  const processes = await inTransaction(async (tx) => {
    await tx.select().from(rotations).where(eq(rotations.id, rotation.id)).for("update");
    const started = people.map(({ id }) =>
      runScript("lib/rotations/testing/changes-a-watch.ts", env, [change, id, JSON.stringify(body)]),
    );
    await untilWaiting(started);
    return started;
  });
  const outcomes = await Promise.all(processes.map(async (one) => read(await one.ended)));

  const [stored, ...rest] = await storedOverrides(rotation);
  expect(rest).toEqual([]);
  const winner = people.find(({ id }) => id === stored?.personId);
  const loser = people.find(({ id }) => id !== stored?.personId);
  if (!winner || !loser) throw new Error("Nobody won.");
  expect(outcomes[people.indexOf(winner)]).toEqual({ won: true });
  expect(outcomes[people.indexOf(loser)]).toEqual({
    won: false,
    error: "Conflict",
    message: expect.stringContaining(winner.name),
  });
  return winner;
}

/** Until all of them wait for a lock. Throws when one ends before. */
async function untilWaiting(processes: readonly Running[]): Promise<void> {
  const ended: Ended[] = [];
  for (const one of processes) void one.ended.then((end) => ended.push(end));
  for (;;) {
    const [row] = await rowsOf<{ waiting: number }>(
      db(),
      sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
    );
    if (row?.waiting === processes.length) return;
    if (ended[0]) throw new Error(`It ended too early: ${ended[0].stderr}`);
  }
}

function read({ code, stdout, stderr }: Ended): unknown {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

/** The whole of tomorrow, in seconds as the changes count them. */
function tomorrow() {
  const from = now().add({ hours: 24 }).round({ smallestUnit: "second", roundingMode: "floor" });
  return { from, to: from.add({ hours: 24 }) };
}
