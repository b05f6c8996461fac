import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { escapeLike } from "#lib/order";
import {
  describeMatch,
  type Match,
  matches,
  type SearchItem,
  type SearchKind,
  searchKinds,
  urlOf,
} from "#lib/search/items";

type FoundRow = Omit<SearchItem, "url" | "why"> & { rank: number };

/** Where one kind of thing is searched. The expressions are those of its trigram indexes. */
type Place = { kind: SearchKind; from: SQL; text: SQL; name: SQL; address: SQL; columns: SQL };

const places: Record<SearchKind, Place> = {
  service: {
    kind: "service",
    from: sql`services x left join teams t on t.id = x.delivery_team_id where x.retired_at is null`,
    text: sql`x.search_text`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, t.name as hint`,
  },
  team: {
    kind: "team",
    from: sql`teams x where x.retired_at is null`,
    text: sql`lower(x.name || ' ' || x.slug)`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, case x.kind when 'ops' then 'ops team' else 'delivery team' end as hint`,
  },
  rotation: {
    kind: "rotation",
    from: sql`rotations x join teams t on t.id = x.team_id where x.retired_at is null`,
    text: sql`lower(x.name || ' ' || x.slug)`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, t.name as hint`,
  },
  person: {
    kind: "person",
    from: sql`people x where x.deactivated_at is null`,
    text: sql`lower(x.name || ' ' || coalesce(x.email, '') || ' ' || coalesce(x.handle, ''))`,
    name: sql`lower(x.name)`,
    address: sql`coalesce(x.email, x.handle)`,
    columns: sql`case when x.email is null then x.handle end as slug, x.email, x.title as hint`,
  },
};

/**
 * Living services, teams and rotations, and active people, that answer to `query`, best first, at most `limit`. What stands nowhere
 * as it was typed finds what is nearly that. The same query on the same catalog gives the same list.
 */
export async function search(
  viewer: Viewer,
  query: string,
  { limit = 20, kinds = searchKinds }: { limit?: number; kinds?: readonly SearchKind[] } = {},
): Promise<SearchItem[]> {
  authorize(viewer, "catalog:read");
  const wanted = query.trim().replace(/\s+/g, " ").toLowerCase().slice(0, 200);
  if (wanted === "") return [];
  const asTyped = await find(kinds, limit, (place) => asTypedIn(place, wanted));
  const rows = asTyped.length > 0 ? asTyped : await find(kinds, limit, (place) => nearlyIn(place, wanted));
  return rows.map(({ rank, ...item }) => ({
    ...item,
    url: urlOf(item),
    why: describeMatch(matches[Math.floor(rank)] as Match, query.trim()),
  }));
}

type Reading = { rank: SQL; matches: SQL };

function find(kinds: readonly SearchKind[], limit: number, read: (place: Place) => Reading): Promise<FoundRow[]> {
  const parts = kinds.map((kind, index) => {
    const { from, columns } = places[kind];
    const { rank, matches: isMatch } = read(places[kind]);
    return sql`(select ${kind} as kind, ${index}::int as kind_order, ${columns}, x.name, x.id, ${rank} as rank
      from ${from} and ${isMatch} order by rank, length(x.name), lower(x.name), x.id limit ${limit})`;
  });
  return readRows<FoundRow>(sql`
    select kind, slug, email, name, hint, rank::float8 as rank from (${sql.join(parts, sql` union all `)}) found
    order by rank, kind_order, length(name), lower(name), id limit ${limit}`);
}

function asTypedIn({ text, address }: Place, query: string): Reading {
  const part = escapeLike(query);
  const cases: [Match, SQL][] = [
    ["is-name", sql`lower(x.name) = ${query}`],
    ["is-address", sql`${address} = ${query}`],
    ["name-begins", sql`lower(x.name) like ${`${part}%`}`],
    ["address-begins", sql`${address} like ${`${part}%`}`],
    ["name-word-begins", sql`lower(x.name) like ${`% ${part}%`}`],
    ["name-has", sql`lower(x.name) like ${`%${part}%`}`],
    ["address-has", sql`${address} like ${`%${part}%`}`],
    ["description-has", sql`${text} like ${`%${part}%`}`],
  ];
  const whens = cases.map(
    ([match, condition]) => sql`when ${condition} then ${sql.raw(String(matches.indexOf(match)))}`,
  );
  const rank = sql`case ${sql.join(whens, sql` `)} else ${sql.raw(String(matches.indexOf("words")))} end`;
  return {
    rank,
    matches: sql.join(
      query
        .split(" ")
        .slice(0, 6)
        .map((word) => hasWord(text, word)),
      sql` and `,
    ),
  };
}

/** One or two letters stand in nearly everything: they have to begin a word. */
function hasWord(text: SQL, word: string): SQL {
  const part = escapeLike(word);
  if (word.length > 2) return sql`${text} like ${`%${part}%`}`;
  return sql`(${text} like ${`${part}%`} or ${text} like ${`% ${part}%`})`;
}

function nearlyIn({ name }: Place, query: string): Reading {
  return {
    rank: sql`${sql.raw(String(matches.indexOf("like")))} + 0.999 * (1 - word_similarity(${query}, ${name}))`,
    matches: sql`${query} <% ${name}`,
  };
}
