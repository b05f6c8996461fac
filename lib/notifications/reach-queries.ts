import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";

/** What others may know of how somebody is reached: over which kinds, and when a message last went through. */
export type Reach = { kinds: string[]; workedAt: string | null };

/** How these people are reached, by their ids; nobody is left out. Never where a method leads. */
export async function listReach(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, Reach>> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Reach & { id: string }>(sql`
    select person_id as id, array_agg(kind order by position, id) as kinds,
      to_json(max(worked_at)) #>> '{}' as "workedAt"
    from contact_methods where person_id = any(${uuids(personIds)}) and verified_at is not null group by person_id`);
  const found = new Map(rows.map(({ id, kinds, workedAt }) => [id, { kinds: [...new Set(kinds)], workedAt }]));
  return new Map(personIds.map((id) => [id, found.get(id) ?? { kinds: [], workedAt: null }]));
}
