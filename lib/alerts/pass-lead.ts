import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";

/**
 * Gives the open alerts that joined these ones, which are over, the eldest of their storm as new leader. It is asked
 * about by itself from now on, unless somebody has it already.
 */
export async function passLead(tx: Tx, overIds: readonly string[], at: Temporal.Instant): Promise<void> {
  if (overIds.length === 0) return;
  await tx.execute(sql`with left_behind as (
      select id, status, first_value(id) over (partition by leader_id order by opened_at, id) as eldest from alerts
      where leader_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(overIds)}::text::jsonb))
        and resolved_at is null)
    update alerts a set leader_id = nullif(l.eldest, a.id),
      pages_from = case when l.eldest = a.id and a.status = 'triggered' then ${at.toString()}::timestamptz else a.pages_from end,
      steps_taken = case when l.eldest = a.id and a.status = 'triggered' then 0 else a.steps_taken end,
      next_step_at = case when l.eldest <> a.id then null
        when a.status = 'triggered' then ${at.toString()}::timestamptz
        else ${at.add({ minutes: 30 }).toString()}::timestamptz end
    from left_behind l where l.id = a.id`);
}
