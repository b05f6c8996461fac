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
  uuids,
} from "#lib/order";
import { searchWords } from "#lib/services/filter";
import type { TeamFilter, TeamSort } from "#lib/teams/filter";
import { type TeamGapKind, teamGapKinds } from "#lib/teams/gaps";
import type { TeamKind } from "#lib/teams/inputs";
import { teamGaps, withManaged, withStaff, withWork } from "#lib/teams/statements";

export type TeamItem = {
  slug: string;
  name: string;
  kind: TeamKind;
  description: string | null;
  leads: string[];
  /** Active people in it now, and living services it delivers or is the ops team of. */
  peopleCount: number;
  serviceCount: number;
  gaps: TeamGapKind[];
};

const defaultLimit = 50;

/** A part of the teams as `filter` wants them. Text search forgives typing mistakes. */
export async function listTeams(viewer: Viewer, filter: TeamFilter): Promise<Part<TeamItem>> {
  authorize(viewer, "catalog:read");
  const limit = filter.limit ?? defaultLimit;
  const order = orders[sortOf(filter)](filter);
  const rows = await readRows<TeamItem & SortValues>(sql`
    with recursive ${withManaged}, ${withStaff()}, ${withWork}, hits as materialized (
      select t.*, ${peopleCount} as people, ${serviceCount} as services, ${teamGaps} as gaps, ${selectSortValues(order)}
      from teams t left join staff on staff.team_id = t.id left join work on work.team_id = t.id
      where ${matchesText(filter)} and ${matchesScope(viewer, filter)} and ${matchesKind(filter)}
        and ${matchesGap(filter)} and ${isAfter(order, filter.cursor)}
      order by ${orderBy(order)}
      limit ${limit + 1}
    )
    select t.slug, t.name, t.kind, t.description, t.people as "peopleCount", t.services as "serviceCount", t.gaps,
      coalesce((select json_agg(p.name order by lower(p.name)) from memberships m join people p on p.id = m.person_id
        where m.team_id = t.id and m.ends_at is null and m.role = 'lead' and p.deactivated_at is null), '[]') as leads,
      ${sortNames(order)}
    from hits t`);
  return partOf(rows, limit, sortValuesOf(order), (row) => {
    const { slug, name, kind, description, leads, peopleCount, serviceCount, gaps } = row;
    return { slug, name, kind, description, leads, peopleCount, serviceCount, gaps };
  });
}

export type TeamFacets = { total: number; kind: Record<TeamKind, number>; gap: Record<TeamGapKind, number> };

/** How many teams each kind and each gap would leave, given the choice in the other, and how many match now. */
export async function countTeamFacets(viewer: Viewer, filter: TeamFilter): Promise<TeamFacets> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ facet: string; value: string; count: number }>(sql`
    with recursive ${withManaged}, ${withStaff()}, hits as materialized (
      select t.kind, ${teamGaps} as gaps, ${matchesKind(filter)} as in_kind
      from teams t left join staff on staff.team_id = t.id
      where ${matchesText(filter)} and ${matchesScope(viewer, filter)}
    )
    select 'total' as facet, '' as value, count(*)::int as count from hits where in_kind and ${hasGap(filter)}
    union all select 'kind', kind, count(*)::int from hits where ${hasGap(filter)} group by kind
    union all select 'gap', gap, count(*)::int from hits, unnest(gaps) gap where in_kind group by gap`);
  const count = (facet: string, value = "") =>
    rows.find((row) => row.facet === facet && row.value === value)?.count ?? 0;
  return {
    total: count("total"),
    kind: { delivery: count("kind", "delivery"), ops: count("kind", "ops") },
    gap: Object.fromEntries(teamGapKinds.map((gap) => [gap, count("gap", gap)])) as Record<TeamGapKind, number>,
  };
}

export type TeamSuggestion = { slug: string; name: string; kind: TeamKind };

/** Living teams whose name or address is like `query`, best first: for fields in which one is chosen. */
export function suggestTeams(viewer: Viewer, query: string, kind?: TeamKind): Promise<TeamSuggestion[]> {
  authorize(viewer, "catalog:read");
  const wanted = query.trim().toLowerCase().slice(0, 100);
  return readRows<TeamSuggestion>(sql`
    select t.slug, t.name, t.kind from teams t
    where t.retired_at is null and ${matchesKind({ kind })} and ${matchesText({ query: wanted })}
    order by word_similarity(${wanted}, ${text}) desc, lower(t.name), t.id limit 12`);
}

const text = sql`lower(t.name || ' ' || t.slug)`;

const peopleCount = sql`coalesce(staff.people, 0)`;
const serviceCount = sql`coalesce(work.services, 0)`;
function matchesText({ query }: TeamFilter): SQL {
  const words = searchWords(query).map((word) => sql`(${text} like ${`%${escapeLike(word)}%`} or ${word} <% ${text})`);
  return words.length > 0 ? sql.join(words, sql` and `) : sql`true`;
}

function matchesScope(viewer: Viewer, { mine, retired }: TeamFilter): SQL {
  const isRetired = retired ? sql`t.retired_at is not null` : sql`t.retired_at is null`;
  const own = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return mine ? sql`${isRetired} and (t.id = any(${own}) or t.id = any(${uuids(viewer.managedTeamIds)}))` : isRetired;
}

const matchesKind = ({ kind }: Pick<TeamFilter, "kind">) => (kind ? sql`t.kind = ${kind}` : sql`true`);
const matchesGap = ({ gap }: TeamFilter) => (gap ? sql`${gap} = any(${teamGaps})` : sql`true`);
const hasGap = ({ gap }: TeamFilter) => (gap ? sql`${gap} = any(gaps)` : sql`true`);

/** The order that a filter asks for, or has by nature. */
export function sortOf({ query, sort }: TeamFilter): TeamSort {
  const hasQuery = searchWords(query).length > 0;
  if (sort === "relevance" && !hasQuery) return "name";
  return sort ?? (hasQuery ? "relevance" : "name");
}

const byName = { value: sql`lower(t.name)`, as: "text" } as const;
const byId = { value: sql`t.id`, as: "uuid" } as const;
const orders: Record<TeamSort, (filter: TeamFilter) => Order> = {
  name: () => [byName, byId],
  people: () => [{ value: sql`-${peopleCount}`, as: "numeric" }, byName, byId],
  services: () => [{ value: sql`-${serviceCount}`, as: "numeric" }, byName, byId],
  relevance: ({ query = "" }) => [
    { value: sql`round((1 - word_similarity(${query.trim().toLowerCase()}, ${text}))::numeric, 4)`, as: "numeric" },
    byName,
    byId,
  ],
};
