import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import {
  type Direction,
  escapeLike,
  isAfter,
  type Order,
  orderBy,
  type SortValues,
  selectSortValues,
  sortValuesOf,
  uuids,
} from "#lib/order";
import { type FacetName, facetNames } from "#lib/services/facets";
import { type ServiceFilter, searchWords } from "#lib/services/filter";
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

/** How the words of a search have to stand in a service: as typed, or nearly so. */
type Reading = "as-typed" | "nearly";

/** A part of the catalog as `filter` wants it. A text that stands nowhere as it is typed finds what is nearly that. */
export async function listServices(viewer: Viewer, filter: ServiceFilter): Promise<Part<CatalogItem>> {
  authorize(viewer, "catalog:read");
  const asTyped = await listReading(viewer, filter, "as-typed");
  if (asTyped.items.length > 0 || !hasText(filter) || (await isFoundAsTyped(viewer, filter))) return asTyped;
  return listReading(viewer, filter, "nearly");
}

async function listReading(viewer: Viewer, filter: ServiceFilter, reading: Reading): Promise<Part<CatalogItem>> {
  const limit = filter.limit ?? defaultLimit;
  const { order, direction } = orderOf(filter);
  // What a row shows is looked up only for the rows of this part, after they were found and put in order.
  const rows = await readRows<CatalogItem & SortValues>(sql`
    select s.slug, s.name, s.description, s.type, s.tier, s.lifecycle, s.customer_facing as "customerFacing",
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team,
      s.owner_reference as "ownerReference", s.gaps,
      exists (select from stars where stars.service_id = s.id and stars.person_id = ${viewer.personId}::uuid) as "isStarred",
      ${selectSortValues(order)}
    from (
      select s.* from services s
      where ${matchesText(filter, reading)} and ${matchesScope(viewer, filter)} and ${matchesAll(filter)}
        and ${isAfter(order, filter.cursor, direction)}
      order by ${orderBy(order, direction)}
      limit ${limit + 1}
    ) s left join teams t on t.id = s.delivery_team_id
    order by ${orderBy(order, direction)}`);
  return partOf(rows, limit, sortValuesOf(order), (row) => {
    const { slug, name, description, type, tier, lifecycle, customerFacing, team, ownerReference, gaps, isStarred } =
      row;
    return { slug, name, description, type, tier, lifecycle, customerFacing, team, ownerReference, gaps, isStarred };
  });
}

// Whatever is chosen in the facets: the list and the counts beside it have to read the text alike.
async function isFoundAsTyped(viewer: Viewer, filter: ServiceFilter): Promise<boolean> {
  const [row] = await readRows<{ found: boolean }>(sql`
    select exists (select from services s where ${matchesText(filter, "as-typed")} and ${matchesScope(viewer, filter)}) as found`);
  return row?.found ?? false;
}

type FacetRow = { facet: FacetName | "total"; value: string; label: string | null; count: number };

/** How many services each choice of each facet would leave, and how many match now. */
export async function countFacets(viewer: Viewer, filter: ServiceFilter): Promise<Facets> {
  authorize(viewer, "catalog:read");
  const asTyped = await countReading(viewer, filter, "as-typed");
  if (asTyped.length > 1 || !hasText(filter) || (await isFoundAsTyped(viewer, filter)))
    return facetsOf(filter, asTyped);
  return facetsOf(filter, await countReading(viewer, filter, "nearly"));
}

/**
 * Two tables of counts in one pass: by team, and by everything else together. The latter has few rows however
 * many services there are, and the other facets are summed from it.
 */
