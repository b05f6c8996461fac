import "server-only";
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alerts, notifications } from "#db/schema";
import { type EntryAuthor, type NewEntry, pager } from "#lib/alerts/entries";
import type { Working } from "#lib/alerts/intake/working";
import { insertRows, updateRows } from "#lib/imports/bulk-rows";
import { tellBridges } from "#lib/notifications/tell-bridges";

/** Writes what was opened and changed, each as a whole. */
export async function writeAlerts(tx: Tx, working: readonly Working[]): Promise<void> {
  const news = working.filter(({ isNew }) => isNew);
  const changed = working.filter(({ isNew, isChanged }) => !isNew && isChanged);
  await insertRows(
    tx,
    alerts,
    news.map(({ alert, delivery: { labels, details, links, note } }) => ({
      ...{ ...alert, labels, details, links, intakeNote: note },
    })),
  );
  await updateRows(
    tx,
    alerts,
    changed.map(({ alert: { origin, dedupKey, openedAt, serviceId, serviceSaid, isDrill, rule, ...rest } }) => rest),
  );
}

/** The lines with which an alert begins: it was opened, and what the gate decided. */
export const openingOf = (working: Working): NewEntry[] => [
  { alertId: working.alert.id, by: senderOf(working), kind: "opened", summary: working.alert.summary },
  decisionOf(working),
];

export function decisionOf({ alert }: Working): NewEntry {
  const { gate: decision, gateReason: reason, releasesAt } = alert;
  return { alertId: alert.id, by: pager, kind: "gated", decision, reason, releasesAt: releasesAt?.toString() ?? null };
}

/** Who says it, as the timeline names them. */
export function senderOf({ delivery: { by, origin } }: Pick<Working, "delivery">): EntryAuthor {
  return by ?? { personId: null, name: senders[origin.split(":")[0] ?? ""] ?? "A sender" };
}

const senders: Record<string, string> = {
  ...{ alertmanager: "Alertmanager", pagerduty: "PagerDuty", heartbeat: "Heartbeat", api: "A program" },
};

/** What would still be sent about alerts that are over is not sent any more; other systems that were paged are told. */
export async function dropMessages(tx: Tx, alertIds: readonly string[], at: Temporal.Instant): Promise<void> {
  if (alertIds.length === 0) return;
  await tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(and(inArray(notifications.alertId, [...alertIds]), isNotNull(notifications.nextTryAt)));
  await tellBridges(tx, alertIds, "resolve", at);
}
