import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db, openDatabase, rowsOf } from "#db/client";
import { contactMethods, installation } from "#db/schema";
import { chance } from "#db/seed/names";
import type { OwnDatabase } from "#db/testing/databases";
import { createPerson, createRotation, createTeam } from "#db/testing/factories";
import { runScript } from "#db/testing/processes";
import { isLongRun, sized } from "#db/testing/runs";
import { environmentOf, ownDatabase } from "#db/testing/test-database";
import { now } from "#lib/clock";
import { provePager } from "#lib/jobs/pager-proof-queries";
import { runDue } from "#lib/jobs/run-due";
import { type HttpReceiver, startHttpReceiver } from "#lib/notifications/testing/receivers";

const kills = sized(3, 50);
const alertsAKill = sized(40, 200);
const methods = 4;
/** How long a message that a killed process had in its hands is left to it. */
const claimSeconds = 61;
const random = chance(isLongRun ? Math.trunc(performance.timeOrigin) : 7);
const settings = {
  ...{ WATCHBILL_DEMO: "0", AUTH_SECRET: "a secret of this test alone, long enough" },
  ...{ AUTH_URL: "http://localhost:3000", WATCHBILL_ALLOW_PRIVATE_TARGETS: "127.0.0.1/32" },
};

let own: OwnDatabase;
let http: HttpReceiver;

beforeAll(async () => {
  Object.assign(process.env, settings);
  [own, http] = await Promise.all([ownDatabase(), startHttpReceiver()]);
  await openDatabase(own.location);
  const person = await createPerson(db());
  const team = await createTeam(db(), { kind: "ops", members: [person] });
  await createRotation(db(), { team, layers: [{ participants: [person] }] });
  await db().update(installation).set({ fallbackOpsTeamId: team.id });
  for (let position = 0; position < methods; position += 1) {
    const target = { url: `${http.origin}/${position}`, secret: "s3cret" };
    const method = { personId: person.id, kind: "webhook" as const, label: "Hook", target, position };
    await db()
      .insert(contactMethods)
      .values({ ...method, createdAt: now(), verifiedAt: now() });
  }
  await closeDatabase();
});

afterAll(async () => {
  await closeDatabase();
  await Promise.all([own.remove(), http.stop()]);
});

test("whatever was confirmed is there after a kill at any moment, and each person is asked about each alert", {
  timeout: kills * 60_000 + 60_000,
}, async () => {
  const confirmed: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const env = { ...environmentOf(own.location), ...settings };
    const server = runScript("lib/alerts/testing/keeps-alerting.ts", env, [String(kill * claimSeconds)]);
    await server.printed(Math.floor(random() * alertsAKill * 2));
    // Every other one dies with a message in its hands that has arrived, and of which it has not said so yet.
    if (kill % 2 === 0) await nextMessage();
    else await pause(random() * 200);
    server.kill("SIGKILL");
    const { signal, stdout } = await server.ended;
    expect(signal).toBe("SIGKILL");
    confirmed.push(...stdout.split("\n").filter((line) => line.length === 36));
  }

  await openDatabase(own.location);
  await finish(now().add({ seconds: (kills + 1) * claimSeconds }));
  expect(await inspect(confirmed)).toEqual({ lost: [], unasked: [], unsent: [] });
  const { unheard, mostTwice } = await heard();
  expect(unheard).toEqual([]);
  expect(mostTwice).toBeLessThanOrEqual(kills);
  expect(confirmed.length).toBeGreaterThan(0);
});

async function nextMessage(): Promise<void> {
  const before = http.received.length;
  while (http.received.length === before) await pause(1);
}

/** Lets time pass until nothing is due any more. */
async function finish(from: Temporal.Instant): Promise<void> {
  let at = from;
  do {
    await runDue(at, { checksLinks: false });
    at = at.add({ seconds: claimSeconds });
  } while (!(await provePager(at.add({ minutes: 2 }))).isProven);
}

/** Of the `confirmed` alerts those that are not there; of all alerts, those without a page, and messages left over. */
async function inspect(confirmed: string[]) {
  const ids = async (condition: string) =>
    (await rowsOf<{ id: string }>(db(), sql.raw(`select a.id from alerts a ${condition}`))).map(({ id }) => id);
  const present = new Set(await ids(""));
  return {
    lost: confirmed.filter((id) => !present.has(id)),
    unasked: await ids("where not exists (select from pages g where g.alert_id = a.id)"),
    unsent: await ids("where exists (select from notifications n where n.alert_id = a.id and n.status <> 'sent')"),
  };
}

/** The alerts that some method has heard nothing of, and how much oftener than it was asked for any was heard of. */
async function heard() {
  const counts = new Map<string, number>();
  for (const { path, text } of http.received)
    for (const { id } of JSON.parse(text).alerts) {
      const key = `${path.slice(1)} ${id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const asked = await rowsOf<{ id: string; times: number }>(
    db(),
    sql`select alert_id as id, count(*)::int as times from pages group by 1`,
  );
  const all = asked.flatMap(({ id, times }) =>
    Array.from({ length: methods }, (_, method) => ({ id, twice: (counts.get(`${method} ${id}`) ?? 0) - times })),
  );
  return {
    unheard: all.filter(({ twice }) => twice < 0).map(({ id }) => id),
    mostTwice: Math.max(...all.map(({ twice }) => twice)),
  };
}
