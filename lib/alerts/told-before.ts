import "server-only";
import { sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import type { Named } from "#lib/event-kinds";

type Told = { people?: Named[] };

/**
 * What the timeline told of a call for help with this key, where the same was sent before: then nothing of it happens
 * again, even where it paged nobody anew. To be asked by whoever has locked the alert.
 */
export async function findTold(tx: Tx, alertId: string, key: string): Promise<Told | undefined> {
  const [line] = await rowsOf<{ detail: Told }>(
    tx,
    sql`select detail from alert_entries where alert_id = ${alertId}::uuid and detail ->> 'key' = ${key}
      order by id limit 1`,
  );
  return line?.detail;
}
