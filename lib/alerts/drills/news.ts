import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import { notifications } from "#db/schema";
import { drillPath } from "#lib/alerts/drills/drill";
import { tellPeople } from "#lib/notifications/news/tell-people";

type Told = { id: string; scenario: string; service: { slug: string; name: string } };

const keys = (id: string) => ({ asked: `drill ${id} asked`, calledOff: `drill ${id} called off` });

/** Asks people to play a drill. Whoever does not agree is never paged by it. */
export async function tellOfDrill(
  tx: Tx,
  { id, scenario, service }: Told,
  by: string,
  personIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const message = () => ({
    subject: `Drill: ${by} asks you to take part, ${service.name}`,
    lines: [
      `${by} plans a drill of ${service.name}: ${scenario}`,
      "If you agree, you are paged as in earnest when it is raised, and the message says that it is a drill. If you decline or say nothing, it pages you never.",
    ],
    path: drillPath(service, id),
  });
  await tellPeople(
    tx,
    personIds.map((personId) => ({ personId, kind: "notice", key: keys(id).asked, message })),
    at,
  );
}

/** Tells those who expect a drill that it is off; who was not asked yet never hears of it. */
export async function tellOfCallingOff(
  tx: Tx,
  { id, service }: Told,
  by: string,
  personIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(and(eq(notifications.key, keys(id).asked), isNotNull(notifications.nextTryAt)));
  const message = () => ({
    subject: `Drill called off: ${service.name}`,
    lines: [`${by} called off the drill of ${service.name} to which you agreed.`],
    path: drillPath(service, id),
  });
  await tellPeople(
    tx,
    personIds.map((personId) => ({ personId, kind: "notice", key: keys(id).calledOff, message })),
    at,
  );
}
