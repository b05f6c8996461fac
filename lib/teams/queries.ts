import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { GapKind } from "#lib/services/gaps";
import { slugPattern } from "#lib/slugs";
import type { TeamGapKind } from "#lib/teams/gaps";
import type { MemberRole, TeamKind, WorkingHours } from "#lib/teams/inputs";
import { permissionsFor } from "#lib/teams/permissions";
import { teamGaps, withStaff } from "#lib/teams/statements";

export type TeamRef = { slug: string; name: string };
export type PersonRef = { address: string; name: string };
export type MemberView = PersonRef & {
  title: string | null;
  timeZone: string | null;
  role: MemberRole;
  /** Since when in this role; an ISO instant. */
  since: string;
  isActive: boolean;
};
export type OwnedService = {
  slug: string;
  name: string;
  role: "delivery" | "ops";
  tier: number | null;
  lifecycle: "experimental" | "production" | "deprecated";
  gaps: GapKind[];
};

/** What every page of a team says above its own matter. */
export type TeamHead = {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  kind: TeamKind;
  /** A channel's name, or its http(s) address. */
  chat: string | null;
  /** When it works, by the clocks of `timeZone`; null when nobody has said. */
  workingHours: WorkingHours | null;
  manager: (PersonRef & { isActive: boolean }) | null;
  /** The teams above, the highest first, each with its manager. */
  above: (TeamRef & { manager: PersonRef | null })[];
  beneath: (TeamRef & { kind: TeamKind; peopleCount: number })[];
  /** How many active people are in it. */
  peopleCount: number;
  gaps: TeamGapKind[];
  retiredAt: string | null;
  createdAt: string;
  permissions: ReturnType<typeof permissionsFor>;
};

type Holdings = {
  /** Who is in it now: leads first, then by name. Deactivated people are among them until somebody takes them out. */
  members: MemberView[];
  /** Living services, the most important first; at most 100 of each role, while the counts tell all. */
  services: OwnedService[];
  deliveryCount: number;
  opsCount: number;
};

/** A team with its people and services, of which there may be a thousand. */
export type TeamView = TeamHead & Holdings;

const mostServices = 100;

/** The team at this address, former ones included, or undefined when there is none. One round trip. */
export async function findTeamHead(viewer: Viewer, slug: string): Promise<TeamHead | undefined> {
  authorize(viewer, "catalog:read");
  if (!slugPattern.test(slug)) return undefined;
  const [row] = await readRows<Omit<TeamHead, "permissions">>(sql`
    with recursive ${withStaff(sql`m.team_id = ${idAt(slug)}`)}, above(id, parent_id, depth) as (
      select id, parent_id, 0 from teams where id = ${idAt(slug)}
      union all
      select teams.id, teams.parent_id, above.depth + 1 from teams join above on teams.id = above.parent_id where depth < 30
    ), managed(id) as (
      select ${idAt(slug)} where exists (select from above join teams a on a.id = above.id
        join people p on p.id = a.manager_id where p.deactivated_at is null)
    )
    select t.id, t.slug, t.name, t.description, t.kind, t.chat, t.working_hours as "workingHours", ${teamGaps} as gaps,
      to_json(t.retired_at) #>> '{}' as "retiredAt", to_json(t.created_at) #>> '{}' as "createdAt",
      case when b.id is not null then json_build_object('address', coalesce(b.email, b.handle), 'name', b.name,
        'isActive', b.deactivated_at is null) end as manager,
      coalesce((select json_agg(json_build_object('slug', a.slug, 'name', a.name, 'manager',
          case when p.id is not null then json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) end)
          order by above.depth desc)
        from above join teams a on a.id = above.id left join people p on p.id = a.manager_id and p.deactivated_at is null
        where above.depth > 0), '[]') as above,
      coalesce((select json_agg(json_build_object('slug', c.slug, 'name', c.name, 'kind', c.kind, 'peopleCount', (
          select count(*) from memberships m join people p on p.id = m.person_id
          where m.team_id = c.id and m.ends_at is null and p.deactivated_at is null)) order by lower(c.name))
        from teams c where c.parent_id = t.id and c.retired_at is null), '[]') as beneath,
      coalesce(staff.people, 0) as "peopleCount"
    from teams t left join people b on b.id = t.manager_id left join staff on staff.team_id = t.id
    where t.id = ${idAt(slug)}`);
  return row && { ...row, permissions: permissionsFor(viewer, row) };
}

