import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { alerts } from "#db/schema";
import { pager, recordEntries } from "#lib/alerts/entries";
import { countTry } from "#lib/auth/attempts";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { wakeSoon } from "#lib/jobs/wake";
import { drillOrigin } from "#lib/notifications/drills/drill";
import { lockViewer } from "#lib/notifications/methods/locks";
import { answerPages, pagePeople } from "#lib/notifications/page-people";
import { namedPerson } from "#lib/people/locks";

/**
 * Pages the viewer, and nobody else, by a real alert that only plays: over their methods and by their rules, with a link
 * that opens it and lets them acknowledge it. One that they played before is over. Returns the alert's id. Throws
 * Forbidden, TooManyTries.
 */
export async function testPager(viewer: Viewer, at = now()): Promise<string> {
  authorize(viewer, "contact-method:own", { personId: viewer.personId });
  await countTry("codes-sent", viewer.personId ?? "", at);
  const id = await inTransaction(async (tx) => {
    const person = await lockViewer(tx, viewer);
    await endFormer(tx, person.id, at);
    const summary = "This is how a page reaches you";
    const [alert] = await tx
      .insert(alerts)
      .values({
        ...{ origin: drillOrigin(person.id), dedupKey: at.toString(), rule: "A test of your pager", severity: "info" },
        ...{ summary, customerImpact: "Nothing: somebody tests their pager.", lastDelivery: at.toString() },
        ...{ startsAt: at, openedAt: at, repeatedAt: at, gate: "page", gateReason: "drill", isDrill: true },
      })
      .returning({ id: alerts.id });
    if (!alert) throw new Error("The database returned no alert.");
    const by = { personId: person.id, name: person.name };
    await recordEntries(tx, at, [
      { alertId: alert.id, by, kind: "opened", summary },
      { alertId: alert.id, by: pager, kind: "gated", decision: "page", reason: "drill", releasesAt: null },
      { alertId: alert.id, by: pager, kind: "paged", person: namedPerson(person), seat: "brought-in" },
    ]);
    const page = { personId: person.id, seat: "brought-in", kind: "page", key: "drill" } as const;
    await pagePeople(tx, [{ ...page, alertId: alert.id }], at);
    return alert.id;
  });
  wakeSoon();
  return id;
}

async function endFormer(tx: Tx, personId: string, at: Temporal.Instant): Promise<void> {
  const former = await tx
    .update(alerts)
    .set({ status: "resolved", resolvedAt: at, nextStepAt: null })
    .where(and(eq(alerts.origin, drillOrigin(personId)), isNull(alerts.resolvedAt)))
    .returning({ id: alerts.id });
  for (const { id } of former) await answerPages(tx, id, at);
  await recordEntries(
    tx,
    at,
    former.map(({ id }) => ({ alertId: id, by: pager, kind: "resolved-by-sender" as const })),
  );
}
