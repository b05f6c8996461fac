import "server-only";
import { and, asc, isNull, sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import { alerts } from "#db/schema";
import type { Delivery } from "#lib/alerts/intake/delivery";
import type { KnownKey } from "#lib/alerts/intake/judge";
import type { Weighed } from "#lib/alerts/intake/working";
import { uuids } from "#lib/order";

type Key = Pick<Delivery, "origin" | "dedupKey">;

/** Tells keys apart; an origin holds no line break. */
export const keyOf = ({ origin, dedupKey }: Key): string => `${origin}\n${dedupKey}`;

// Shorter than the second after which the database looks for a deadlock, and then ends whom it likes.
const patience = "700ms";

/**
 * Lets one delivery after another weigh what it finds of these things, whichever replica received it. Locks are taken in
 * one order, and end with the transaction. For rows it then waits a short while only: intake can begin again, a person
 * who has just acted cannot.
 */
export async function takeTurns(tx: Tx, things: readonly string[]): Promise<void> {
  const turns = JSON.stringify([...new Set(things)].toSorted());
  await tx.execute(sql`with turns as materialized (
      select distinct hashtextextended(value, 0) as turn from jsonb_array_elements_text(${turns}::text::jsonb) order by 1)
    select count(pg_advisory_xact_lock(turn)), set_config('lock_timeout', ${patience}, true) from turns`);
}

/** The open alerts of these keys, locked until the transaction ends. */
export async function lockOpen(tx: Tx, keys: readonly Key[]): Promise<Map<string, Weighed>> {
  const found = await rowsOf<{ id: string }>(
    tx,
    // By their status, as the index of the keys that are open has it: no other is then read whole for each key.
    sql`select o.id from ${recordsOf(keys)} cross join lateral (select a.id from alerts a
      where a.origin = k.origin and a.dedup_key = k.dedup_key and a.status <> 'resolved' limit 1) o`,
  );
  if (found.length === 0) return new Map();
  const ids = uuids(found.map((row) => row.id));
  const rows = await tx
    .select(weighedColumns)
    .from(alerts)
    .where(and(isNull(alerts.resolvedAt), sql`${alerts.id} = any(${ids})`))
    .orderBy(asc(alerts.id))
    .for("update");
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const { id, origin, dedupKey, serviceId, serviceSaid, ruleId, rule, status, severity, summary, customerImpact } =
  alerts;
const { startsAt, openedAt, repeatedAt, occurrences, lastDelivery, leaderId, gate, gateReason, releasesAt } = alerts;
const { pagesFrom, stepsTaken, nextStepAt, resolvedAt, isDrill } = alerts;
const weighedColumns = {
  ...{ id, origin, dedupKey, serviceId, serviceSaid, ruleId, rule, status, severity, summary, customerImpact },
  ...{ startsAt, openedAt, repeatedAt, occurrences, lastDelivery, leaderId, gate, gateReason, releasesAt },
  ...{ pagesFrom, stepsTaken, nextStepAt, resolvedAt, isDrill },
};

type LastRow = { origin: string; dedupKey: string; starts: string; resolved: string; by_sender: boolean };

/** The last alert of each key that is over. */
export async function listLast(tx: Tx, keys: readonly Key[]): Promise<Map<string, NonNullable<KnownKey["last"]>>> {
  if (keys.length === 0) return new Map();
  const rows = await rowsOf<LastRow>(
    tx,
    sql`select k.origin, k.dedup_key as "dedupKey", l.* from ${recordsOf(keys)} cross join lateral (
      select starts_at::text as starts, resolved_at::text as resolved, resolved_by_id is null as by_sender from alerts a
      where a.origin = k.origin and a.dedup_key = k.dedup_key and a.resolved_at is not null
      order by a.opened_at desc limit 1) l`,
  );
  return new Map(
    rows.map(({ starts, resolved, by_sender: isBySender, ...key }) => [
      keyOf(key),
      { startsAt: Temporal.Instant.from(starts), resolvedAt: Temporal.Instant.from(resolved), isBySender },
    ]),
  );
}

function recordsOf(keys: readonly Key[]) {
  const records = keys.map((key) => ({ origin: key.origin, dedup_key: key.dedupKey }));
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as k(origin text, dedup_key text)`;
}
