import "server-only";
import { and, asc, gte, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alerts } from "#db/schema";
import type { Working } from "#lib/alerts/intake/working";
import { isGraver, type Severity } from "#lib/alerts/severity";
import { uuids } from "#lib/order";

/** How long the page of an alert stands for others of its service that come after it. */
const joinMinutes = 10;

type Leader = { id: string; severity: Severity; summary: string };

/**
 * Lets those of `paging` that belong to a storm join its leader, in order: the youngest open alert of the same service
 * that pages, unless the new one is graver. Unrouted ones belong together by the name that their sender gave. Leaders
 * found in the database stay open until the transaction ends, so that nobody joins one that is over.
 */
export async function joinStorms(
  tx: Tx,
  paging: readonly Working[],
  closed: ReadonlySet<string>,
  at: Temporal.Instant,
): Promise<Map<string, Leader>> {
  const candidates = paging.filter(({ alert }) => !alert.isDrill && !closed.has(alert.id));
  const leaders = await listLeaders(tx, candidates, at);
  const joined = new Map<string, Leader>();
  for (const { alert } of candidates) {
    const storm = leaders.get(stormOf(alert))?.filter(({ id }) => !closed.has(id) && id !== alert.id) ?? [];
    const leader = storm.at(-1);
    if (leader && !isGraver(alert.severity, leader.severity)) joined.set(alert.id, leader);
    else leaders.set(stormOf(alert), [...storm, alert]);
  }
  return joined;
}

const stormOf = ({ serviceId, serviceSaid }: { serviceId: string | null; serviceSaid: string | null }) =>
  serviceId ?? `unrouted:${serviceSaid?.toLowerCase() ?? ""}`;

/** What may lead, of each storm, the youngest last. */
async function listLeaders(tx: Tx, paging: readonly Working[], at: Temporal.Instant): Promise<Map<string, Leader[]>> {
  const services = [...new Set(paging.flatMap(({ alert }) => alert.serviceId ?? []))];
  const isUnrouted = paging.some(({ alert }) => alert.serviceId === null);
  if (paging.length === 0) return new Map();
  const since = at.subtract({ minutes: joinMinutes });
  const rows = await tx
    .select({
      ...{ id: alerts.id, severity: alerts.severity, summary: alerts.summary, openedAt: alerts.openedAt },
      ...{ serviceId: alerts.serviceId, serviceSaid: alerts.serviceSaid },
    })
    .from(alerts)
    .where(
      and(
        // In the words of the index of those that lead.
        sql`${alerts.status} <> 'resolved' and ${alerts.leaderId} is null and ${alerts.gate} = 'page' and ${alerts.isDrill} = false`,
        or(sql`${alerts.serviceId} = any(${uuids(services)})`, isUnrouted ? isNull(alerts.serviceId) : undefined),
        or(
          gte(alerts.openedAt, since),
          sql`exists (select from alerts m where m.leader_id = ${alerts.id} and m.opened_at >= ${since.toString()}::timestamptz)`,
        ),
      ),
    )
    .orderBy(asc(alerts.openedAt), asc(alerts.id))
    .for("share");
  return Map.groupBy(rows, stormOf);
}
