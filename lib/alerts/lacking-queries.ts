import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { DocumentKind } from "#lib/documents/views";

/** What somebody missed in a briefing, as they said it the morning after. Instants are ISO texts. */
export type Lacking = {
  alert: { id: string; summary: string; isDrill: boolean };
  says: string;
  by: { address: string; name: string };
  at: string;
  /** Living documents of the service that were written or changed since, the latest first. */
  writtenSince: { kind: DocumentKind; slug: string; title: string }[];
};

const days = 91;
const most = 20;

/**
 * What the briefings of a service lacked within the last quarter, the latest first: work for those who own it. What was
 * written since stands beside it, because nobody but its readers can tell whether that was it.
 */
export function listLacking(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<Lacking[]> {
  authorize(viewer, "catalog:read");
  const since = at.subtract({ hours: 24 * days }).toString();
  return readRows<Lacking>(sql`
    select json_build_object('id', a.id, 'summary', a.summary, 'isDrill', a.is_drill) as alert, v.missing as says,
      json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) as by, to_json(v.at) #>> '{}' as at,
      (select coalesce(json_agg(json_build_object('kind', w.kind, 'slug', w.slug, 'title', w.title) order by w.at desc), '[]')
        from (select d.kind, d.slug, d.title, max(r.at) as at from documents d
            join document_revisions r on r.document_id = d.id and r.at > v.at
          where d.service_id = a.service_id and d.retired_at is null
          group by d.id order by max(r.at) desc, d.id limit 3) w) as "writtenSince"
    from alerts a join alert_reviews v on v.alert_id = a.id join people p on p.id = v.person_id
    where a.service_id = ${serviceId}::uuid and v.missing is not null and v.at > ${since}::timestamptz
    order by v.at desc, a.id limit ${most}`);
}
