import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type AddressValues, readAddress } from "#lib/address-values";
import { AlertFilter } from "#lib/alerts/filter";
import { listAlerts } from "#lib/alerts/queries";
import type { AlertItem } from "#lib/alerts/views";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { listOwnTeams, type TeamRef } from "#lib/services/queries";

export type AlertCounts = { open: number; held: number; unrouted: number };

/** What the list of alerts shows: one part of those that the address asks for, and the ways to narrow them. */
export type AlertDirectory = {
  filter: AlertFilter;
  /** What of the address was not understood, in words. */
  problems: string[];
  alerts: Part<AlertItem>;
  counts: AlertCounts;
  /** The viewer's own. */
  teams: TeamRef[];
};

/** The alerts that an address asks for; those that are open unless it says otherwise. */
export async function browseAlerts(viewer: Viewer, values: AddressValues): Promise<AlertDirectory> {
  const { filter: asked, problems } = readAddress(AlertFilter, values);
  const filter = { ...asked, status: asked.status ?? (asked.held ? undefined : ("open" as const)) };
  const [alerts, counts, teams] = await Promise.all([
    listAlerts(viewer, filter),
    countOpenAlerts(viewer),
    listOwnTeams(viewer),
  ]);
  return { filter, problems, alerts, counts, teams };
}

/** How many alerts are open, and of these how many are held and how many belong to no known service. */
export async function countOpenAlerts(viewer: Viewer): Promise<AlertCounts> {
  authorize(viewer, "catalog:read");
  const [counts] = await readRows<AlertCounts>(sql`
    select count(*)::int as open, (count(*) filter (where gate = 'hold'))::int as held,
      (count(*) filter (where service_id is null))::int as unrouted
    from alerts where resolved_at is null and not (is_drill and starts_with(origin, 'drill:'))`);
  return counts ?? { open: 0, held: 0, unrouted: 0 };
}
