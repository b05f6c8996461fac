import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { alerts } from "#db/schema";
import { type EntryAuthor, type NewEntry, recordEntries } from "#lib/alerts/entries";
import { type LockedAlert, seatsOf } from "#lib/alerts/locks";
import { silentMinutes } from "#lib/alerts/paging/silence";
import type { Viewer } from "#lib/auth/policy";
import { answerPages } from "#lib/notifications/page-people";

export const authorOf = ({ personId, name }: Viewer): EntryAuthor => ({ personId, name });

/** Gives the alert, and what stands behind it in a storm, to the viewer, and tells it. */
export async function takeHold(
  tx: Tx,
  viewer: Viewer & { personId: string },
  alert: LockedAlert,
  at: Temporal.Instant,
): Promise<void> {
  const isEngaged = await isOfDelivery(tx, viewer, alert);
  const taken = {
    ...{ status: "acknowledged" as const, holderId: viewer.personId, acknowledgedAt: at, handedToId: null },
    ...{
      askedAgainAt: null,
      ...(isEngaged ? { deliveryEngagedAt: sql`coalesce(delivery_engaged_at, ${at.toString()})` } : {}),
    },
  };
  await tx
    .update(alerts)
    .set({ ...taken, nextStepAt: restOf(alert, at) })
    .where(eq(alerts.id, alert.id));
  await answerPages(tx, alert.id, at, viewer.personId);
  const members = await takeMembers(tx, alert, taken);
  for (const member of members) await answerPages(tx, member, at, viewer.personId);
  const lines = [alert.id, ...members].map(
    (alertId): NewEntry => ({ alertId, by: authorOf(viewer), kind: "acknowledged" }),
  );
  await recordEntries(tx, at, lines);
}

/** Whatever a holder does who was asked again answers that: what would still be sent to them is not. */
export async function showSign(tx: Tx, { personId }: Viewer, alert: LockedAlert, at: Temporal.Instant): Promise<void> {
  if (personId === null || personId !== alert.holderId || alert.askedAgainAt === null) return;
  await answerPages(tx, alert.id, at, personId);
}

/** When the pager looks at an acknowledged alert next. A held one wakes nobody, so that its holder is not asked either. */
export function restOf(alert: LockedAlert, at: Temporal.Instant): Temporal.Instant | null {
  if (alert.gate === "hold" && alert.leaderId === null)
    return alert.gateReason === "maintenance" ? alert.releasesAt : null;
  return hasTimers(alert) ? at.add({ minutes: silentMinutes }) : null;
}

/** Whether the pager looks after it. Another one's page speaks for a joined one; who tests their pager is asked once. */
export const hasTimers = ({ leaderId, gate, isDrill, pagesFrom }: LockedAlert): boolean =>
  leaderId === null && gate === "page" && !(isDrill && pagesFrom === null);

async function takeMembers(tx: Tx, { id }: LockedAlert, taken: object): Promise<string[]> {
  const members = await tx
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.leaderId, id), eq(alerts.status, "triggered"), isNull(alerts.resolvedAt)))
    .orderBy(alerts.openedAt, alerts.id)
    .for("no key update");
  const ids = members.map((member) => member.id);
  if (ids.length > 0) await tx.update(alerts).set(taken).where(inArray(alerts.id, ids));
  return ids;
}

/** Whether the viewer is one of those who own the service's code: time to engage ends with them. */
export async function isOfDelivery(tx: Tx, viewer: Viewer, { id, facts }: LockedAlert): Promise<boolean> {
  if (viewer.personId === null) return false;
  if (viewer.memberships.some(({ teamId }) => teamId === facts.deliveryTeamId)) return true;
  const { all } = await seatsOf(tx, id, viewer.personId);
  return all.includes("delivery") || all.includes("backup");
}
