import "server-only";
import { sql } from "drizzle-orm";
import { db, readRows, rowsOf } from "#db/client";
import type { DocumentKind } from "#lib/documents/views";
import { type Excerpt, marks, readExcerpt } from "#lib/search/excerpt";
import { type Match, rankOf, type SearchKind } from "#lib/search/items";
import { nearestWord } from "#lib/search/nearest-word";

/** A document or a signature in whose text the words stand. */
export type WrittenRow = {
  kind: SearchKind;
  id: string;
  slug: string;
  name: string;
  hint: string;
  service: string;
  documentKind: DocumentKind | null;
  /** The section that has the words, and where it stands on the page; null for a signature. */
  anchor: string | null;
  section: string | null;
  excerpt: Excerpt | null;
  rank: number;
};

/**
 * How many places that have the words are ranked. Words that stand in more are so common that the best of these is
 * no worse than the best of all, and ranking them all would take longer than anybody waits.
 */
const mostRanked = 400;

/** Documents and signatures that have every word of `query` in their texts, best first; the last word may go on. */
export async function searchWritten(
  kinds: readonly SearchKind[],
  query: string,
  limit: number,
  isMeant: boolean,
): Promise<WrittenRow[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const asked = [...words.slice(0, -1), lastOf(words)].join(" & ");
  const [documents, signatures] = await Promise.all([
    kinds.includes("document") ? searchSections(asked, limit, isMeant) : [],
    kinds.includes("signature") ? searchSignatureWords(asked, limit, isMeant) : [],
  ]);
  return [...documents, ...signatures];
}

/** `query` with each word that stands in no title, heading or pattern replaced by the nearest that does; undefined: none is near. */
export async function correctWords(query: string): Promise<string | undefined> {
  const words = wordsOf(query).filter((word) => word.length >= 3);
  if (words.length === 0) return undefined;
  const rows = await readRows<{ word: string; near: string[] }>(sql`
    select typed.word, coalesce(array(select w.word from search_words w where w.word % typed.word
      order by similarity(w.word, typed.word) desc, w.word limit 30), '{}') as near
    from unnest(${`{${words.join(",")}}`}::text[]) as typed(word)`);
  const meant = new Map(rows.map(({ word, near }) => [word, near.includes(word) ? word : nearestWord(word, near)]));
  const corrected = wordsOf(query).map((word) => meant.get(word) ?? word);
  return corrected.some((word, index) => word !== wordsOf(query)[index]) ? corrected.join(" ") : undefined;
}

async function searchSections(asked: string, limit: number, isMeant: boolean): Promise<WrittenRow[]> {
  const query = sql`to_tsquery('english', ${asked})`;
  const rows = await rowsOf<MarkedRow>(
    db(),
    sql`
      with hits as materialized (
        select document_id, ordinal, heading, words from document_sections where words @@ ${query} limit ${mostRanked}
      ), ranked as (
        select document_id, ordinal, to_tsvector('english', heading) @@ ${query} as "isHeading",
          ts_rank_cd(words, ${query}, 1) as weight from hits
      ), best as (
        select distinct on (document_id) * from ranked order by document_id, "isHeading" desc, weight desc, ordinal
      ), top as (
        select d.id, d.slug, d.title as name, d.kind as "documentKind", s.name as hint, s.slug as service, b.ordinal,
          ${rankSql("heading-has", "text-has", isMeant)} as rank
        from best b join documents d on d.id = b.document_id join services s on s.id = d.service_id
        where d.retired_at is null and s.retired_at is null
        order by rank, lower(d.title), d.id limit ${limit}
      )
      select 'document' as kind, top.*, x.anchor, x.heading as section, ${marked(sql`x.text`, query)} as marked
      from top join document_sections x on x.document_id = top.id and x.ordinal = top.ordinal`,
  );
  return rows.map((row) => writtenRow({ ...row, section: row.anchor ? row.section : null }));
}

async function searchSignatureWords(asked: string, limit: number, isMeant: boolean): Promise<WrittenRow[]> {
  // Patterns are kept word for word, everything else by the stems of its words.
  const query = sql`(to_tsquery('english', ${asked}) || to_tsquery('simple', ${asked}))`;
  const rows = await rowsOf<MarkedRow>(
    db(),
    sql`
      with hits as materialized (
        select id, service_id, slug, meaning, words from signatures where retired_at is null and words @@ ${query}
        limit ${mostRanked}
      ), top as (
        select h.id, h.slug, h.meaning as name, s.name as hint, s.slug as service,
          ${rankSql("text-has", "text-has", isMeant)} as rank
        from (select *, ts_rank_cd(words, ${query}, 1) as weight, true as "isHeading" from hits) h
          join services s on s.id = h.service_id
        where s.retired_at is null order by rank, lower(h.meaning), h.id limit ${limit}
      )
      select 'signature' as kind, top.*, null::text as "documentKind", null::text as anchor, null::text as section,
        ${marked(sql`x.pattern || E'\n' || x.cause || E'\n' || x.confirm || E'\n' || x.first_step`, query)} as marked
      from top join signatures x on x.id = top.id`,
  );
  return rows.map(writtenRow);
}

type MarkedRow = Omit<WrittenRow, "excerpt"> & { marked: string };

function writtenRow({ marked: text, ...row }: MarkedRow): WrittenRow {
  const excerpt = readExcerpt(text);
  return { ...row, excerpt: excerpt.some(({ isMatch }) => isMatch) ? excerpt : null };
}

/** The number of the match with, behind the point, how little `weight` there is. */
function rankSql(heading: Match, text: Match, isMeant: boolean) {
  const [high, low] = (isMeant ? (["text-like", "text-like"] as const) : [heading, text]).map(rankOf);
  return sql`(case when "isHeading" then ${sql.raw(String(high))} else ${sql.raw(String(low))} end
    + 0.999 / (1 + weight))::float8`;
}

/** A piece of `text` with the words of `query` marked. Of a long text its beginning is looked at. */
function marked(text: ReturnType<typeof sql>, query: ReturnType<typeof sql>) {
  const options = `StartSel="${marks.start}", StopSel="${marks.end}", MaxFragments=1, MaxWords=26, MinWords=12`;
  return sql`ts_headline('english', translate(left(${text}, 20000), ${marks.start + marks.end}, ''), ${query}, ${options})`;
}

/** Words as the text search knows them; whatever else was typed separates them. */
const wordsOf = (query: string) => (query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);

/** The last word may still be being typed. */
function lastOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return last.length >= 3 ? `${last}:*` : last;
}
