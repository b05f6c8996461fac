import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, rowsOf, type Tx } from "#db/client";
import { now } from "#lib/clock";
import { outlineOf } from "#lib/documents/markdown/render";
import type { Outline } from "#lib/documents/outline";
import type { DocumentKind } from "#lib/documents/views";
import { uuids } from "#lib/order";
import { rememberWords } from "#lib/search/remember-words";

/** A document with its present text. */
export type Indexed = { id: string; serviceId: string; kind: DocumentKind; title: string; body: string };

/**
 * Takes the present texts apart for search: sections, services that they name, outside addresses, and the words of
 * titles and headings. Replaces what stood there before.
 */
export async function indexTexts(tx: Tx, documents: readonly Indexed[], at: Temporal.Instant): Promise<void> {
  const outlined = documents.map((document) => ({ ...document, outline: outlineOf(document.body, document.kind) }));
  const ids = uuids(documents.map(({ id }) => id));
  const sections = outlined.flatMap(sectionRows);
  await tx.execute(sql`delete from document_sections where document_id = any(${ids})`);
  await tx.execute(sql`
    insert into document_sections (document_id, ordinal, anchor, heading, text, steps)
    select * from ${recordsOf(sections)} as s(document_id uuid, ordinal int, anchor text, heading text, text text, steps text[])`);
  await indexMentions(tx, ids, outlined);
  await indexLinks(tx, ids, outlined, at);
  await rememberWords(
    tx,
    sections.map(({ heading }) => heading),
  );
}

/** Fills in what was written as bare rows, by seeds. Safe beside saves and beside itself. Returns how many it found. */
export async function indexDocuments(at = now()): Promise<number> {
  let [done, last] = [0, "00000000-0000-0000-0000-000000000000"];
  for (let found = documentsAtOnce; found === documentsAtOnce; done += found) {
    const some = await inTransaction((tx) => indexSome(tx, last, at));
    found = some.length;
    last = some.at(-1)?.id ?? last;
  }
  return done;
}

const documentsAtOnce = 100;

async function indexSome(tx: Tx, last: string, at: Temporal.Instant): Promise<Indexed[]> {
  const found = await rowsOf<Indexed>(
    tx,
    sql`
      select d.id, d.service_id as "serviceId", d.kind, d.title, r.body
      from documents d join document_revisions r on r.document_id = d.id and r.number = d.revision
      where d.id > ${last}::uuid and not exists (select from document_sections s where s.document_id = d.id)
      order by d.id limit ${documentsAtOnce} for update of d skip locked`,
  );
  if (found.length > 0) await indexTexts(tx, found, at);
  return found;
}

type Outlined = Indexed & { outline: Outline };

/** A longer text, a longer heading or a longer address is more than PostgreSQL takes into its index. */
const longest = { text: 100_000, heading: 1_000, url: 2_000 };

/** There is one for the title always, so that every document can be found, and is known to be indexed. */
function sectionRows({ id, title, outline: { sections } }: Outlined) {
  const isTitled = sections.some(({ depth }) => depth === 0);
  const all = isTitled ? sections : [{ anchor: "", heading: "", text: "", steps: [] }, ...sections];
  const rows = all.flatMap(({ anchor, heading, text, steps }) =>
    partsOf(text).map((part, index) => ({
      ...{ anchor, heading: (heading || title).slice(0, longest.heading).toWellFormed(), text: part },
      steps: index === 0 ? steps.map((step) => step.text) : [],
    })),
  );
  return rows.map((row, ordinal) => ({ document_id: id, ordinal, ...row }));
}

function partsOf(text: string): string[] {
  const count = Math.max(1, Math.ceil(text.length / longest.text));
  return Array.from({ length: count }, (_, part) =>
    text.slice(part * longest.text, (part + 1) * longest.text).toWellFormed(),
  );
}

async function indexMentions(tx: Tx, ids: ReturnType<typeof uuids>, documents: readonly Outlined[]): Promise<void> {
  const mentions = documents.flatMap(({ id, serviceId, outline }) =>
    outline.mentions.map(({ service, isAssumed }) => ({ id, own: serviceId, slug: service, assumed: isAssumed })),
  );
  await tx.execute(sql`delete from document_mentions where document_id = any(${ids})`);
  if (mentions.length === 0) return;
  await tx.execute(sql`
    insert into document_mentions (document_id, service_id, is_assumed)
    select m.id, s.id, bool_or(m.assumed)
    from ${recordsOf(mentions)} as m(id uuid, own uuid, slug text, assumed boolean)
      join services s on s.id = coalesce((select id from services where slug = m.slug),
        (select thing from former_addresses where noun = 'service' and address = m.slug))
    where s.id <> m.own group by m.id, s.id order by s.id, m.id`);
}

async function indexLinks(
  tx: Tx,
  ids: ReturnType<typeof uuids>,
  documents: readonly Outlined[],
  at: Temporal.Instant,
): Promise<void> {
  const links = documents.flatMap(({ id, outline }) =>
    outline.links.filter((url) => url.length <= longest.url).map((url) => ({ id, url })),
  );
  await tx.execute(sql`delete from document_links where document_id = any(${ids})`);
  if (links.length === 0) return;
  await tx.execute(sql`
    insert into links (url, next_check_at)
    select distinct url, ${at.toString()}::timestamptz from ${recordsOf(links)} as l(id uuid, url text)
    order by url on conflict do nothing`);
  await tx.execute(sql`
    insert into document_links (document_id, url)
    select distinct id, url from ${recordsOf(links)} as l(id uuid, url text) order by url, id`);
}

/** Rows that travel as one JSON text, so that no limit on parameters applies. */
const recordsOf = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)`;
