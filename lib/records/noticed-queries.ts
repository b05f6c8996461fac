import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";
import { iso } from "#lib/records/parts/window";

/** What the last measurement of coverage found that concerns a person, as their managers read it; an ISO instant. */
export type Noticed = { id: string; says: string; at: string };

/** What was found that concerns the viewer: whatever their managers are shown of them, they see too. */
export async function listNoticed(viewer: Viewer): Promise<Noticed[]> {
  if (viewer.personId === null || !can(viewer, "record:read", { personId: viewer.personId })) return [];
  return readRows<Noticed>(sql`
    select distinct on (kind, says) id, says, ${iso("at")} as at from coverage_findings
    where person_id = ${viewer.personId}::uuid order by kind, says`);
}
