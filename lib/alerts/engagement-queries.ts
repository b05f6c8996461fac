import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";

/** How soon the delivery side answered in one month, `2026-11`: half of its answers came within `medianSeconds`. */
export type Engagement = { month: string; paged: number; engaged: number; medianSeconds: number | null };

const months = 6;

/**
 * The time to engage of a service, from the first page to a delivery engineer to the first who answered; newest first.
 * One that is open and may yet be answered does not count.
 */
export function listEngagement(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<Engagement[]> {
  authorize(viewer, "catalog:read");
  const since = at.subtract({ hours: 24 * 31 * months }).toString();
  return readRows<Engagement>(sql`
    select to_char(delivery_paged_at, 'YYYY-MM') as month, count(*)::int as paged,
      count(delivery_engaged_at)::int as engaged,
      round(percentile_cont(0.5) within group (order by extract(epoch from delivery_engaged_at - delivery_paged_at)))::int
        as "medianSeconds"
    from alerts
    where service_id = ${serviceId}::uuid and opened_at > ${since}::timestamptz and delivery_paged_at is not null
      and not is_drill and (delivery_engaged_at is not null or resolved_at is not null)
    group by 1 order by 1 desc limit ${months}`);
}
