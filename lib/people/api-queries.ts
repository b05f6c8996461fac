import "server-only";
import { sql } from "drizzle-orm";
import { rawRows, readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { escapeLike, isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";

const statement = `
  select json_build_object(
    'name', p.name, 'title', p.title, 'timeZone', p.time_zone, 'active', p.deactivated_at is null,
    'wakesAt', p.wakes_at, 'sleepsAt', p.sleeps_at, 'holidayRegion', p.holiday_region,
    'email', p.email, 'handle', p.handle,
    'teams', coalesce((select json_agg(json_build_object('team', t.slug, 'role', b.role, 'since', b.starts_at)
        order by lower(t.name), t.id)
      from memberships b join teams t on t.id = b.team_id
      where b.person_id = p.id and b.ends_at is null and t.retired_at is null), '[]'),
    'createdAt', p.created_at
  )::text as body
  from people p
  where p.id = (
    select id from people where email = $1
    union all
    select id from people where handle = $1
    union all
    select thing from former_addresses where noun = 'person' and address = $1
    limit 1)`;

/** The person as JSON text, as the API shows them, or undefined when nobody has or had this address. */
export async function findPersonJson(viewer: Viewer, address: string): Promise<string | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await rawRows<{ body: string }>(statement, [address]);
  return row?.body;
}

export type PersonItem = {
  email: string | null;
  handle: string | null;
  name: string;
  title: string | null;
  timeZone: string | null;
  active: boolean;
};
export type PersonListFilter = { query?: string; active?: boolean; cursor?: string; limit: number };

const byName: Order = [
  { value: sql`lower(p.name)`, as: "text" },
  { value: sql`p.id`, as: "uuid" },
];

/** A part of the people, by name; the active ones unless `active` is false. */
export async function listPersonItems(viewer: Viewer, filter: PersonListFilter): Promise<Part<PersonItem>> {
  authorize(viewer, "catalog:read");
  const { query = "", active = true, cursor, limit } = filter;
  const pattern = `%${escapeLike(query.toLowerCase())}%`;
  const rows = await readRows<PersonItem & SortValues>(sql`
    select p.email, p.handle, p.name, p.title, p.time_zone as "timeZone", p.deactivated_at is null as active,
      ${selectSortValues(byName)}
    from people p
    where ${active ? sql`p.deactivated_at is null` : sql`p.deactivated_at is not null`} and ${isAfter(byName, cursor)}
      and ${query ? sql`lower(p.name || ' ' || coalesce(p.email, '') || ' ' || coalesce(p.handle, '')) like ${pattern}` : sql`true`}
    order by ${orderBy(byName)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byName), ({ email, handle, name, title, timeZone, active }) => ({
    email,
    handle,
    name,
    title,
    timeZone,
    active,
  }));
}
