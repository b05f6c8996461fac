import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import {
  escapeLike,
  isAfter,
  type Order,
  orderBy,
  type SortValues,
  selectSortValues,
  sortNames,
  sortValuesOf,
} from "#lib/order";
import type { PersonFilter } from "#lib/people/filter";
import { searchWords } from "#lib/services/filter";
import type { TeamRef } from "#lib/teams/queries";

export type PersonItem = {
  address: string;
  name: string;
  title: string | null;
  timeZone: string | null;
  isAdministrator: boolean;
  isActive: boolean;
  teams: (TeamRef & { role: "member" | "lead" })[];
  manages: TeamRef[];
};

const defaultLimit = 50;

/** A part of the people as `filter` wants them. The search forgives typing mistakes in names. */
export async function listPeople(viewer: Viewer, filter: PersonFilter): Promise<Part<PersonItem>> {
  authorize(viewer, "catalog:read");
  const limit = filter.limit ?? defaultLimit;
  const order = orderOf(filter);
  // The part is cut out first, so that teams are looked up for those only whom it shows.
  const rows = await readRows<PersonItem & SortValues>(sql`
    with hits as materialized (
      select p.*, ${selectSortValues(order)}
      from people p
      where ${matches(filter)} and ${isAfter(order, filter.cursor)}
      order by ${orderBy(order)}
      limit ${limit + 1}
    )
    select coalesce(p.email, p.handle) as address, p.name, p.title, p.time_zone as "timeZone",
      p.is_administrator as "isAdministrator", p.deactivated_at is null as "isActive",
      coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name, 'role', m.role)
          order by m.role = 'member', lower(t.name))
        from memberships m join teams t on t.id = m.team_id
        where m.person_id = p.id and m.ends_at is null and t.retired_at is null), '[]') as teams,
      coalesce((select json_agg(json_build_object('slug', t.slug, 'name', t.name) order by lower(t.name))
        from teams t where t.manager_id = p.id and t.retired_at is null), '[]') as manages,
      ${sortNames(order)}
    from hits p`);
  return partOf(rows, limit, sortValuesOf(order), (row) => {
    const { address, name, title, timeZone, isAdministrator, isActive, teams, manages } = row;
    return { address, name, title, timeZone, isAdministrator, isActive, teams, manages };
  });
}

export type PeopleCounts = { active: number; deactivated: number; team: TeamRef | null };

/** How many active and deactivated people match, and the name of the team that narrows the list. */
export async function countPeople(viewer: Viewer, filter: PersonFilter): Promise<PeopleCounts> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<PeopleCounts>(sql`
    select count(*) filter (where p.deactivated_at is null)::int as active,
      count(*) filter (where p.deactivated_at is not null)::int as deactivated,
      (select json_build_object('slug', t.slug, 'name', t.name) from teams t where t.slug = ${filter.team ?? ""}) as team
    from people p where ${matches({ ...filter, status: undefined }, "any")}`);
  return row ?? { active: 0, deactivated: 0, team: null };
}

export type PersonSuggestion = { address: string; name: string; title: string | null };

/** Active people whose name or address is like `query`, best first: for fields in which one is chosen. */
export function suggestPeople(viewer: Viewer, query: string): Promise<PersonSuggestion[]> {
  authorize(viewer, "catalog:read");
  const wanted = query.trim().toLowerCase().slice(0, 100);
  return readRows<PersonSuggestion>(sql`
    select coalesce(p.email, p.handle) as address, p.name, p.title from people p
    where ${matches({ query: wanted })}
    order by word_similarity(${wanted}, lower(p.name)) desc, lower(p.name), p.id limit 12`);
}

function matches({ query, team, status = "active" }: PersonFilter, standing: "any" | "chosen" = "chosen"): SQL {
  const parts = searchWords(query).map(matchesWord);
  if (standing === "chosen")
    parts.push(status === "active" ? sql`p.deactivated_at is null` : sql`p.deactivated_at is not null`);
  if (team) {
    parts.push(sql`p.id in (select m.person_id from memberships m join teams t on t.id = m.team_id
      where t.slug = ${team} and m.ends_at is null)`);
  }
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

// A word with a dot or an @ is part of an address. Any other is part of a name; only where nobody has it in theirs is
// it taken for a typing mistake, because to compare it with every name costs much more than to look for it.
function matchesWord(word: string): SQL {
  const pattern = `%${escapeLike(word)}%`;
  return /[@.]/.test(word)
    ? sql`(p.email like ${pattern} or p.handle like ${pattern} or lower(p.name) like ${pattern})`
    : sql`(lower(p.name) like ${pattern} or p.handle = ${word} or (not exists (
        select from people where lower(name) like ${pattern} or handle = ${word}) and ${word} <% lower(p.name)))`;
}

function orderOf({ query }: PersonFilter): Order {
  const byName = { value: sql`lower(p.name)`, as: "text" } as const;
  const byId = { value: sql`p.id`, as: "uuid" } as const;
  const wanted = query?.trim().toLowerCase();
  if (!wanted) return [byName, byId];
  // Whoever has what was typed in their name comes before those whose names only resemble it.
  const unlikeness = sql`round((1 - word_similarity(${wanted}, lower(p.name)))::numeric, 4)`;
  return [{ value: unlikeness, as: "numeric" }, byName, byId];
}
