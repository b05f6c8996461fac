import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db, readRows, rowsOf } from "#db/client";
import type { DocumentKind } from "#lib/documents/views";
import { textArray } from "#lib/order";
import { listCommonWords } from "#lib/search/common-queries";
import { marks, readExcerpt } from "#lib/search/excerpt";
import { documentHint, type SearchItem, urlOf } from "#lib/search/items";
import type { Mention } from "#lib/search/mentions";

/** A word that stands in more sections than this tells too little of one to be read to its end. */
const mostSections = 200;
/** A text has its alerts near its beginning. */
const mostNames = 3_000;
const atOnce = 50;
/** A word that stands in so few sections is telling by itself. */
const fewSections = 3;

type Row = {
  id: string;
  slug: string;
  name: string;
  kind: DocumentKind;
  service: string;
  hint: string;
  anchor: string;
  section: string;
};

/** Runbooks that answer an alert that a text names. `mentions` are what `mentionsIn` found in it. */
export async function listAnswering(mentions: Map<string, Mention>, limit: number): Promise<SearchItem[]> {
  const names = [...mentions.values()].map(({ text }) => text).filter((name) => /^\S{4,200}$/.test(name));
  if (names.length === 0) return [];
  const asked = textArray([...new Set(names)].slice(0, mostNames));
  // A few at a time: the index compares all names that it is given at once with each other.
  const rows = await readRows<Omit<Row, "anchor" | "section"> & { alert: string }>(sql`
    with said as materialized (select ${asked}::text[] as names),
    part as (
      select array_agg(name) as names from said, unnest(names) with ordinality as each(name, nth) group by nth / ${atOnce}
    ), answering as (
      select distinct x.id from part
        cross join lateral (select id from documents where alert_names && part.names and retired_at is null offset 0) x
    )
    select d.id, d.slug, d.title as name, d.kind, s.slug as service, s.name as hint,
      (select min(alert) from unnest(d.alert_names) alert where alert = any((select names from said)::text[])) as alert
    from answering join documents d on d.id = answering.id join services s on s.id = d.service_id
    where s.retired_at is null
    order by lower(d.title), d.id limit ${limit}`);
  return rows.map(({ alert, ...row }) => {
    const line = mentions.get(alert.toLowerCase())?.line ?? 1;
    return item({ ...row, anchor: "", section: "" }, `it answers the alert “${alert}”, which line ${line} names`, null);
  });
}

/** Sections that speak of what `words` say, the one with the rarest of them first; one section of a document. */
export async function listSpeaking(words: readonly string[], limit: number): Promise<SearchItem[]> {
  if (words.length === 0) return [];
  const queries = words.map((word) => sql`plainto_tsquery('english', ${word})`);
  const common = textArray(await listCommonWords(2 * mostSections));
  const rows = await rowsOf<Row & { words: number[]; marked: string }>(
    db(),
    sql`
      with hits as materialized (${sql.join(
        queries.map((query, word) => sectionsWith(query, word, common)),
        sql` union all `,
      )}),
      telling as (
        select word, count(*) as sections from hits group by word having count(*) between 1 and ${mostSections}
      ), spoken as (
        select h.document_id, h.ordinal, array_agg(h.word order by h.word) as words, sum(1 / (1 + ln(t.sections))) as weight
        from hits h join telling t on t.word = h.word
        group by h.document_id, h.ordinal having count(*) > 1 or min(t.sections) <= ${fewSections}
      ), best as (
        select distinct on (document_id) * from spoken order by document_id, weight desc, ordinal
      ), top as (
        select d.id, d.slug, d.title as name, d.kind, s.slug as service, s.name as hint, b.ordinal, b.words, b.weight
        from best b join documents d on d.id = b.document_id join services s on s.id = d.service_id
        where d.retired_at is null and s.retired_at is null
        order by b.weight desc, lower(d.title), d.id limit ${limit}
      )
      select top.id, top.slug, top.name, top.kind, top.service, top.hint, top.words, x.anchor, x.heading as section,
        ts_headline('english', translate(left(x.text, 20000), ${marks.start + marks.end}, ''),
          ${sql.join(queries, sql` || `)}, ${headline}) as marked
      from top join document_sections x on x.document_id = top.id and x.ordinal = top.ordinal
      order by top.weight desc, lower(top.name), top.id`,
  );
  return rows.map(({ words: found, marked, ...row }) => {
    const said = new Intl.ListFormat("en").format(found.map((word) => `“${words[word]}”`));
    const excerpt = readExcerpt(marked);
    return item(row, `it speaks of ${said}`, excerpt.some(({ isMatch }) => isMatch) ? excerpt : null);
  });
}

const headline = `StartSel="${marks.start}", StopSel="${marks.end}", MaxFragments=1, MaxWords=30, MinWords=14`;

/** Each word is planned by itself: one of the `common` ones is not looked for, and one that is rare is looked up. */
function sectionsWith(query: SQL, word: number, common: string): SQL {
  return sql`(select ${sql.raw(String(word))} as word, document_id, ordinal from document_sections
    where not ${query}::text = any(${common}::text[]) and words @@ ${query} limit ${mostSections + 1})`;
}

function item(row: Row, why: string, excerpt: SearchItem["excerpt"]): SearchItem {
  const { slug, name, kind, service, hint, anchor, section } = row;
  return {
    ...{ kind: "document", slug, email: null, name, hint: documentHint(kind, hint), why, service, excerpt },
    section: anchor ? section : null,
    url: urlOf({ kind: "document", documentKind: kind, slug, email: null, service, anchor }),
  };
}
