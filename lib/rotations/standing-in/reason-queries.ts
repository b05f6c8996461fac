import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Ref } from "#lib/rotations/views";

/** A reason that somebody once gave: for asking for cover, or beside a span in which they stand in. ISO instants. */
export type GivenReason = {
  kind: "request" | "override";
  id: string;
  rotation: Ref;
  from: string;
  to: string;
  reason: string;
};

/** Every reason that is kept about the viewer's own watches, the latest first, past ones too; at most 200. */
export function listOwnReasons(viewer: Viewer): Promise<GivenReason[]> {
  authorize(viewer, "catalog:read");
  return readRows<GivenReason>(sql`
    select given.kind, given.id, json_build_object('slug', r.slug, 'name', r.name) as rotation,
      to_json(given.starts_at) #>> '{}' as from, to_json(given.ends_at) #>> '{}' as to, given.reason
    from (
      select 'request' as kind, id, rotation_id, starts_at, ends_at, reason from cover_requests
        where person_id = ${viewer.personId}::uuid and reason is not null
      union all
      select 'override', id, rotation_id, starts_at, ends_at, reason from overrides
        where person_id = ${viewer.personId}::uuid and reason is not null
    ) given join rotations r on r.id = given.rotation_id
    order by given.starts_at desc, given.id limit 200`);
}
