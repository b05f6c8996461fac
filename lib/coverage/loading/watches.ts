import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { LoadFact, WatchFact } from "#lib/coverage/facts";
import { instantAs } from "#lib/coverage/loading/stored";
import { spanOfFacts, watchFact } from "#lib/coverage/watch-fact";
import { uuids } from "#lib/order";
import type { Span } from "#lib/rotations/rotation";
import type { Ref } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

const stretchSeconds = 12 * 3_600;

/** What follows from these rotations at `at`, by their ids. */
export async function loadWatchFacts(ids: readonly string[], at: Temporal.Instant): Promise<Map<string, WatchFact>> {
  if (ids.length === 0) return new Map();
  const window = spanOfFacts(at);
  const [rotations, { byRotation, people }, stretches] = await Promise.all([
    readRows<Ref & { id: string; teamId: string }>(
      sql`select id, slug, name, team_id as "teamId" from rotations where id = any(${uuids(ids)})`,
    ),
    loadWatches(ids, window),
    loadStretches(ids, window),
  ]);
  return new Map(
    rotations.flatMap((rotation) => {
      const watch = byRotation.get(rotation.id);
      return watch
        ? [[rotation.id, watchFact(rotation, watch, people, stretches.get(rotation.id) ?? [], at)] as const]
        : [];
    }),
  );
}

type Row = { rotation: string; stretch: string; alerts: number };

/** Alerts that paged these rotations and that nobody called needless, by the rotation and in stretches of 12 hours. */
async function loadStretches(ids: readonly string[], { from, to }: Span): Promise<Map<string, LoadFact["stretches"]>> {
  const rows = await readRows<Row>(sql`
    with watched as (
      select p.delivery_rotation_id as rotation, p.service_id as service from escalation_paths p
      where p.delivery_rotation_id = any(${uuids(ids)})
      union all
      select r.id, s.id from rotations r join services s on s.delivery_team_id = r.team_id
      where r.id = any(${uuids(ids)}) and r.is_team_default
        and not exists (select from escalation_paths p where p.service_id = s.id)
    )
    select w.rotation, floor(extract(epoch from a.delivery_paged_at) / ${stretchSeconds})::bigint::text as stretch,
      count(*)::int as alerts
    from watched w join alerts a on a.service_id = w.service
    where a.delivery_paged_at >= ${instantAs(from)} and a.delivery_paged_at < ${instantAs(to)} and not a.is_drill
      and not coalesce((select bool_and(not v.was_actionable) from alert_reviews v where v.alert_id = a.id), false)
    group by 1, 2 order by 2`);
  return new Map(
    [...Map.groupBy(rows, ({ rotation }) => rotation)].map(([rotation, stretches]) => [
      rotation,
      stretches.map(({ stretch, alerts }) => ({
        at: Temporal.Instant.fromEpochMilliseconds(Number(stretch) * stretchSeconds * 1_000),
        alerts,
      })),
    ]),
  );
}
