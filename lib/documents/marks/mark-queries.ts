import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { Viewer } from "#lib/auth/policy";
import { type MarksByStep, type MarkView, placeMarks } from "#lib/documents/marks/marks-of-steps";
import type { Outline } from "#lib/documents/outline";

/** What a page needs of marks is the latest; older ones stay in the history. */
const most = 300;

/**
 * What people found who used the document's steps, the latest first, by the anchor of the step in `outline`. Marks that
 * were taken back are left out. For text that the viewer may see already; `viewer` is who may take back their own.
 */
export async function listMarks(documentId: string, outline: Outline, viewer?: Viewer): Promise<MarksByStep> {
  const rows = await readRows<Omit<MarkView, "isEarlierWording">>(sql`
    select k.id, k.anchor, k.step, k.verdict, k.word, k.revision, to_json(k.at) #>> '{}' as at,
      json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) as person,
      coalesce(k.person_id = ${viewer?.personId ?? null}::uuid, false) as "isOwn"
    from step_marks k join people p on p.id = k.person_id
    where k.document_id = ${documentId}::uuid and k.withdrawn_at is null order by k.at desc, k.id limit ${most}`);
  return placeMarks(rows, outline);
}
