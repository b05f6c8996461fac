import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GraphEdge, GraphNode } from "#lib/services/graph";

/** How many things a drawn graph holds at most; the nearest ones are kept. */
export const graphLimit = 80;

export type ServiceGraph = { nodes: GraphNode[]; edges: GraphEdge[]; isCut: boolean };

/**
 * The neighbourhood of a service: what it needs and what needs it, two steps each way, and the dependencies among
 * all of these. One statement.
 */
export async function findGraph(viewer: Viewer, serviceId: string): Promise<ServiceGraph> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<{ nodes: GraphNode[] | null; edges: GraphEdge[] | null }>(sql`
    with recursive down(id, step) as (
      select ${serviceId}::uuid, 0
      union
      select d.to_id, down.step + 1 from down join dependencies d on d.from_id = down.id where down.step < 2
    ), up(id, step) as (
      select ${serviceId}::uuid, 0
      union
      select d.from_id, up.step + 1 from up join dependencies d on d.to_id = up.id where up.step < 2
    ), near as (
      select id, min(distance) as distance, min(side) as side from (
        select id, step as distance, step as side from down union all select id, step, -step from up
      ) reached group by id
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
        from dependencies d where d.from_id in (select id from nodes) and d.to_id in (select id from nodes)) as edges`);
  const nodes = (row?.nodes ?? []).slice(0, graphLimit);
  const kept = new Set(nodes.map((node) => node.id));
  const edges = (row?.edges ?? []).filter((edge) => kept.has(edge.from) && kept.has(edge.to));
  return { nodes, edges, isCut: (row?.nodes?.length ?? 0) > graphLimit };
}
