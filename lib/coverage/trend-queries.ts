import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { checks, levels } from "#lib/coverage/checks";
import { instantOf, type Scope, withBeneath } from "#lib/coverage/statements";

/** What one day's run counted over all services of a scope: `levels` by how many are reached, 0 to 4. */
export type TrendDay = { /** In UTC: `2026-11-03`. */ day: string; services: number; levels: number[] };

/** The same with how each check stood, in the order of the checks. */
export type TallyDay = TrendDay & { met: number[]; notMet: number[] };

/** The last day that was measured, and the last one a quarter before it, of the same services' team; null: not measured then. */
export type Comparison = { now: TallyDay | null; before: TallyDay | null };

const weeks = 26;
const quarterDays = 91;

/**
 * How the services of `scope` came to stand, over the half year before `until`; the oldest first. A team's is told day
 * by day, the organisation's by the last day of each week, because it is summed over all teams.
 */
export function listTrend(viewer: Viewer, scope: Scope, until: Temporal.Instant): Promise<TrendDay[]> {
  authorize(viewer, "coverage:read");
  const step = scope.teamId ? 1 : 7;
  return readRows<TrendDay>(sql`
    with recursive ${beneath(scope)} days as (
      select max(day) as day from coverage_runs
      where finished_at <= ${instantOf(until)} and day > ${dayOf(until)} - ${7 * weeks}::int
      group by (${dayOf(until)} - day) / ${step}::int
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, t.services, t.levels
    from days cross join lateral (
      select sum(t.services)::int as services, ${sumOf("levels", levels.length + 1)} as levels ${talliesOf(scope)}
    ) t where t.services is not null order by days.day`);
}

/** How the services of `scope` stood on the last measured day up to `until`, and `days` earlier: a quarter unless given. */
export async function compareQuarters(
  viewer: Viewer,
  scope: Scope,
  until: Temporal.Instant,
  days = quarterDays,
): Promise<Comparison> {
  authorize(viewer, "coverage:read");
  const last = (before: SQL) => sql`(select max(day) from coverage_runs
    where finished_at <= ${instantOf(until)} and day <= ${before})`;
  const rows = await readRows<TallyDay & { isNow: boolean }>(sql`
    with recursive ${beneath(scope)} days as (
      select ${last(dayOf(until))} as day, true as is_now
      union all
      select ${last(sql`${dayOf(until)} - ${days}::int`)}, false
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, days.is_now as "isNow", t.*
    from days cross join lateral (
      select sum(t.services)::int as services, ${sumOf("levels", levels.length + 1)} as levels,
        ${sumOf("met", checks.length)} as met, ${sumOf("not_met", checks.length)} as "notMet" ${talliesOf(scope)}
    ) t where t.services is not null`);
  const side = (wanted: boolean): TallyDay | null => {
    const row = rows.find(({ isNow }) => isNow === wanted);
    if (!row) return null;
    const { day, services, levels, met, notMet } = row;
    return { day, services, levels, met, notMet };
  };
  return { now: side(true), before: side(false) };
}

/** The runs are counted by days of UTC. */
const dayOf = (at: Temporal.Instant) => sql`${at.toZonedDateTimeISO("UTC").toPlainDate().toString()}::date`;

const beneath = ({ teamId }: Scope) => (teamId ? sql`${withBeneath(sql`${teamId}::uuid`)}, ` : sql``);

/** Of one of `days`: read day by day, because all that was ever counted is many times more than a page shows. */
const talliesOf = ({ teamId }: Scope) =>
  sql`from coverage_tallies t where t.day = days.day ${teamId ? sql`and t.team_id in (select id from beneath)` : sql``}`;

/** The sums of an array's elements over all rows; elements that older rows lack count as nothing. */
function sumOf(column: "levels" | "met" | "not_met", length: number): SQL {
  const sums = Array.from({ length }, (_, index) => `coalesce(sum(t.${column}[${index + 1}]), 0)::int`);
  return sql.raw(`array[${sums.join(", ")}]`);
}
