import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { escapeLike, textArray } from "#lib/order";
import { type Match, rankOf, type SearchKind } from "#lib/search/items";

/** Where one kind of thing is searched by its name. The expressions are those of its trigram indexes. */
export type Place = {
  kind: SearchKind;
  /** The living ones that match, as `x`, with a column `name`. */
  from: (isMatch: SQL) => SQL;
  text: SQL;
  name: SQL;
  address: SQL;
  columns: SQL;
};

/** How a place is read for one query: whether a row matches, and how well; less is better. */
export type Reading = { rank: SQL; matches: SQL };

/**
 * A word that stands in most titles finds this many of them and no more: more are not read to their end, and the
 * best of them is no better than the best of these.
 */
const mostTitles = 500;

const nowhere = sql`null::text as service, null::text as "documentKind"`;

export const places: Record<SearchKind, Place> = {
  service: {
    kind: "service",
    from: (isMatch) =>
      sql`services x left join teams t on t.id = x.delivery_team_id where x.retired_at is null and ${isMatch}`,
    text: sql`x.search_text`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, t.name as hint, ${nowhere}`,
  },
  team: {
    kind: "team",
    from: (isMatch) => sql`teams x where x.retired_at is null and ${isMatch}`,
    text: sql`lower(x.name || ' ' || x.slug)`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, case x.kind when 'ops' then 'ops team' else 'delivery team' end as hint, ${nowhere}`,
  },
  rotation: {
    kind: "rotation",
    from: (isMatch) => sql`rotations x join teams t on t.id = x.team_id where x.retired_at is null and ${isMatch}`,
    text: sql`lower(x.name || ' ' || x.slug)`,
    name: sql`lower(x.name || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, t.name as hint, ${nowhere}`,
  },
  person: {
    kind: "person",
    from: (isMatch) => sql`people x where x.deactivated_at is null and ${isMatch}`,
    text: sql`lower(x.name || ' ' || coalesce(x.email, '') || ' ' || coalesce(x.handle, ''))`,
    name: sql`lower(x.name)`,
    address: sql`coalesce(x.email, x.handle)`,
    columns: sql`case when x.email is null then x.handle end as slug, x.email, x.title as hint, ${nowhere}`,
  },
  document: {
    kind: "document",
    from: (isMatch) => sql`
      (select x.*, x.title as name from documents x where x.retired_at is null and ${isMatch} limit ${mostTitles}) x
      join services s on s.id = x.service_id where s.retired_at is null`,
    text: sql`lower(x.title || ' ' || x.slug)`,
    name: sql`lower(x.title || ' ' || x.slug)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, s.name as hint, s.slug as service, x.kind as "documentKind"`,
  },
  signature: {
    kind: "signature",
    from: (isMatch) => sql`
      (select x.*, x.meaning as name from signatures x where x.retired_at is null and ${isMatch} limit ${mostTitles}) x
      join services s on s.id = x.service_id where s.retired_at is null`,
    text: sql`lower(x.meaning)`,
    name: sql`lower(x.meaning)`,
    address: sql`x.slug`,
    columns: sql`x.slug, null::text as email, s.name as hint, s.slug as service, null::text as "documentKind"`,
  },
};

/** Rows that have every word of `typed`, whatever its case, and runbooks for an alert of just this name. */
export function asTypedIn({ kind, text, address }: Place, typed: string): Reading {
  const query = typed.toLowerCase();
  const part = escapeLike(query);
  const answers = kind === "document" ? sql`x.alert_names @> ${textArray([typed])}::text[]` : undefined;
  const name = { document: sql`x.title`, signature: sql`x.meaning` }[kind as string] ?? sql`x.name`;
  const cases: [Match, SQL][] = [
    ["is-name", sql`lower(${name}) = ${query}`],
    ["is-address", sql`${address} = ${query}`],
    ...(answers ? [["answers-alert", answers] as [Match, SQL]] : []),
    ["name-begins", sql`lower(${name}) like ${`${part}%`}`],
    ["address-begins", sql`${address} like ${`${part}%`}`],
    ["name-word-begins", sql`lower(${name}) like ${`% ${part}%`}`],
    ["name-has", sql`lower(${name}) like ${`%${part}%`}`],
    ["address-has", sql`${address} like ${`%${part}%`}`],
    ["description-has", sql`${text} like ${`%${part}%`}`],
  ];
  const whens = cases.map(([match, condition]) => sql`when ${condition} then ${sql.raw(String(rankOf(match)))}`);
  const rank = sql`case ${sql.join(whens, sql` `)} else ${sql.raw(String(rankOf("words")))} end`;
  const words = query.split(" ").slice(0, 6);
  const hasWords = sql.join(
    words.map((word) => hasWord(text, word)),
    sql` and `,
  );
  return { rank, matches: answers ? sql`((${hasWords}) or ${answers})` : hasWords };
}

/** Rows whose name is nearly `typed`, whatever its case. */
export function nearlyIn({ name }: Place, typed: string): Reading {
  const query = typed.toLowerCase();
  return {
    rank: sql`${sql.raw(String(rankOf("like")))} + 0.999 * (1 - word_similarity(${query}, ${name}))`,
    matches: sql`${query} <% ${name}`,
  };
}

/** One or two letters stand in nearly everything: they have to begin a word. */
function hasWord(text: SQL, word: string): SQL {
  const part = escapeLike(word);
  if (word.length > 2) return sql`${text} like ${`%${part}%`}`;
  return sql`(${text} like ${`${part}%`} or ${text} like ${`% ${part}%`})`;
}
