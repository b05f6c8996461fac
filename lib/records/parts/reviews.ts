import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentKind } from "#lib/documents/views";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { iso, isWithin } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { dayWords, sentence } from "#lib/records/words";

type Row = {
  id: string;
  document: { kind: DocumentKind; slug: string; title: string; service: { slug: string; name: string } };
  at: string;
  /** Null: a review of the document; else how a suggestion was answered, and whose it was. */
  verdict: "accepted" | "declined" | null;
  by: string | null;
  word: string | null;
};

const document = sql.raw(
  "json_build_object('kind', d.kind, 'slug', d.slug, 'title', d.title, 'service', json_build_object('slug', s.slug, 'name', s.name))",
);

/** What somebody gave to the writing of others in a span: documents confirmed, and suggestions answered. */
export async function findReviews({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const person = sql`${personId}::uuid`;
  const rows = await readRows<Row>(sql`
    select * from (
      select v.id, ${document} as document, ${iso("v.at")} as at, null as verdict, null as by, v.note as word, v.at as sorted
      from document_reviews v join documents d on d.id = v.document_id join services s on s.id = d.service_id
      where v.person_id = ${person} and ${isWithin(sql`v.at`, span)} and not exists (
        select from document_revisions r where r.document_id = d.id and r.person_id = ${person} and r.is_substantial
          and r.at <= v.at)
      union all
      select g.id, ${document}, ${iso("g.decided_at")}, g.verdict, p.name, g.answer, g.decided_at
      from suggestions g join documents d on d.id = g.document_id join services s on s.id = d.service_id
        join people p on p.id = g.person_id
      where g.decided_by_id = ${person} and g.person_id <> ${person} and g.verdict in ('accepted', 'declined')
        and ${isWithin(sql`g.decided_at`, span)}
    ) given order by sorted desc, id limit ${mostLines + 1}`);
  return rows.map(({ id, document: { title, ...address }, at, verdict, by, word }) => ({
    key: lineKey("review", id),
    title,
    href: documentUrl(address),
    says: [
      said(`${deedWords(verdict, by)} of ${address.service.name} on ${dayWords(at, timeZone)}.`),
      ...(word ? [said(sentence(word), "Said")] : []),
    ],
    at: instantText(at),
  }));
}

function deedWords(verdict: Row["verdict"], by: string | null): string {
  if (verdict === null) return "Confirmed this document";
  return `Answered a suggestion by ${by} (${verdict}) to this document`;
}
