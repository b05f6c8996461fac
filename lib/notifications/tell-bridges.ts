import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { BridgeNews } from "#db/schema";
import { uuids } from "#lib/order";

const subjects: Record<BridgeNews["action"], string> = { acknowledge: "Somebody has it: ", resolve: "Over: " };

/**
 * Tells the other systems that were paged for these alerts what became of them, once a page: an incident that nobody
 * ends there would go on waking people.
 */
export async function tellBridges(
  tx: Tx,
  alertIds: readonly string[],
  action: BridgeNews["action"],
  at: Temporal.Instant,
): Promise<void> {
  if (alertIds.length === 0) return;
  const due = sql`${at.toString()}::timestamptz`;
  await tx.execute(sql`
    insert into notifications (kind, person_id, method_id, method_kind, message, key, created_at, due_at, next_try_at)
    select distinct on (n.alert_id, n.method_id) 'notice', n.person_id, n.method_id, n.method_kind,
      jsonb_build_object('subject', ${subjects[action]}::text || left(a.summary, 80), 'lines', '[]'::jsonb,
        'path', '/alerts/' || a.id, 'bridge', jsonb_build_object('alert', a.id, 'action', ${action}::text)),
      ${action}::text || ' ' || n.page_id, ${due}, ${due}, ${due}
    from notifications n join alerts a on a.id = n.alert_id
    where n.alert_id = any(${uuids(alertIds)}) and n.method_kind = 'pagerduty' and n.method_id is not null
      and n.page_id is not null and n.status in ('sent', 'sending')
    order by n.alert_id, n.method_id, n.created_at desc
    on conflict do nothing`);
}
