import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { drillPeople, drills } from "#db/schema";
import { Invalid } from "#lib/errors";
import { drillOrigin } from "#lib/notifications/drills/drill";

type Played = { id: string; isDrill: boolean; origin: string };

/** Who may be called in a drill: whoever agreed to it, and those who test their own pager. Null: it is in earnest. */
export async function loadPlayers(
  tx: Tx,
  { id, isDrill, origin }: Played,
): Promise<((personId: string) => boolean) | null> {
  if (!isDrill) return null;
  const rows = await tx
    .select({ personId: drillPeople.personId })
    .from(drillPeople)
    .innerJoin(drills, eq(drills.id, drillPeople.drillId))
    .where(and(eq(drills.alertId, id), isNotNull(drillPeople.agreedAt)));
  const agreed = new Set(rows.map(({ personId }) => personId));
  return (personId) => agreed.has(personId) || origin === drillOrigin(personId);
}

/** Throws Invalid naming the field `path` where a drill would call somebody who did not agree to it. */
export async function refuseUnlessPlayer(
  tx: Tx,
  alert: Played,
  person: { id: string; name: string },
  path: string,
): Promise<void> {
  const plays = await loadPlayers(tx, alert);
  if (plays && !plays(person.id))
    throw new Invalid(`This is a drill, and ${person.name} did not agree to it: nobody was called.`, path);
}
