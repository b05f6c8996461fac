import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GraphEdge, GraphNode, ServiceGraph } from "#lib/services/graph";

/** How many things a drawn graph holds at most; the nearest ones are kept. */
export const graphLimit = 80;
const steps = 2;

/**
 * The neighbourhood of a service: what it needs and what needs it, two steps each way, and the dependencies among
 * all of these. Where one step reaches as much as is kept, the second is not taken. One statement.
 */
export async function findGraph(viewer: Viewer, serviceId: string): Promise<ServiceGraph> {
  authorize(viewer, "catalog:read");
  // Edges are read from where they begin: looked up by both ends, each of the things would be paired with each.
  const [row] = await readRows<{ nodes: GraphNode[] | null; edges: GraphEdge[] | null }>(sql`
    with near_by as (
      select to_id as id, 1 as side from dependencies where from_id = ${serviceId}::uuid
      union
      select from_id, -1 from dependencies where to_id = ${serviceId}::uuid
    ), enough as (
      select count(distinct n.id) > ${graphLimit} as fills
      from near_by n left join services s on s.id = n.id left join entries e on e.id = n.id
      where coalesce(s.retired_at, e.retired_at) is null
    ), reached as (
      select ${serviceId}::uuid as id, 0 as distance, 0 as side
      union all
      select id, 1, side from near_by
      union all
      select d.to_id, 2, 2 from near_by join dependencies d on d.from_id = near_by.id
      where near_by.side > 0 and not (select fills from enough)
      union all
      select d.from_id, 2, -2 from near_by join dependencies d on d.to_id = near_by.id
      where near_by.side < 0 and not (select fills from enough)
    ), near as (
      select id, min(distance) as distance, min(side) as side from reached group by id
    ), nodes as (
      select n.id, n.distance, n.side, coalesce(e.kind, 'service') as noun, coalesce(s.slug, e.slug) as slug,
        coalesce(s.name, e.name) as name, s.tier, t.name as team
      from near n left join services s on s.id = n.id left join entries e on e.id = n.id
        left join teams t on t.id = coalesce(s.delivery_team_id, e.owner_team_id)
      where coalesce(s.retired_at, e.retired_at) is null or n.distance = 0
      order by n.distance, s.tier nulls last, lower(coalesce(s.name, e.name)), n.id limit ${graphLimit + 1}
    )
    select (select json_agg(nodes) from nodes) as nodes,
      (select json_agg(json_build_object('from', d.from_id, 'to', d.to_id, 'kind', d.kind, 'relation', d.relation) order by d.id)
        from nodes n cross join lateral (select * from dependencies where from_id = n.id offset 0) d
        where coalesce(d.to_id in (select id from nodes), false)) as edges`);
  const nodes = (row?.nodes ?? []).slice(0, graphLimit);
  const kept = new Set(nodes.map((node) => node.id));
  const edges = (row?.edges ?? []).filter((edge) => kept.has(edge.from) && kept.has(edge.to));
  return { nodes, edges, steps, isCut: (row?.nodes?.length ?? 0) > graphLimit };
}
