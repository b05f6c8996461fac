import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { PersonAddress } from "#lib/fields";
import { permissionsFor } from "#lib/people/permissions";
import type { OwnedService, PersonRef, TeamRef } from "#lib/teams/queries";

export type PersonView = {
  id: string;
  /** What leads to their page: the e-mail, or the handle of somebody without one. */
  address: string;
  email: string | null;
  handle: string | null;
  name: string;
  title: string | null;
  timeZone: string | null;
  /** The waking hours, `HH:MM` in their zone; null when nobody has said. */
  wakesAt: string | null;
  sleepsAt: string | null;
  /** Whose public holidays count: a country, or a part of one, as in `PT` or `DE-BE`. */
  holidayRegion: string | null;
  isAdministrator: boolean;
  deactivatedAt: string | null;
  createdAt: string;
  teams: (TeamRef & { kind: "delivery" | "ops"; role: "member" | "lead"; since: string })[];
  /** Stays that are over, the latest first; at most 50. */
  formerTeams: (TeamRef & { role: "member" | "lead"; from: string; to: string })[];
  /** Teams they manage themselves; those beneath come with them. */
  manages: TeamRef[];
  /** Who manages a team of theirs or one above it, the nearest first, and which. */
  managers: (PersonRef & { team: TeamRef })[];
  expertise: (TeamRef & { note: string | null; declaredAt: string })[];
  /** Services of their teams, the most important first, at most 50; `serviceCount` tells all. */
  services: (OwnedService & { team: TeamRef })[];
  serviceCount: number;
  permissions: ReturnType<typeof permissionsFor>;
};

/** The person at this e-mail or handle, former addresses included, or undefined when there is none. One round trip. */
export async function findPerson(viewer: Viewer, address: string): Promise<PersonView | undefined> {
  authorize(viewer, "catalog:read");
  const wanted = PersonAddress.safeParse(address.toLowerCase());
  if (!wanted.success) return undefined;
  const [row] = await readRows<Omit<PersonView, "permissions"> & { teamIds: string[] }>(sql`
    with recursive chosen as (select id from people where id = ${idAt(wanted.data)}),
    open as (select m.team_id, m.role, m.starts_at from memberships m join teams t on t.id = m.team_id
      where m.person_id = (select id from chosen) and m.ends_at is null and t.retired_at is null),
    above(id, depth) as (
      select team_id, 0 from open
      union all
      select t.parent_id, above.depth + 1 from above join teams t on t.id = above.id
      where t.parent_id is not null and above.depth < 30
    ),
    owned as (
      select s.slug, s.name, 'delivery' as role, s.tier, s.lifecycle, s.gaps, s.delivery_team_id as team_id
        from services s where s.delivery_team_id in (select team_id from open) and s.retired_at is null
      union all
      select s.slug, s.name, 'ops', s.tier, s.lifecycle, s.gaps, s.ops_team_id
        from services s where s.ops_team_id in (select team_id from open) and s.retired_at is null
    )
    select p.id, coalesce(p.email, p.handle) as address, p.email, p.handle, p.name, p.title, p.time_zone as "timeZone",
      p.wakes_at as "wakesAt", p.sleeps_at as "sleepsAt", p.holiday_region as "holidayRegion",
      array(select team_id::text from open) as "teamIds", p.is_administrator as "isAdministrator", to_json(p.deactivated_at) #>> '{}' as "deactivatedAt",
      to_json(p.created_at) #>> '{}' as "createdAt",
      ${list(sql`select t.slug, t.name, t.kind, o.role, o.starts_at as since from open o join teams t on t.id = o.team_id
        order by o.role = 'member', lower(t.name)`)} as teams,
      ${list(sql`select t.slug, t.name, m.role, m.starts_at as "from", m.ends_at as "to"
        from memberships m join teams t on t.id = m.team_id
        where m.person_id = p.id and m.ends_at > m.starts_at order by m.ends_at desc limit 50`)} as "formerTeams",
      ${list(sql`select t.slug, t.name from teams t where t.manager_id = p.id and t.retired_at is null
        order by lower(t.name)`)} as manages,
      ${list(sql`select coalesce(b.email, b.handle) as address, b.name,
          json_build_object('slug', t.slug, 'name', t.name) as team
        from (select id, min(depth) as depth from above group by id) nearest join teams t on t.id = nearest.id
          join people b on b.id = t.manager_id
        where b.id <> p.id and b.deactivated_at is null order by nearest.depth, lower(t.name)`)} as managers,
      ${list(sql`select s.slug, s.name, x.note, x.declared_at as "declaredAt" from experts x
          join services s on s.id = x.service_id
        where x.person_id = p.id and s.retired_at is null order by lower(s.name)`)} as expertise,
      ${list(sql`select owned.slug, owned.name, owned.role, owned.tier, owned.lifecycle, owned.gaps,
          json_build_object('slug', t.slug, 'name', t.name) as team
        from owned join teams t on t.id = owned.team_id
        order by owned.role, owned.tier nulls last, lower(owned.name) limit 50`)} as services,
      (select count(*)::int from owned) as "serviceCount"
    from people p where p.id = (select id from chosen)`);
  if (!row) return undefined;
  const { teamIds, ...person } = row;
  return { ...person, permissions: permissionsFor(viewer, { id: row.id, teamIds }) };
}

const list = (rows: SQL) => sql`coalesce((select json_agg(one) from (${rows}) one), '[]')`;

const idAt = (address: string) => sql`coalesce(
  (select id from people where ${address.includes("@") ? sql`email` : sql`handle`} = ${address}),
  (select thing from former_addresses where noun = 'person' and address = ${address}))`;
