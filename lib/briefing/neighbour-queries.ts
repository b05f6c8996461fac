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
      select true as is_need, kind, to_service_id as service_id, to_entry_id as entry_id from dependencies where from_id = ${id}
      union all
      select false, kind, from_service_id, from_entry_id from dependencies where to_id = ${id}
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
    ), states as materialized (
      select n.is_need, n.kind, 'service' as noun, s.id as service_id, s.slug, s.name, s.tier, s.delivery_team_id as team_id,
        o.count, o.since, o.worst, b.silent_since
      from near n join services s on s.id = n.service_id
        left join open o on o.service_id = n.service_id left join beats b on b.service_id = n.service_id
      where s.retired_at is null
      union all
      select n.is_need, n.kind, e.kind, null, e.slug, e.name, null, e.owner_team_id, null, null, null, null
      from near n cross join lateral (select * from entries where id = n.entry_id offset 0) e
      where n.entry_id is not null and e.retired_at is null
    )
    select first.slug, first.name, noun, side.is_need as "isNeed", first.kind, tier,
      coalesce(first.service_id in (select w.service_id from maintenance_windows w
        where w.starts_at <= ${present} and w.ends_at > ${present}), false) as "isInMaintenance",
      side.total,
      case when count is not null then json_build_object('count', count, 'since', since, 'worst', worst) end as open,
      to_json(silent_since) #>> '{}' as "silentSince",
      (select json_build_object('slug', t.slug, 'name', t.name) from teams t where t.id = first.team_id) as team
    from (select is_need, count(*)::int as total from states group by is_need) side
      cross join lateral (
        select states.*, row_number() over () as place from (
          select * from states where is_need = side.is_need
          order by silent_since is null, count is null, count desc, kind, tier nulls last, lower(name) limit ${most}) states
      ) first order by side.is_need desc, first.place`);
  const totalOf = (isNeed: boolean) => rows.find((row) => row.isNeed === isNeed)?.total ?? 0;
  return {
    neighbours: rows.map(({ total: _, ...neighbour }) => neighbour),
    neighbourCount: { needs: totalOf(true), neededBy: totalOf(false) },
  };
}
