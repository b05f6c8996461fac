import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { bitsOf, type Check, levelReached } from "#lib/coverage/checks";
import type { ServiceFacts } from "#lib/coverage/facts";
import { judge } from "#lib/coverage/judge";
import { loadFacts } from "#lib/coverage/load-facts";
import { mendOf, type Place } from "#lib/coverage/mend";
import { loadLimits } from "#lib/coverage/stored-limits";
import type { CheckView, LiveCoverage } from "#lib/coverage/views";

type Row = { id: string; measuredAt: string | null; checks: Check[] | null };

/**
 * How far a service is covered at `at`, judged from what is true now, and whether the last measurement said the same.
 * Undefined: there is no such service, or it is retired.
 */
export async function findLiveCoverage(
  viewer: Viewer,
  slug: string,
  at: Temporal.Instant,
): Promise<LiveCoverage | undefined> {
  authorize(viewer, "coverage:read");
  const [row] = await readRows<Row>(sql`
    select s.id, c.checks, to_json(greatest(c.starts_at, (select max(r.at) from coverage_runs r
      where r.finished_at is not null and r.at <= ${at.toString()}::timestamptz))) #>> '{}' as "measuredAt"
    from services s left join coverage_snapshots c on c.service_id = s.id and c.ends_at is null
    where s.retired_at is null and s.id = coalesce((select id from services where slug = ${slug}),
      (select thing from former_addresses where noun = 'service' and address = ${slug}))`);
  if (!row) return undefined;
  const limits = await loadLimits();
  const facts = (await loadFacts([row.id], limits, at)).get(row.id);
  if (!facts) return undefined;
  const checks = judge(facts, limits, at);
  const { service } = facts;
  return {
    service: { id: service.id, slug: service.slug, name: service.name },
    at: at.toString(),
    level: levelReached(bitsOf(checks)),
    checks: withMends(checks, placeOf(facts)),
    measured: row.checks && {
      at: Temporal.Instant.from(row.measuredAt ?? at).toString(),
      isSame: sayTheSame(row.checks, checks),
    },
  };
}

export const withMends = (checks: readonly Check[], place: Place): CheckView[] =>
  checks.map(({ check, state, says, at }) => ({ check, state, says, at, mend: mendOf(check, place) }));

const placeOf = ({ service, team, delivery }: ServiceFacts): Place => ({
  ...{ service: service.slug, team: team?.slug ?? null, rotation: delivery?.slug ?? null },
});

const sayTheSame = (one: readonly Check[], other: readonly Check[]): boolean =>
  one.length === other.length &&
  one.every(({ state, says }, index) => state === other[index]?.state && says === other[index]?.says);
