import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";

/** A rule of which it is known what the customer sees; null: nothing. */
export type StatedRule = { id: string; name: string; customerImpact: string | null };

const most = 200;

/** The living rules of a service of which somebody has said what the customer sees, those that wake somebody first. */
export function listStatedRules(viewer: Viewer, serviceId: string): Promise<StatedRule[]> {
  authorize(viewer, "catalog:read");
  return readRows<StatedRule>(sql`
    select id, name, customer_impact as "customerImpact" from alert_rules
    where service_id = ${serviceId}::uuid and retired_at is null
      and (customer_impact is not null or is_without_customer_impact)
    order by is_without_customer_impact, lower(name), id limit ${most}`);
}
