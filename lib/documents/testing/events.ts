import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { EventKind } from "#lib/event-kinds";

/** What the history says under `kind` of a thing, oldest first. */
export async function findEvents(thing: string, kind: EventKind): Promise<Record<string, unknown>[]> {
  const rows = await readRows<{ detail: Record<string, unknown> }>(sql`
    select detail from events where about @> array[${thing}]::uuid[] and kind = ${kind} order by id`);
  return rows.map(({ detail }) => detail);
}
