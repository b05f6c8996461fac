import "server-only";
import { sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import { type Asked, type Links, link, stormMinutes } from "#lib/alerts/paging/storm";
import { uuids } from "#lib/order";

/**
 * The alerts that lead and about which one of these people was asked within ten minutes before `at`, the latest first.
 * They stay open until the end of the transaction; one that somebody is working on at this moment is left out.
 */
export async function lockAsked(tx: Tx, personIds: readonly string[], at: Temporal.Instant): Promise<Asked[]> {
  if (personIds.length === 0) return [];
  const since = at.subtract({ minutes: stormMinutes }).toString();
  return rowsOf<Asked>(
    tx,
    // By their status: an index of what is not resolved would be read whole, and in a storm that is thousands.
    sql`select a.id as "alertId", g.person_id as "personId", a.service_id as "serviceId", a.severity, a.summary
      from pages g join alerts a on a.id = g.alert_id
      where g.person_id = any(${uuids(personIds)}) and g.at > ${since}::timestamptz and g.kind = 'page'
        and a.status <> 'resolved' and a.leader_id is null and a.gate = 'page' and not a.is_drill
        and (a.status = 'triggered' or a.holder_id = g.person_id)
      order by g.at desc, a.id for share of a skip locked`,
  );
}

/** Which of these services need which directly. */
export async function loadLinks(tx: Tx, serviceIds: readonly string[]): Promise<Links> {
  const ids = uuids([...new Set(serviceIds)]);
  const rows = await rowsOf<{ one: string; other: string }>(
    tx,
    sql`select from_service_id as one, to_service_id as other from dependencies
      where from_service_id = any(${ids}) and to_service_id = any(${ids})`,
  );
  return new Set(rows.flatMap(({ one, other }) => [link(one, other), link(other, one)]));
}
