import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction, rowsOf, type Tx } from "#db/client";
import type { StoredCheck } from "#db/schema";
import { bitsOf, type Check, levelReached } from "#lib/coverage/checks";
import { instantAs } from "#lib/coverage/loading/stored";
import { uuids } from "#lib/order";

/** What was found of one service, and who delivered it then. */
export type FoundService = { id: string; deliveryTeamId: string | null; checks: Check[] };

type Open = { service: string; team: string | null; isLater: boolean; level: number; checks: StoredCheck[] };

/**
 * Keeps what was found at `at`: where it is other than before, or was said of another team, the snapshot that held ends
 * and a new one begins. Returns how many did. What a snapshot has said of a past instant never changes, and whoever
 * looked later than at `at` knows better.
 */
export function keepSnapshots(found: readonly FoundService[], at: Temporal.Instant): Promise<number> {
  return inTransaction(async (tx) => {
    const ids = found.map(({ id }) => id);
    const open = await lockOpen(tx, ids, at);
    const changed = found.filter((one) => !open.get(one.id)?.isLater && !isSame(one, open.get(one.id)));
    if (changed.length > 0) await beginAnew(tx, changed, at);
    return changed.length;
  });
}

async function lockOpen(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<Map<string, Open>> {
  const rows = await rowsOf<Open>(
    tx,
    sql`select service_id as service, delivery_team_id as team, starts_at > ${instantAs(at)} as "isLater", level, checks
      from coverage_snapshots
      where service_id = any(${uuids(ids)}) and ends_at is null order by service_id for no key update`,
  );
  return new Map(rows.map((row) => [row.service, row]));
}

// The level too: what a level asks may have changed since.
const isSame = (found: FoundService, open: Open | undefined): boolean =>
  open !== undefined &&
  open.team === found.deliveryTeamId &&
  open.level === levelReached(bitsOf(found.checks)) &&
  open.checks.length === found.checks.length &&
  found.checks.every(({ check, state, says, at }, index) => {
    const known = open.checks[index];
    return known?.check === check && known.state === state && known.says === says && known.at === at;
  });

/** Of two at the same instant the second begins right after the first. */
async function beginAnew(tx: Tx, changed: readonly FoundService[], at: Temporal.Instant): Promise<void> {
  const rows = changed.map(({ id, deliveryTeamId, checks }) => {
    const bits = bitsOf(checks);
    return { id, team: deliveryTeamId, level: levelReached(bits), ...bits, checks };
  });
  const ended = await rowsOf<{ service: string; at: string }>(
    tx,
    sql`update coverage_snapshots set ends_at = greatest(${instantAs(at)}, starts_at + interval '1 microsecond')
      where service_id = any(${uuids(changed.map(({ id }) => id))}) and ends_at is null
      returning service_id as service, to_json(ends_at) #>> '{}' as at`,
  );
  const begins = new Map(ended.map((row) => [row.service, row.at]));
  const values = rows.map((row) => ({ ...row, at: begins.get(row.id) ?? at.toString() }));
  // Whoever measured the service for the first time meanwhile was as right.
  await tx.execute(sql`
    insert into coverage_snapshots (id, service_id, starts_at, delivery_team_id, level, met, not_met, checks)
    select gen_random_uuid(), x.id, x.at, x.team, x.level, x.met, x."notMet", x.checks
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as x(id uuid, at timestamptz, team uuid, level int, met int, "notMet" int, checks jsonb)
    on conflict (service_id) where ends_at is null do nothing`);
}

/** Ends what still holds of services that were retired, with their retirement. */
export async function endRetired(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update coverage_snapshots c set ends_at = greatest(s.retired_at, c.starts_at + interval '1 microsecond')
    from services s where s.id = c.service_id and c.ends_at is null and s.retired_at is not null`);
}
