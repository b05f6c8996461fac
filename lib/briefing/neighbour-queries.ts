import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GroundRow } from "#lib/briefing/ground-queries";
import type { BriefedNeighbour } from "#lib/briefing/views";

const most = 24;

type Row = BriefedNeighbour & { total: number };
export type Neighbours = { neighbours: BriefedNeighbour[]; neighbourCount: { needs: number; neededBy: number } };

/**
 * What a service needs and what needs it, with the state of each: those in trouble first, at most 24 a side. A heartbeat
 * that has not come is trouble too, so that the silent one among a dozen is seen. One round trip.
 */
export async function listBriefedNeighbours(
  viewer: Viewer,
  { service }: GroundRow,
  at: Temporal.Instant,
): Promise<Neighbours> {
  authorize(viewer, "catalog:read");
  if (!service) return { neighbours: [], neighbourCount: { needs: 0, neededBy: 0 } };
  const [id, present] = [sql`${service.id}::uuid`, sql`${at.toString()}::timestamptz`];
  const rows = await readRows<Row>(sql`
    with near as materialized (
      select bool_or(d.from_id = ${id}) as is_need, min(d.kind) as kind,
        case when d.from_id = ${id} then d.to_service_id else d.from_service_id end as service_id,
        case when d.from_id = ${id} then d.to_entry_id else d.from_entry_id end as entry_id
      from dependencies d where d.from_id = ${id} or d.to_id = ${id} group by 3, 4, d.from_id = ${id}
    ), open as materialized (
      -- All at once: by itself for each of a hundred neighbours, the same alerts would be passed over again and again.
      select a.service_id, count(*)::int as count, min(a.opened_at) as since,
        (array_agg(json_build_object('id', a.id, 'summary', a.summary, 'severity', a.severity)
          order by array_position(array['critical', 'error', 'warning', 'info'], a.severity), a.opened_at))[1] as worst
      from alerts a where a.resolved_at is null and not a.is_drill and a.service_id in (select service_id from near)
      group by a.service_id
    ), beats as materialized (
      select h.service_id, min(h.last_beat_at) as silent_since from heartbeats h
      where h.service_id in (select service_id from near) and h.retired_at is null
        and h.last_beat_at is not null and (h.silent_at is null or h.silent_at <= ${present}) group by h.service_id
    ), states as (
      select n.is_need, n.kind, coalesce(e.kind, 'service') as noun, coalesce(s.slug, e.slug) as slug,
        coalesce(s.name, e.name) as name, s.tier, coalesce(s.delivery_team_id, e.owner_team_id) as team_id,
        o.count, o.since, o.worst, b.silent_since,
        coalesce(n.service_id in (select w.service_id from maintenance_windows w
          where w.starts_at <= ${present} and w.ends_at > ${present}), false) as is_in_maintenance
      from near n left join services s on s.id = n.service_id left join entries e on e.id = n.entry_id
        left join open o on o.service_id = n.service_id left join beats b on b.service_id = n.service_id
      where coalesce(s.retired_at, e.retired_at) is null
    ), ranked as (
      select *, row_number() over (partition by is_need order by silent_since is null, count is null, count desc, kind,
          tier nulls last, lower(name)) as place,
        (count(*) over (partition by is_need))::int as total
      from states
    )
    select ranked.slug, ranked.name, noun, is_need as "isNeed", ranked.kind, tier, is_in_maintenance as "isInMaintenance", total,
      case when count is not null then json_build_object('count', count, 'since', since, 'worst', worst) end as open,
      to_json(silent_since) #>> '{}' as "silentSince",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team
    from ranked left join teams t on t.id = ranked.team_id where place <= ${most} order by is_need desc, place`);
  const totalOf = (isNeed: boolean) => rows.find((row) => row.isNeed === isNeed)?.total ?? 0;
  return {
    neighbours: rows.map(({ total: _, ...neighbour }) => neighbour),
    neighbourCount: { needs: totalOf(true), neededBy: totalOf(false) },
  };
}