function countReading(viewer: Viewer, filter: ServiceFilter, reading: Reading): Promise<FacetRow[]> {
  return readRows<FacetRow>(sql`
    with counts as materialized (
      select grouping(s.delivery_team_id) = 0 as is_team, s.delivery_team_id, s.in_team, s.tier, s.lifecycle,
        s.customer_facing, s.gaps, count(*)::int as count, (count(*) filter (where ${matchesAllBut(filter, "team")}))::int as in_rest
      from (
        select s.delivery_team_id, ${matchesFacet(filter, "team")} as in_team, s.tier, s.lifecycle, s.customer_facing, s.gaps
        from services s where ${matchesText(filter, reading)} and ${matchesScope(viewer, filter)}
      ) s
      group by grouping sets ((s.delivery_team_id), (s.in_team, s.tier, s.lifecycle, s.customer_facing, s.gaps))
    ), combined as (select * from counts where not is_team)
    select 'total' as facet, '' as value, null as label, coalesce(sum(count), 0)::int as count
      from combined s where in_team and ${matchesAllBut(filter, "team")}
    union all
    select * from (
      select 'team', coalesce(t.slug, 'none'), coalesce(t.name, 'No team'), c.in_rest
      from counts c left join teams t on t.id = c.delivery_team_id
      where c.is_team and c.in_rest > 0
      order by c.in_rest desc, 3 limit 200
    ) by_team
    union all
    select 'tier', coalesce(tier::text, 'none'), null, sum(count)::int
      from combined s where in_team and ${matchesAllBut(filter, "team", "tier")} group by 2
    union all
    select 'lifecycle', lifecycle, null, sum(count)::int
      from combined s where in_team and ${matchesAllBut(filter, "team", "lifecycle")} group by 2
    union all
    select 'customerFacing', coalesce(customer_facing::text, 'unknown'), null, sum(count)::int
      from combined s where in_team and ${matchesAllBut(filter, "team", "customerFacing")} group by 2
    union all
    select 'gap', gap, null, sum(count)::int
      from combined s, unnest(gaps) gap where in_team and ${matchesAllBut(filter, "team", "gap")} group by 2`);
}

function facetsOf(filter: ServiceFilter, rows: FacetRow[]): Facets {
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

const hasText = (filter: ServiceFilter) => searchWords(filter.query).length > 0;

function matchesText(filter: ServiceFilter, reading: Reading): SQL {
  const words = searchWords(filter.query).map((word) => {
    const isThere = sql`s.search_text like ${`%${escapeLike(word)}%`}`;
    return reading === "as-typed" ? isThere : sql`(${isThere} or ${word} <% lower(s.name || ' ' || s.slug))`;
  });
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

const matchesAll = (filter: ServiceFilter) => matchesAllBut(filter);

function matchesAllBut(filter: ServiceFilter, ...skipped: FacetName[]): SQL {
  return sql.join(
    facetNames.filter((name) => !skipped.includes(name)).map((name) => matchesFacet(filter, name)),
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

function orderOf(filter: ServiceFilter): { order: Order; direction: Direction } {
  const sort = sortOf(filter);
  return { order: orders[sort](filter), direction: sort === "changed" ? "desc" : "asc" };
}

function sortOf(filter: ServiceFilter): ServiceSort {
  if (filter.sort === "relevance" && !hasText(filter)) return "name";
  return filter.sort ?? (hasText(filter) ? "relevance" : "name");
}

const byName = { value: sql`lower(s.name)`, as: "text" } as const;
const byId = { value: sql`s.id`, as: "uuid" } as const;
const orders: Record<ServiceSort, (filter: ServiceFilter) => Order> = {
  name: () => [byName, byId],
  tier: () => [{ value: sql`coalesce(s.tier, 5)`, as: "numeric" }, byName, byId],
  changed: () => [{ value: sql`s.changed_at`, as: "timestamptz" }, byId],
  relevance: (filter) => [{ value: relevance(filter.query?.trim().toLowerCase() ?? ""), as: "numeric" }, byName, byId],
};

/** Smaller is better: the exact address, then a beginning, then a part of the name, then of the description, then likeness. */
function relevance(query: string): SQL {
  const pattern = escapeLike(query);
  return sql`round((case
      when s.slug = ${query} or lower(s.name) = ${query} then 0
      when s.slug like ${`${pattern}%`} or lower(s.name) like ${`${pattern}%`} then 1
      when lower(s.name || ' ' || s.slug) like ${`%${pattern}%`} then 2
      when s.search_text like ${`%${pattern}%`} then 3
      else 4 - word_similarity(${query}, lower(s.name || ' ' || s.slug)) end)::numeric, 4)`;
}
