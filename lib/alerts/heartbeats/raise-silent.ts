import "server-only";
import { and, asc, inArray, isNotNull, lte } from "drizzle-orm";
import type { Tx } from "#db/client";
import { heartbeats, services } from "#db/schema";
import { silence } from "#lib/alerts/heartbeats/silence";
import { receiveIn, untilItGetsThrough } from "#lib/alerts/intake/receive";
import { wakeSoon } from "#lib/jobs/wake";

const mostAtOnce = 200;

/**
 * Raises an alert for each heartbeat that stayed away by `at`, and returns how many. Each is claimed by one process, in
 * the transaction that raises its alert.
 */
export async function raiseSilent(
  at: Temporal.Instant,
  { stop }: { stop?: AbortSignal | undefined } = {},
): Promise<number> {
  let raised = 0;
  for (let found = mostAtOnce; found === mostAtOnce && !stop?.aborted; raised += found) found = await raiseSome(at);
  if (raised > 0) wakeSoon();
  return raised;
}

function raiseSome(at: Temporal.Instant): Promise<number> {
  return untilItGetsThrough(async (tx) => {
    const silent = await tx
      .select()
      .from(heartbeats)
      .where(lte(heartbeats.silentAt, at))
      .orderBy(asc(heartbeats.silentAt), asc(heartbeats.id))
      .limit(mostAtOnce)
      .for("update", { skipLocked: true });
    if (silent.length === 0) return 0;
    const ids = silent.map(({ id }) => id);
    await tx.update(heartbeats).set({ silentAt: null }).where(inArray(heartbeats.id, ids));
    const retired = await listRetired(tx, silent);
    const asking = silent.filter(({ serviceId }) => !retired.has(serviceId));
    const deliveries = asking.map((one) => silence(one, "firing", one.silentAt ?? at));
    await receiveIn(tx, deliveries, at);
    return silent.length;
  });
}

/** Nobody watches what is retired. */
async function listRetired(tx: Tx, silent: readonly { serviceId: string }[]): Promise<Set<string>> {
  const ids = silent.map(({ serviceId }) => serviceId);
  const isRetired = and(inArray(services.id, ids), isNotNull(services.retiredAt));
  const rows = await tx.select({ id: services.id }).from(services).where(isRetired);
  return new Set(rows.map(({ id }) => id));
}
