import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";

/** What is late: alerts past their next step, or without one that they need; messages; heartbeats that nobody missed. */
export type PagerProof = { isProven: boolean; lateAlerts: number; lateMessages: number; lateHeartbeats: number };

/** How late something may be before it is called late. */
const graceMinutes = 2;

/**
 * Proves that at `at` no open alert is past its next step, that each which needs a step has one, and that no message
 * that is due still waits, by more than two minutes.
 */
export async function provePager(at: Temporal.Instant): Promise<PagerProof> {
  const since = sql`${at.subtract({ minutes: graceMinutes }).toString()}::timestamptz`;
  const [row] = await readRows<Omit<PagerProof, "isProven">>(sql`
    select
      (select count(*)::int from alerts where next_step_at < ${since})
        + (select count(*)::int from alerts a where a.resolved_at is null and a.next_step_at is null
          and a.gate = 'page' and not a.is_drill and (a.leader_id is null
            or exists (select from alerts l where l.id = a.leader_id and l.resolved_at is not null))) as "lateAlerts",
      (select count(*)::int from notifications where next_try_at < ${since}) as "lateMessages",
      (select count(*)::int from heartbeats where silent_at < ${since} and retired_at is null) as "lateHeartbeats"`);
  if (!row) throw new Error("The database returned no proof.");
  const { lateAlerts, lateMessages, lateHeartbeats } = row;
  return { isProven: lateAlerts + lateMessages + lateHeartbeats === 0, ...row };
}

/** What is late, in words. */
export function proofWords({ lateAlerts, lateMessages, lateHeartbeats }: PagerProof): string {
  const late = { alerts: lateAlerts, messages: lateMessages, heartbeats: lateHeartbeats };
  const some = Object.entries(late).filter(([, count]) => count > 0);
  return some.length > 0 ? `Late: ${some.map(([what, count]) => `${count} ${what}`).join(", ")}` : "Nothing is late";
}
