import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alertEntries, alerts } from "#db/schema";
import { type NewEntry, recordEntries } from "#lib/alerts/entries";
import type { Working } from "#lib/alerts/intake/working";
import { senderOf } from "#lib/alerts/intake/write-alerts";

/** How long the safety net rests where a sender says that somebody has it. */
const restMinutes = 30;

/**
 * A sender says that somebody has it, and not who: the alert stays without a holder, the timeline tells it, and the
 * safety net rests for a while, once. What comes again changes nothing.
 */
export async function pauseForSender(tx: Tx, acknowledged: readonly Working[], at: Temporal.Instant): Promise<void> {
  if (acknowledged.length === 0) return;
  const ids = [...new Set(acknowledged.map(({ alert }) => alert.id))];
  const isOfSender = and(eq(alertEntries.kind, "acknowledged"), isNull(alertEntries.personId));
  const told = await tx
    .select({ id: alertEntries.alertId })
    .from(alertEntries)
    .where(and(inArray(alertEntries.alertId, ids), isOfSender));
  const fresh = ids.filter((id) => !told.some((entry) => entry.id === id));
  if (fresh.length === 0) return;
  await tx
    .update(alerts)
    .set({ nextStepAt: at.add({ minutes: restMinutes }) })
    .where(
      and(inArray(alerts.id, fresh), eq(alerts.status, "triggered"), eq(alerts.gate, "page"), isNull(alerts.leaderId)),
    );
  const entries = fresh.flatMap((id): NewEntry[] => {
    const working = acknowledged.find(({ alert }) => alert.id === id);
    return working ? [{ alertId: id, by: senderOf(working), kind: "acknowledged" }] : [];
  });
  await recordEntries(tx, at, entries);
}
