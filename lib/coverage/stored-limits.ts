import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type CoverageLimits, readLimits } from "#lib/coverage/limits";

/** What coverage is measured against in this installation. Read outside of transactions. */
export async function loadLimits(): Promise<CoverageLimits> {
  const [row] = await readRows<{ limits: unknown }>(sql`select coverage_limits as limits from installation`);
  return readLimits(row?.limits);
}
