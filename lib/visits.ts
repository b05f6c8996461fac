import "server-only";
import { sql } from "drizzle-orm";
import { after } from "next/server";
import { inTransaction } from "#db/client";
import { recentThings } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";

/** The kinds of pages that the palette offers again. */
export type VisitedNoun = "service" | "team" | "person" | "rotation";

/** How many things are remembered for one person. */
export const mostRemembered = 50;

/** Remembers, once the answer is on its way, that the viewer opened this page. Programs leave no trace. */
export function rememberVisit(viewer: Viewer, noun: VisitedNoun, thing: string, at = now()): void {
  if (viewer.personId) after(() => recordVisit(viewer, noun, thing, at));
}

/** Writes the visit down and forgets the oldest ones beyond `mostRemembered`. */
export function recordVisit(viewer: Viewer, noun: VisitedNoun, thing: string, at: Temporal.Instant): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "catalog:read");
    const { personId } = viewer;
    if (!personId) return;
    await tx
      .insert(recentThings)
      .values({ personId, noun, thing, seenAt: at })
      .onConflictDoUpdate({
        target: [recentThings.personId, recentThings.noun, recentThings.thing],
        set: { seenAt: sql`greatest(${recentThings.seenAt}, excluded.seen_at)` },
      });
    await tx.execute(sql`
      delete from ${recentThings} where (person_id, noun, thing) in (
        select person_id, noun, thing from ${recentThings} where person_id = ${personId}
        order by seen_at desc, noun, thing offset ${mostRemembered})`);
  });
}
