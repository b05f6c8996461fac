import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { inTransaction, isDatabaseAway, readRows } from "#db/client";
import type { ServiceFacts } from "#lib/coverage/facts";
import { type Burden, burdens, type Finding, serviceFindings, watchFindings } from "#lib/coverage/finding";
import { findingsOfBurdens, findSeniorsWithoutRotation, keepFindings } from "#lib/coverage/keep-findings";
import { endRetired } from "#lib/coverage/keep-snapshots";
import { keepTallies } from "#lib/coverage/keep-tallies";
import type { CoverageLimits } from "#lib/coverage/limits";
import { newShared, type Shared } from "#lib/coverage/load-facts";
import { instantAs } from "#lib/coverage/loading/stored";
import { atOnce, measureAll } from "#lib/coverage/measure";
import { loadLimits } from "#lib/coverage/stored-limits";

type Options = { stop?: AbortSignal | undefined };

/** A run that was begun longer ago and is not finished has died with its process. */
const deadMinutes = 15;

/**
 * Measures all living services once a day of UTC, in one of the processes on this database, and keeps what changed, the
 * day's tallies and the findings. Returns how many services it measured; 0 where the day's run is done or under way. A
 * service that cannot be measured keeps no other from being measured, and is told when all is done.
 */
export async function measureDue(at: Temporal.Instant, { stop }: Options = {}): Promise<number> {
  const day = at.toZonedDateTimeISO("UTC").toPlainDate().toString();
  if (!(await claimDay(day, at))) return 0;
  const run = newRun(await loadLimits(), at);
  const ids = await listLiving();
  for (let start = 0; start < ids.length && !stop?.aborted; start += atOnce) {
    await measureBatch(run, ids.slice(start, start + atOnce));
    // Whoever pages somebody in this process goes first.
    await breathe();
  }
  if (stop?.aborted) await giveBack(day, at);
  else await finish(day, run);
  if (run.failures.length > 0) throw new AggregateError(run.failures, run.failures.join("; "));
  return run.measured;
}

type Run = {
  at: Temporal.Instant;
  limits: CoverageLimits;
  shared: Shared;
  findings: Finding[];
  known: Pick<ServiceFacts, "service" | "experts">[];
  measured: number;
  failures: unknown[];
};

const newRun = (limits: CoverageLimits, at: Temporal.Instant): Run => ({
  ...{ at, limits, shared: newShared(), findings: [], known: [], measured: 0, failures: [] },
});

/** True for one process a day; for another one when that has died. */
async function claimDay(day: string, at: Temporal.Instant): Promise<boolean> {
  const [known] = await readRows<{ isDone: boolean }>(
    sql`select finished_at is not null as "isDone" from coverage_runs where day = ${day}::date`,
  );
  if (known?.isDone) return false;
  const claimed = await readRows<{ day: string }>(sql`
    insert into coverage_runs as r (day, at) values (${day}::date, ${instantAs(at)})
    on conflict (day) do update set at = excluded.at
      where r.finished_at is null and r.at <= ${instantAs(at.subtract({ minutes: deadMinutes }))}
    returning r.day::text as day`);
  return claimed.length > 0;
}

async function listLiving(): Promise<string[]> {
  // Services of one team have their rotations and people in common.
  const rows = await readRows<{ id: string }>(
    sql`select id from services where retired_at is null order by delivery_team_id, id`,
  );
  return rows.map(({ id }) => id);
}

async function measureBatch(run: Run, ids: readonly string[]): Promise<void> {
  try {
    await measureInto(run, ids);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (ids.length === 1) run.failures.push(error);
    else for (const id of ids) await measureBatch(run, [id]);
  }
}

async function measureInto(run: Run, ids: readonly string[]): Promise<void> {
  const found: ServiceFacts[] = [];
  const options = { shared: run.shared, each: (facts: ServiceFacts) => found.push(facts) };
  const { services } = await measureAll(ids, run.limits, run.at, options);
  run.measured += services;
  for (const facts of found) {
    run.findings.push(...serviceFindings(facts));
    run.known.push({ service: facts.service, experts: facts.experts });
  }
}

/** Lets the next process begin at once. */
async function giveBack(day: string, at: Temporal.Instant): Promise<void> {
  await readRows(sql`delete from coverage_runs
    where day = ${day}::date and at = ${instantAs(at)} and finished_at is null returning day`);
}

async function finish(day: string, run: Run): Promise<void> {
  const { at, limits, shared } = run;
  const watches = [...shared.watches.values()];
  const held: Burden[] = burdens(watches, run.known, limits);
  const findings = [
    ...run.findings,
    ...watches.flatMap((watch) => watchFindings(watch, limits)),
    ...(await findingsOfBurdens(held)),
    ...(await findSeniorsWithoutRotation(limits, at)),
  ];
  await inTransaction(async (tx) => {
    await endRetired(tx);
    await keepTallies(tx, day);
    await keepFindings(tx, findings, at);
    await tx.execute(sql`update coverage_runs set finished_at = ${instantAs(at)}
      where day = ${day}::date and at = ${instantAs(at)}`);
  });
}
