import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import type { GapKind } from "#lib/services/gaps";
import type { TeamRef } from "#lib/services/queries";

export type MyService = {
  slug: string;
  name: string;
  description: string | null;
  tier: number | null;
  lifecycle: "experimental" | "production" | "deprecated";
  team: TeamRef | null;
  /** Why it is the viewer's: a team of theirs delivers it or is its ops team. */
  role: "delivery" | "ops";
  gaps: GapKind[];
};

const most = 50;

/** The living services of the viewer's teams, the most important first; `total` counts those beyond the first 50 too. */
export async function listMyServices(viewer: Viewer): Promise<{ services: MyService[]; total: number }> {
  authorize(viewer, "catalog:read");
  const mine = uuids(viewer.memberships.map((membership) => membership.teamId));
  const rows = await readRows<MyService & { total: number }>(sql`
    select s.slug, s.name, s.description, s.tier, s.lifecycle, s.gaps,
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team,
      case when s.delivery_team_id = any(${mine}) then 'delivery' else 'ops' end as role, (count(*) over ())::int as total
    from services s left join teams t on t.id = s.delivery_team_id
    where (s.delivery_team_id = any(${mine}) or s.ops_team_id = any(${mine})) and s.retired_at is null
    order by role, s.tier nulls last, lower(s.name) limit ${most}`);
  return { services: rows.map(({ total: _, ...service }) => service), total: rows[0]?.total ?? 0 };
}

export type MyTeam = {
  slug: string;
  name: string;
  chat: string | null;
  /** The viewer's place in it; a manager may be no member. */
  role: "member" | "lead" | "manager";
  since: string | null;
  manager: string | null;
};

/** The teams that the viewer belongs to or manages. */
export function listMyTeams(viewer: Viewer): Promise<MyTeam[]> {
  authorize(viewer, "catalog:read");
  return readRows<MyTeam>(sql`
    select t.slug, t.name, t.chat, coalesce(m.role, 'manager') as role, to_json(m.starts_at) #>> '{}' as since, p.name as manager
    from teams t
      left join memberships m on m.team_id = t.id and m.person_id = ${viewer.personId}::uuid and m.ends_at is null
      left join people p on p.id = t.manager_id
    where t.retired_at is null and (m.id is not null or t.manager_id = ${viewer.personId}::uuid)
    order by m.id is null, lower(t.name) limit ${most}`);
}

/** The services that the viewer starred, by name. */
export function listStarred(viewer: Viewer): Promise<TeamRef[]> {
  authorize(viewer, "catalog:read");
  return readRows<TeamRef>(sql`
    select s.slug, s.name from stars join services s on s.id = stars.service_id
    where stars.person_id = ${viewer.personId}::uuid order by lower(s.name) limit ${most}`);
}

/** Something that waits for the viewer: what it is, why, and the page where it is mended. */
export type Need =
  | { kind: "service-gaps"; name: string; href: string; gaps: GapKind[] }
  | { kind: "unowned-service"; name: string; href: string; ownerReference: string | null }
  | { kind: "team-without-lead" | "team-without-manager" | "team-without-members"; name: string; href: string }
  | { kind: "unowned-services"; count: number; href: string };

/**
 * What only the viewer's role can mend: gaps in services of their teams, services without a delivery team whose ops
 * team is theirs, and teams they lead or manage that lack somebody. Administrators see how many services nobody owns.
 */
export async function listNeeds(viewer: Viewer): Promise<Need[]> {
  authorize(viewer, "catalog:read");
  const mine = uuids(viewer.memberships.map((membership) => membership.teamId));
  const led = uuids(viewer.memberships.filter(({ role }) => role === "lead").map(({ teamId }) => teamId));
  const managed = uuids(viewer.managedTeamIds);
  const [services, teams, unowned] = await Promise.all([
    readRows<{ slug: string; name: string; gaps: GapKind[]; ownerReference: string | null; isOwned: boolean }>(sql`
      select slug, name, gaps, owner_reference as "ownerReference", delivery_team_id is not null as "isOwned" from services
      where retired_at is null and gaps <> '{}'
        and (delivery_team_id = any(${mine}) or (delivery_team_id is null and ops_team_id = any(${mine})))
      order by delivery_team_id is not null, tier nulls first, lower(name) limit ${most}`),
    readRows<{
      slug: string;
      name: string;
      kind: "team-without-lead" | "team-without-manager" | "team-without-members";
    }>(sql`
      select t.slug, t.name, case when not has.members then 'team-without-members'
          when not has.lead then 'team-without-lead' else 'team-without-manager' end as kind
      from teams t cross join lateral (
        select count(*) > 0 as members, coalesce(bool_or(m.role = 'lead'), false) as lead from memberships m
          join people p on p.id = m.person_id
        where m.team_id = t.id and m.ends_at is null and p.deactivated_at is null
      ) has
      where t.retired_at is null and (t.id = any(${led}) or t.id = any(${managed}))
        and not exists (select from teams child where child.parent_id = t.id)
        and (not has.members or not has.lead or t.manager_id is null)
      order by lower(t.name) limit ${most}`),
    viewer.isAdministrator
      ? readRows<{ count: number }>(
          sql`select count(*)::int as count from services where retired_at is null and delivery_team_id is null`,
        )
      : [],
  ]);
  return [
    ...unowned
      .filter(({ count }) => count > 0)
      .map(({ count }) => ({ kind: "unowned-services", count, href: "/services?gap=delivery-team" }) as const),
    ...services.map(
      ({ slug, name, gaps, ownerReference, isOwned }): Need =>
        isOwned
          ? { kind: "service-gaps", name, href: `/services/${slug}`, gaps }
          : { kind: "unowned-service", name, href: `/services/${slug}`, ownerReference },
    ),
    ...teams.map(({ slug, name, kind }): Need => ({ kind, name, href: `/teams/${slug}` })),
  ];
}
