import { sql } from "drizzle-orm";
import type { Limits } from "#bin/bench/limits";
import { measureWarm } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { signIn } from "#bin/bench/session";
import { type Stage, withDatabase } from "#bin/bench/stage";
import { judged, type Row } from "#bin/bench/table";
import { db, inTransaction, readRows } from "#db/client";
import { now } from "#lib/clock";
import { bitsOf, checks, levelReached } from "#lib/coverage/checks";

const [days, spans, kinds] = [182, 4, 600];

/** The matrix of the organisation and of a team, as pages: whole, as a browser gets them, one request at a time. */
export async function coveragePageRows(
  { url, person }: Stage,
  { origin }: RunningServer,
  limits: Limits,
): Promise<Row[]> {
  const teams = await withDatabase(url, async () => {
    await fillCoverage();
    return readRows<{ slug: string }>(sql`select t.slug from teams t join services s on s.delivery_team_id = t.id
      where t.retired_at is null group by t.id order by count(*) desc limit 50`);
  });
  const cookie = await signIn(origin, person);
  const p95 = async (paths: string[]) =>
    (await measureWarm({ origin, paths, headers: { cookie }, atOnce: 1, requests: 100, seconds: 30 })).p95;
  const past = now()
    .subtract({ hours: 24 * 60 })
    .toString()
    .slice(0, 10);
  return [
    judged(
      "matrix of the organisation, p95",
      await p95(["/coverage", "/coverage?sort=nearest", "/coverage?missing=backup"]),
      300,
      limits,
    ),
    judged("the same as of a past day, p95", await p95([`/coverage?at=${past}`]), 300, limits),
    judged("matrix of a team, p95", await p95(teams.map(({ slug }) => `/teams/${slug}/coverage`)), 60, limits),
  ];
}

/** Half a year in which every service was measured daily and found otherwise a few times. */
export async function fillCoverage(): Promise<void> {
  const at = now();
  const found = Array.from({ length: kinds }, (_, kind) => {
    const ofKind = checks.map(({ kind: check, asks }, place) => {
      const drawn = (kind * 31 + place * 17 + ((kind * place) % 13)) % 11;
      const state = drawn < 8 ? ("met" as const) : drawn < 10 ? ("not_met" as const) : ("not_measured" as const);
      return { check, state, says: `${asks}: what was found of it, with names and days.`, at: at.toString() };
    });
    const bits = bitsOf(ofKind);
    return { kind, level: levelReached(bits), ...bits, checks: ofKind };
  });
  await inTransaction(async (tx) => {
    for (const table of ["coverage_snapshots", "coverage_tallies", "coverage_runs"])
      await tx.execute(sql`delete from ${sql.identifier(table)}`);
    const today = sql`${at.toString()}::timestamptz`;
    await tx.execute(sql`create temporary table found on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(kind int, level int, met int, "notMet" int, checks jsonb)`);
    await tx.execute(sql`
      insert into coverage_runs (day, at, finished_at)
      select (${today} - make_interval(days => n))::date, ${today} - make_interval(days => n), ${today} - make_interval(days => n)
      from generate_series(0, ${days}::int) n`);
    await tx.execute(sql`
      insert into coverage_snapshots (id, service_id, starts_at, ends_at, delivery_team_id, level, met, not_met, checks)
      select gen_random_uuid(), s.id, ${today} - make_interval(days => (${days}::int / ${spans}::int) * n),
        case when n > 1 then ${today} - make_interval(days => (${days}::int / ${spans}::int) * (n - 1)) end,
        s.delivery_team_id, f.level, f.met, f."notMet", f.checks
      from services s cross join generate_series(1, ${spans}::int) n
        join found f on f.kind = abs(hashtext(s.slug || n)) % ${kinds}::int
      where s.retired_at is null`);
    const counts = (column: string) =>
      sql.raw(checks.map((_, bit) => `sum((c.${column} >> ${bit}) & 1)::int`).join(", "));
    const levels = sql.raw(
      [0, 1, 2, 3, 4].map((level) => `(count(*) filter (where c.level = ${level}))::int`).join(", "),
    );
    await tx.execute(sql`
      insert into coverage_tallies (id, day, team_id, services, levels, met, not_met)
      select gen_random_uuid(), r.day, t.team_id, t.services, t.levels, t.met, t.not_met
      from coverage_runs r cross join (
        select c.delivery_team_id as team_id, count(*)::int as services, array[${levels}] as levels,
          array[${counts("met")}] as met, array[${counts("not_met")}] as not_met
        from coverage_snapshots c where c.ends_at is null group by 1
      ) t order by r.day`);
  });
  for (const table of ["coverage_snapshots", "coverage_tallies", "coverage_runs"])
    await db().execute(sql`vacuum (analyze) ${sql.identifier(table)}`);
}
