import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { isAlertId } from "#lib/alerts/queries";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Ground } from "#lib/briefing/views";
import type { Ref } from "#lib/rotations/views";
import { type Owners, permissionsFor } from "#lib/services/permissions";

/** The ground of a briefing with what only its queries need. */
export type GroundRow = Ground & {
  ruleId: string | null;
  rule: string | null;
  /** The default rotation of the fallback ops team: it stands in where there is no service. */
  fallbackRotation: (Ref & { id: string }) | null;
};

/** The service of an alert and its teams; undefined where there is no such alert. One round trip, begun as `findAlert` is. */
export async function findGroundOfAlert(
  viewer: Viewer | Promise<Viewer>,
  alertId: string,
): Promise<GroundRow | undefined> {
  if (!isAlertId(alertId)) return undefined;
  return findGround(viewer, sql`(select a.service_id, a.rule_id, a.rule from alerts a where a.id = ${alertId}::uuid)`);
}

/** The service at this address, or a former one; undefined where there is none. One round trip. */
export async function findGroundOfService(viewer: Viewer, slug: string): Promise<GroundRow | undefined> {
  const id = sql`coalesce((select id from services where slug = ${slug}),
    (select thing from former_addresses where noun = 'service' and address = ${slug}))`;
  const found = await findGround(viewer, sql`(select ${id} as service_id, null::uuid as rule_id, null as rule)`);
  return found?.service ? found : undefined;
}

const teamAs = (team: string) => {
  const t = sql.raw(team);
  return sql`case when ${t}.id is not null then json_build_object('slug', ${t}.slug, 'name', ${t}.name, 'chat', ${t}.chat,
    'leads', coalesce((select json_agg(json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) order by p.name)
      from memberships m join people p on p.id = m.person_id
      where m.team_id = ${t}.id and m.ends_at is null and m.role = 'lead' and p.deactivated_at is null), '[]')) end`;
};

async function findGround(viewer: Viewer | Promise<Viewer>, about: SQL): Promise<GroundRow | undefined> {
  const [asking, [row]] = await Promise.all([viewer, readGround(about)]);
  authorize(asking, "catalog:read");
  if (!row) return undefined;
  const { owners, ...ground } = row;
  return { ...ground, canWrite: ground.service !== null && permissionsFor(asking, owners).canEdit };
}

const readGround = (about: SQL) =>
  readRows<Omit<GroundRow, "canWrite"> & { owners: Owners }>(sql`
    select about.rule_id as "ruleId", about.rule,
      json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id) as owners,
      case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'tier', s.tier,
        'description', s.description, 'customerFacing', s.customer_facing, 'isRetired', s.retired_at is not null) end as service,
      ${teamAs("d")} as "deliveryTeam", ${teamAs("o")} as "opsTeam", ${teamAs("f")} as "fallbackOpsTeam",
      (select json_build_object('id', r.id, 'slug', r.slug, 'name', r.name) from rotations r
        where r.team_id = f.id and r.is_team_default) as "fallbackRotation"
    from ${about} about
      left join services s on s.id = about.service_id
      left join teams d on d.id = s.delivery_team_id left join teams o on o.id = s.ops_team_id
      left join installation i on true left join teams f on f.id = i.fallback_ops_team_id`);
