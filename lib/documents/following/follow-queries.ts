import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { authorOf, type DocumentRef } from "#lib/documents/queries";
import type { Author } from "#lib/documents/views";

/** The last change of a followed document by somebody else; `revisions` counts all of theirs since it was followed. */
export type FollowedChange = {
  document: DocumentRef;
  revision: number;
  author: Author;
  at: string;
  summary: string | null;
  revisions: number;
};

const most = 10;

/** What others changed of the documents that the viewer follows, since they follow them and since `since`; newest first. */
export async function listFollowedChanges(viewer: Viewer, since: Temporal.Instant): Promise<FollowedChange[]> {
  authorize(viewer, "catalog:read");
  if (!viewer.personId) return [];
  return readRows<FollowedChange>(sql`
    select json_build_object('id', d.id, 'kind', d.kind, 'slug', d.slug, 'title', d.title,
        'service', json_build_object('slug', s.slug, 'name', s.name)) as document,
      r.number as revision, ${authorOf} as author, to_json(r.at) #>> '{}' as at, r.summary, r.revisions
    from follows f join documents d on d.id = f.document_id join services s on s.id = d.service_id
      join lateral (
        select *, count(*) over ()::int as revisions from document_revisions
        where document_id = d.id and at > greatest(f.followed_at, ${since.toString()}::timestamptz)
          and person_id is distinct from f.person_id
        order by number desc limit 1) r on true
      left join people p on p.id = r.person_id
    where f.person_id = ${viewer.personId}::uuid and d.retired_at is null
    order by r.at desc, d.id limit ${most}`);
}