/** Adds the people and the services of a team. One round trip. */
export async function withHoldings(viewer: Viewer, team: TeamHead): Promise<TeamView> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<Holdings>(sql`
    select
      coalesce((select json_agg(json_build_object('address', coalesce(p.email, p.handle), 'name', p.name, 'title', p.title,
          'timeZone', p.time_zone, 'role', m.role, 'since', m.starts_at, 'isActive', p.deactivated_at is null)
          order by p.deactivated_at is not null, m.role = 'member', lower(p.name))
        from memberships m join people p on p.id = m.person_id where m.team_id = t.id and m.ends_at is null), '[]') as members,
      coalesce((select json_agg(json_build_object('slug', s.slug, 'name', s.name, 'role', s.role, 'tier', s.tier,
          'lifecycle', s.lifecycle, 'gaps', s.gaps) order by s.role, s.tier nulls last, lower(s.name))
        from (${servicesAs("delivery")} union all ${servicesAs("ops")}) s), '[]') as services,
      (select count(*)::int from services where delivery_team_id = t.id and retired_at is null) as "deliveryCount",
      (select count(*)::int from services where ops_team_id = t.id and retired_at is null) as "opsCount"
    from (select ${team.id}::uuid as id) t`);
  if (!row) throw new Error("A statement that always has a row had none.");
  return { ...team, ...row };
}

const idAt = (slug: string) => sql`coalesce((select id from teams where slug = ${slug}),
  (select thing from former_addresses where noun = 'team' and address = ${slug}))`;

function servicesAs(role: "delivery" | "ops") {
  const column = sql.identifier(`${role}_team_id`);
  return sql`(select slug, name, ${sql.raw(`'${role}'`)} as role, tier, lifecycle, gaps from services
    where ${column} = t.id and retired_at is null order by tier nulls last, lower(name) limit ${mostServices})`;
}

/** A stay in a team that is over; ISO instants. */
export type FormerMember = PersonRef & { role: MemberRole; from: string; to: string };

/** Who left the team, the latest first; at most 200 stays. */
export function listFormerMembers(viewer: Viewer, teamId: string): Promise<FormerMember[]> {
  authorize(viewer, "catalog:read");
  return readRows<FormerMember>(sql`
    select coalesce(p.email, p.handle) as address, p.name, m.role, to_json(m.starts_at) #>> '{}' as "from",
      to_json(m.ends_at) #>> '{}' as "to"
    from memberships m join people p on p.id = m.person_id
    where m.team_id = ${teamId}::uuid and m.ends_at > m.starts_at
    order by m.ends_at desc, lower(p.name) limit 200`);
}

/** Who was in a team and what it owned at one moment. */
export type TeamThen = {
  members: (PersonRef & { role: MemberRole; from: string; to: string | null })[];
  services: (TeamRef & { role: "delivery" | "ops"; from: string; to: string | null; tier: number | null })[];
};

/** The team as it was at `at`: the spans that hold that instant, half-open. At most 500 of each. */
export async function findTeamAt(viewer: Viewer, teamId: string, at: Temporal.Instant): Promise<TeamThen> {
  authorize(viewer, "catalog:read");
  const holds = sql`starts_at <= ${at.toString()}::timestamptz and (ends_at is null or ends_at > ${at.toString()}::timestamptz)`;
  const [row] = await readRows<TeamThen>(sql`
    select coalesce((select json_agg(m) from (
        select coalesce(p.email, p.handle) as address, p.name, span.role, span.starts_at as "from", span.ends_at as "to"
        from (select * from memberships where team_id = ${teamId}::uuid and ${holds}) span
          join people p on p.id = span.person_id
        order by span.role = 'member', lower(p.name) limit 500) m), '[]') as members,
      coalesce((select json_agg(o) from (
        select s.slug, s.name, s.tier, span.role, span.starts_at as "from", span.ends_at as "to"
        from (select * from ownerships where team_id = ${teamId}::uuid and ${holds}) span
          join services s on s.id = span.service_id
        where s.retired_at is null or s.retired_at > ${at.toString()}::timestamptz
        order by span.role, s.tier nulls last, lower(s.name) limit 500) o), '[]') as services`);
  return row ?? { members: [], services: [] };
}
