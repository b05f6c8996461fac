import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Bits } from "#lib/coverage/masks";

/** How a service stood when it was measured last, without the words. */
export type CoverageSummary = Bits & { level: number };

/** Undefined: nobody has measured it yet. */
export async function findCoverageSummary(viewer: Viewer, serviceId: string): Promise<CoverageSummary | undefined> {
  authorize(viewer, "coverage:read");
  const [row] = await readRows<CoverageSummary>(sql`
    select level, met, not_met as "notMet" from coverage_snapshots
    where service_id = ${serviceId}::uuid and ends_at is null`);
  return row;
}
