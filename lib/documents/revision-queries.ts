import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { authorOf } from "#lib/documents/queries";
import type { RevisionItem, RevisionView } from "#lib/documents/views";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";

const byNumber: Order = [{ value: sql`r.number`, as: "numeric" }];
const columns = sql`r.number, r.title, ${authorOf} as author, to_json(r.at) #>> '{}' as at, r.summary, r.origin,
  r.based_on as "basedOn"`;

/** A part of the revisions of a document, the present one first. */
export async function listRevisions(
  viewer: Viewer,
  documentId: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<Part<RevisionItem>> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<RevisionItem & SortValues>(sql`
    select ${columns}, ${selectSortValues(byNumber)}
    from document_revisions r left join people p on p.id = r.person_id
    where r.document_id = ${documentId}::uuid and ${isAfter(byNumber, cursor, "desc")}
    order by ${orderBy(byNumber, "desc")} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byNumber), ({ number, title, author, at, summary, origin, basedOn }) => ({
    ...{ number, title, author, at, summary, origin, basedOn },
  }));
}

/** Names of those whose saves lie between the revision with this number and what it was based on, each once. */
export async function listMergedAuthors(viewer: Viewer, documentId: string, number: number): Promise<string[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ name: string }>(sql`
    select coalesce(p.name, r.actor) as name
    from document_revisions merged
      join document_revisions r on r.document_id = merged.document_id and r.number > merged.based_on and r.number < merged.number
      left join people p on p.id = r.person_id
    where merged.document_id = ${documentId}::uuid and merged.number = ${number} and merged.origin = 'merged'
    group by 1 order by min(r.number)`);
  return rows.map(({ name }) => name);
}

/** A document as it stood after the save with this number; undefined when there was none. */
export async function findRevision(
  viewer: Viewer,
  documentId: string,
  number: number,
): Promise<RevisionView | undefined> {
  authorize(viewer, "catalog:read");
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return undefined;
  const [row] = await readRows<RevisionView>(sql`
    select ${columns}, r.alert_names as "alertNames", r.body
    from document_revisions r left join people p on p.id = r.person_id
    where r.document_id = ${documentId}::uuid and r.number = ${number}`);
  return row;
}
