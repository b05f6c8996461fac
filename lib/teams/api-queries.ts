import "server-only";
import { sql } from "drizzle-orm";
import { rawRows, readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { escapeLike, isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";
import type { TeamKind } from "#lib/teams/inputs";

const statement = `
  select json_build_object(
    'name', t.name, 'kind', t.kind, 'description', t.description, 'manager', coalesce(m.email, m.handle),
    'parent', (select parents.slug from teams parents where parents.id = t.parent_id), 'chat', t.chat,
    'workingHours', t.working_hours,
    'members', coalesce((select json_agg(json_build_object('email', coalesce(p.email, p.handle), 'role', b.role,
        'name', p.name, 'since', b.starts_at) order by b.role, lower(p.name), p.id)
      from memberships b join people p on p.id = b.person_id
      where b.team_id = t.id and b.ends_at is null and p.deactivated_at is null), '[]'),
    'slug', t.slug,
    'services', (select count(*) from services s where s.delivery_team_id = t.id and s.retired_at is null),
    'createdAt', t.created_at, 'retiredAt', t.retired_at
  )::text as body
  from teams t left join people m on m.id = t.manager_id
  where t.id = (
    select id from teams where slug = $1
    union all
    select thing from former_addresses where noun = 'team' and address = $1
    limit 1)`;

/** The team as JSON text, as the API shows it, or undefined when there is none at this address or a former one. */
export async function findTeamJson(viewer: Viewer, slug: string): Promise<string | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await rawRows<{ body: string }>(statement, [slug]);
  return row?.body;
}

export type TeamItem = {
  slug: string;
  name: string;
  kind: TeamKind;
  description: string | null;
  manager: string | null;
  parent: string | null;
  chat: string | null;
};
export type TeamListFilter = { query?: string; kind?: TeamKind; cursor?: string; limit: number };

const byName: Order = [
  { value: sql`lower(t.name)`, as: "text" },
  { value: sql`t.id`, as: "uuid" },
];

/** A part of the living teams, by name. */
export async function listTeamItems(viewer: Viewer, filter: TeamListFilter): Promise<Part<TeamItem>> {
  authorize(viewer, "catalog:read");
  const { query = "", kind, cursor, limit } = filter;
  const rows = await readRows<TeamItem & SortValues>(sql`
    select t.slug, t.name, t.kind, t.description, coalesce(m.email, m.handle) as manager, p.slug as parent, t.chat,
      ${selectSortValues(byName)}
    from teams t left join people m on m.id = t.manager_id left join teams p on p.id = t.parent_id
    where t.retired_at is null and ${isAfter(byName, cursor)}
      and ${query ? sql`lower(t.name || ' ' || t.slug) like ${`%${escapeLike(query.toLowerCase())}%`}` : sql`true`}
      and ${kind ? sql`t.kind = ${kind}` : sql`true`}
    order by ${orderBy(byName)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byName), ({ slug, name, kind, description, manager, parent, chat }) => ({
    slug,
    name,
    kind,
    description,
    manager,
    parent,
    chat,
  }));
}
