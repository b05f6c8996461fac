import "server-only";
import { and, eq, inArray, isNull, like, lte, or } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { alerts } from "#db/schema";
import { serviceDrillMinutes, serviceDrillOrigin } from "#lib/alerts/drills/drill";
import { pager, recordEntries } from "#lib/alerts/entries";
import { drillMinutes, drillOrigin } from "#lib/notifications/drills/drill";
import { answerPages } from "#lib/notifications/page-people";

/** Ends tests of pagers and drills of services that nobody ended, so that none of them asks again or moves on. Returns how many. */
export function endDrills(at: Temporal.Instant): Promise<number> {
  const openedBy = (origin: string, minutes: number) =>
    and(like(alerts.origin, `${origin}%`), lte(alerts.openedAt, at.subtract({ minutes })));
  return inTransaction(async (tx) => {
    const old = await tx
      .select({ id: alerts.id })
      .from(alerts)
      .where(
        and(
          isNull(alerts.resolvedAt),
          eq(alerts.isDrill, true),
          or(openedBy(drillOrigin(""), drillMinutes), openedBy(serviceDrillOrigin(""), serviceDrillMinutes)),
        ),
      )
      .for("update", { skipLocked: true });
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await tx
      .update(alerts)
      .set({ status: "resolved", resolvedAt: at, nextStepAt: null })
      .where(inArray(alerts.id, ids));
    for (const id of ids) await answerPages(tx, id, at);
    await recordEntries(
      tx,
      at,
      ids.map((alertId) => ({ alertId, by: pager, kind: "resolved-by-sender" as const })),
    );
    return ids.length;
  });
}
