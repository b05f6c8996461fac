import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";

/** When the pager has something to do next: a step of an alert, or a heartbeat that goes silent. Null while nothing. */
export const nextStepDueAt = () =>
  earliest(sql`select least((select min(next_step_at) from alerts where next_step_at is not null),
    (select min(silent_at) from heartbeats where silent_at is not null and retired_at is null)) as at`);

/** When the next message is due, or one that was left unsent comes free; null while none waits. */
export const nextMessageDueAt = () =>
  earliest(sql`select min(next_try_at) as at from notifications where next_try_at is not null`);

async function earliest(statement: ReturnType<typeof sql>): Promise<Temporal.Instant | null> {
  const [row] = await readRows<{ at: string | Date | null }>(
    sql`select to_json(at) #>> '{}' as at from (${statement}) due`,
  );
  return row?.at ? Temporal.Instant.from(String(row.at)) : null;
}
