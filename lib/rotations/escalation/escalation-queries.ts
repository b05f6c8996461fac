import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Ref } from "#lib/rotations/views";

/** Who is paged for a service, in which order. The minutes count from the first page. */
export type EscalationView = {
  /** False while the service has no path of its own: its teams' default rotations stand in. */
  isOwn: boolean;
  delivery: Ref | null;
  backup: Ref | null;
  ops: Ref | null;
  /** Where its own path names no ops rotation, and another one is paged: the ops team's, or the fallback. */
  isOpsInherited: boolean;
  backupAfterMinutes: number;
  opsAfterMinutes: number;
  leadAfterMinutes: number;
};

/** The escalation path that holds for a service now, its own or that of its teams; undefined where there is no such service. */
export async function findEscalation(viewer: Viewer, serviceId: string): Promise<EscalationView | undefined> {
  authorize(viewer, "catalog:read");
  const ref = (id: string) =>
    sql.raw(`(select json_build_object('slug', slug, 'name', name) from rotations where id = ${id})`);
  const [row] = await readRows<EscalationView>(sql`
    select p.service_id is not null as "isOwn", p.service_id is not null and p.ops_rotation_id is null as "isOpsInherited",
      ${ref("coalesce(p.delivery_rotation_id, d.id)")} as delivery, ${ref("p.backup_rotation_id")} as backup,
      ${ref("coalesce(p.ops_rotation_id, o.id, f.id)")} as ops,
      coalesce(p.backup_after_minutes, 5) as "backupAfterMinutes", coalesce(p.ops_after_minutes, 15) as "opsAfterMinutes",
      coalesce(p.lead_after_minutes, 30) as "leadAfterMinutes"
    from services s left join escalation_paths p on p.service_id = s.id
      left join rotations d on d.team_id = s.delivery_team_id and d.is_team_default
      left join rotations o on o.team_id = s.ops_team_id and o.is_team_default
      left join installation i on true left join rotations f on f.team_id = i.fallback_ops_team_id and f.is_team_default
    where s.id = ${serviceId}::uuid`);
  return row;
}
