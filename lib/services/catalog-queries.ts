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
  sortValuesOf,
  uuids,
} from "#lib/order";
import { type FacetName, facetNames, type ServiceFilter, searchWords } from "#lib/services/filter";
import type { GapKind } from "#lib/services/gaps";
import type { ServiceSort } from "#lib/services/inputs";

export type CatalogItem = {
  slug: string;
  name: string;
  description: string | null;
  type: string | null;
  tier: number | null;
  lifecycle: "experimental" | "production" | "deprecated";
  customerFacing: boolean | null;
  team: { slug: string; name: string } | null;
  /** The owner that the descriptor names where that is no team here. */
  ownerReference: string | null;
  gaps: GapKind[];
  isStarred: boolean;
};

/** One value of a facet: how many services it would leave, given the choices in the other facets. */
export type FacetValue = { value: string; label: string; count: number; isChosen: boolean };
export type Facets = { total: number } & Record<FacetName, FacetValue[]>;

const defaultLimit = 50;

/** A part of the catalog as `filter` wants it. Text search forgives typing mistakes in names. */
export async function listServices(viewer: Viewer, filter: ServiceFilter): Promise<Part<CatalogItem>> {
  authorize(viewer, "catalog:read");
  const limit = filter.limit ?? defaultLimit;
  const order = orders[sortOf(filter)](filter);
  const rows = await readRows<CatalogItem & SortValues>(sql`
    select s.slug, s.name, s.description, s.type, s.tier, s.lifecycle, s.customer_facing as "customerFacing",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team,
      s.owner_reference as "ownerReference", s.gaps,
      exists (select from stars where stars.service_id = s.id and stars.person_id = ${viewer.personId}::uuid) as "isStarred",
      ${selectSortValues(order)}
    from services s left join teams t on t.id = s.delivery_team_id
    where ${matchesText(filter)} and ${matchesScope(viewer, filter)} and ${matchesAll(filter)}
      and ${isAfter(order, filter.cursor)}
    order by ${orderBy(order)}
    limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(order), (row) => {
    const { slug, name, description, type, tier, lifecycle, customerFacing, team, ownerReference, gaps, isStarred } =
      row;
    return { slug, name, description, type, tier, lifecycle, customerFacing, team, ownerReference, gaps, isStarred };
  });
}

/** How many services each choice of each facet would leave, and how many match now. */
export async function countFacets(viewer: Viewer, filter: ServiceFilter): Promise<Facets> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ facet: FacetName | "total"; value: string; label: string | null; count: number }>(sql`
    with hits as materialized (
      select s.delivery_team_id, s.tier, s.lifecycle, s.customer_facing, s.gaps,
        ${sql.join(
          facetNames.map((name) => sql`${matchesFacet(filter, name)} as ${sql.identifier(`in_${name}`)}`),
          sql`, `,
        )}
      from services s
      where ${matchesText(filter)} and ${matchesScope(viewer, filter)}
    )
    select 'total' as facet, '' as value, null as label, count(*)::int as count from hits where ${inAllBut()}
    union all
    select * from (
      select 'team', coalesce(t.slug, 'none'), coalesce(t.name, 'No team'), c.count from (
        select delivery_team_id, count(*)::int as count from hits where ${inAllBut("team")} group by 1
      ) c left join teams t on t.id = c.delivery_team_id
      order by c.count desc, 3 limit 200
    ) by_team
    union all
    select 'tier', coalesce(tier::text, 'none'), null, count(*)::int from hits where ${inAllBut("tier")} group by 2
    union all
    select 'lifecycle', lifecycle, null, count(*)::int from hits where ${inAllBut("lifecycle")} group by 2
    union all
    select 'customerFacing', coalesce(customer_facing::text, 'unknown'), null, count(*)::int
      from hits where ${inAllBut("customerFacing")} group by 2
    union all
    select 'gap', gap, null, count(*)::int from hits, unnest(gaps) gap where ${inAllBut("gap")} group by 2`);
  const valuesOf = (facet: FacetName): FacetValue[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({
        value,
        label: label ?? value,
        count,
        isChosen: chosen(filter, facet).includes(value),
      }))
      .sort(
        (one, other) =>
          Number(other.isChosen) - Number(one.isChosen) ||
          other.count - one.count ||
          one.label.localeCompare(other.label),
      );
  return {
    total: rows.find((row) => row.facet === "total")?.count ?? 0,
    team: valuesOf("team"),
    tier: valuesOf("tier"),
    lifecycle: valuesOf("lifecycle"),
    customerFacing: valuesOf("customerFacing"),
    gap: valuesOf("gap"),
  };
}

function chosen(filter: ServiceFilter, facet: FacetName): string[] {
  return filter[facet] ?? [];
}

function matchesText(filter: ServiceFilter): SQL {
  const words = searchWords(filter.query).map(
    (word) => sql`(s.search_text like ${`%${escapeLike(word)}%`} or ${word} <% lower(s.name || ' ' || s.slug))`,
  );
  return words.length > 0 ? sql.join(words, sql` and `) : sql`true`;
}

function matchesScope(viewer: Viewer, { retired, owned, mine, starred }: ServiceFilter): SQL {
  const parts = [retired ? sql`s.retired_at is not null` : sql`s.retired_at is null`];
  if (owned !== undefined) parts.push(owned ? sql`s.delivery_team_id is not null` : sql`s.delivery_team_id is null`);
  if (mine) {
    const teamIds = uuids(viewer.memberships.map((membership) => membership.teamId));
    parts.push(sql`(s.delivery_team_id = any(${teamIds}) or s.ops_team_id = any(${teamIds}))`);
  }
  if (starred) {
    parts.push(
      sql`exists (select from stars where stars.service_id = s.id and stars.person_id = ${viewer.personId}::uuid)`,
    );
  }
  return sql.join(parts, sql` and `);
}

function matchesAll(filter: ServiceFilter): SQL {
  return sql.join(
    facetNames.map((name) => matchesFacet(filter, name)),
    sql` and `,
  );
}

function matchesFacet(filter: ServiceFilter, name: FacetName): SQL {
  const values = chosen(filter, name);
  if (values.length === 0) return sql`true`;
  const wanted = sql`${`{${values.join(",")}}`}::text[]`;
  switch (name) {
    case "team":
      return values.includes("none")
        ? sql`(s.delivery_team_id is null or s.delivery_team_id in (select id from teams where slug = any(${wanted})))`
        : sql`s.delivery_team_id in (select id from teams where slug = any(${wanted}))`;
    case "tier":
      return sql`coalesce(s.tier::text, 'none') = any(${wanted})`;
    case "lifecycle":
      return sql`s.lifecycle = any(${wanted})`;
    case "customerFacing":
      return sql`coalesce(s.customer_facing::text, 'unknown') = any(${wanted})`;
    case "gap":
      return sql`s.gaps && ${wanted}`;
  }
}

function inAllBut(skipped?: FacetName): SQL {
  const columns = facetNames.filter((name) => name !== skipped).map((name) => sql.identifier(`in_${name}`));
  return sql.join(columns, sql` and `);
}

function sortOf(filter: ServiceFilter): ServiceSort {
  const hasQuery = searchWords(filter.query).length > 0;
  if (filter.sort === "relevance" && !hasQuery) return "name";
  return filter.sort ?? (hasQuery ? "relevance" : "name");
}

const byName = { value: sql`lower(s.name)`, as: "text" } as const;
const byId = { value: sql`s.id`, as: "uuid" } as const;
const orders: Record<ServiceSort, (filter: ServiceFilter) => Order> = {
  name: () => [byName, byId],
  tier: () => [{ value: sql`coalesce(s.tier, 5)`, as: "numeric" }, byName, byId],
  changed: () => [{ value: sql`-extract(epoch from s.changed_at)`, as: "numeric" }, byId],
  relevance: (filter) => [{ value: relevance(filter.query?.trim().toLowerCase() ?? ""), as: "numeric" }, byName, byId],
};

/** Smaller is better: the exact address, then a beginning, then a part of the name, then likeness, then the description. */
function relevance(query: string): SQL {
  const pattern = escapeLike(query);
  return sql`round((case
      when s.slug = ${query} or lower(s.name) = ${query} then 0
      when s.slug like ${`${pattern}%`} or lower(s.name) like ${`${pattern}%`} then 1
      when lower(s.name || ' ' || s.slug) like ${`%${pattern}%`} then 2
      else 4 - word_similarity(${query}, lower(s.name || ' ' || s.slug)) end)::numeric, 4)`;
}
