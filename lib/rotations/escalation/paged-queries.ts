import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Ref } from "#lib/rotations/views";

/** A service that is paged through a rotation, in which seat, and by its own path or because of its teams. */
export type PagedService = Ref & { tier: number | null; seat: "delivery" | "backup" | "ops"; isByPath: boolean };

/**
 * The living services and their seats that are paged through `r`, a row of rotations in the statement around it.
 * One part for each reason, so that each finds its services by an index, however many others there are.
 */
const pagedThrough = sql`(
  select s.id, s.slug, s.name, s.tier, seat, true as is_by_path
  from (
    select service_id, 'delivery' as seat from escalation_paths where delivery_rotation_id = r.id
    union all select service_id, 'backup' from escalation_paths where backup_rotation_id = r.id
    union all select service_id, 'ops' from escalation_paths where ops_rotation_id = r.id
  ) named join services s on s.id = named.service_id and s.retired_at is null
  union all
  select s.id, s.slug, s.name, s.tier, 'delivery', false from services s
  where r.is_team_default and s.delivery_team_id = r.team_id and s.retired_at is null
    and not exists (select from escalation_paths p where p.service_id = s.id)
  union all
  select s.id, s.slug, s.name, s.tier, 'ops', false from services s
  where r.is_team_default and s.ops_team_id = r.team_id and s.retired_at is null
    and not exists (select from escalation_paths p where p.service_id = s.id and p.ops_rotation_id is not null)
)`;

/** How many living services are paged through `r`, a row of rotations in the statement around it. */
export const pagedServiceCount = sql`(select count(distinct id)::int from ${pagedThrough} paged)`;

/** The living services that are paged through a rotation, the most important first; at most `limit`. */
export function listPagedServices(viewer: Viewer, rotationId: string, limit = 30): Promise<PagedService[]> {
  authorize(viewer, "catalog:read");
  return readRows<PagedService>(sql`
    select paged.slug, paged.name, paged.tier, paged.seat, paged.is_by_path as "isByPath"
    from rotations r cross join lateral ${pagedThrough} paged
    where r.id = ${rotationId}::uuid
    order by paged.tier nulls last, lower(paged.name), paged.seat limit ${limit}`);
}
