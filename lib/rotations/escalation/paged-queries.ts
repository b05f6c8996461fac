import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Ref } from "#lib/rotations/views";

/** A service that is paged through a rotation, in which seat, and by its own path or because of its teams. */
export type PagedService = Ref & { tier: number | null; seat: "delivery" | "backup" | "ops"; isByPath: boolean };

/** The living services that are paged through a rotation, the most important first; at most `limit`. */
export function listPagedServices(viewer: Viewer, rotationId: string, limit = 30): Promise<PagedService[]> {
  authorize(viewer, "catalog:read");
  return readRows<PagedService>(sql`
    with rotation as (select id, team_id, is_team_default from rotations where id = ${rotationId}::uuid)
    select s.slug, s.name, s.tier, seat.name as seat, coalesce(seat.is_by_path, false) as "isByPath"
    from rotation r cross join services s left join escalation_paths p on p.service_id = s.id
      cross join lateral (values
        ('delivery', p.delivery_rotation_id = r.id, p.service_id is null and r.is_team_default and s.delivery_team_id = r.team_id),
        ('backup', p.backup_rotation_id = r.id, false),
        ('ops', p.ops_rotation_id = r.id, p.ops_rotation_id is null and r.is_team_default and s.ops_team_id = r.team_id)
      ) as seat(name, is_by_path, is_by_team)
    where s.retired_at is null and (coalesce(seat.is_by_path, false) or seat.is_by_team)
    order by s.tier nulls last, lower(s.name), seat.name limit ${limit}`);
}
