import "server-only";
import { sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import { uuids } from "#lib/order";

type Heir = { id: string; status: "triggered" | "acknowledged" };

/**
 * Gives the open alerts whose leader is over another one: the eldest of them, whose own timers begin at `at` unless
 * somebody has it. To be called in the transaction that resolved the leaders, which holds their rows.
 */
export async function giveNewLeaders(tx: Tx, leaderIds: readonly string[], at: Temporal.Instant): Promise<void> {
  if (leaderIds.length === 0) return;
  // All members are locked in one order before the eldest is chosen, so that two who resolve leaders do not cross.
  const members = await rowsOf<Heir & { leader_id: string }>(
    tx,
    sql`select id, status, leader_id from alerts where leader_id = any(${uuids(leaderIds)}) and resolved_at is null
      order by opened_at, id for no key update`,
  );
  for (const [, [heir, ...others]] of Map.groupBy(members, (member) => member.leader_id)) {
    if (!heir) continue;
    await tx.execute(sql`
      update alerts set leader_id = null, pages_from = ${at.toString()}, steps_taken = 0, asked_again_at = null,
        next_step_at = case when gate = 'hold' then releases_at
          when status = 'acknowledged' then ${at.add({ minutes: 30 }).toString()}::timestamptz
          else ${at.toString()}::timestamptz end
      where id = ${heir.id}::uuid`);
    if (others.length === 0) continue;
    const rest = uuids(others.map(({ id }) => id));
    await tx.execute(sql`update alerts set leader_id = ${heir.id}::uuid where id = any(${rest})`);
  }
}
