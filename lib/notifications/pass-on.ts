import "server-only";
import { and, asc, eq, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { contactMethods, notifications, people } from "#db/schema";
import { pager, recordEntries } from "#lib/alerts/entries";
import { environment } from "#lib/env";
import type { Named } from "#lib/event-kinds";
import type { Notification } from "#lib/notifications/load-messages";

/**
 * Brings pages whose message failed for good over the next method of their person, at once: one that is still to come,
 * or one that the rules had left out, or the address with which they sign in. Where none is left the timeline says so,
 * and the page stands in the outbox on screen.
 */
export async function passOn(
  tx: Tx,
  failed: readonly Notification[],
  person: Named,
  at: Temporal.Instant,
): Promise<void> {
  for (const one of failed) {
    if (one.pageId === null || one.alertId === null) continue;
    const page = { pageId: one.pageId, alertId: one.alertId, personId: one.personId };
    if ((await isOnItsWay(tx, page, one.dueAt)) || (await hurryNext(tx, page, at))) continue;
    if ((await isOnItsWay(tx, page)) || (await addUnused(tx, page, at)) || (await addLetter(tx, page, at))) continue;
    await tx.insert(notifications).values({
      ...{ ...page, kind: "page", methodKind: "outbox", createdAt: at, dueAt: at, status: "sent", sentAt: at },
    });
    const failure = "No way to reach this person is left.";
    const entry = { kind: "not-delivered" as const, person, method: "any", failure };
    await recordEntries(tx, at, [{ alertId: page.alertId, by: pager, ...entry }]);
  }
}

type PageRef = { pageId: string; alertId: string; personId: string };

const ofPage = ({ pageId }: PageRef) => eq(notifications.pageId, pageId);

/** Another message of this page has gone out, or is about to: of those due at `since` or later, where that is given. */
async function isOnItsWay(tx: Tx, page: PageRef, since?: Temporal.Instant): Promise<boolean> {
  const [other] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(ofPage(page), inArray(notifications.status, ["sent", "sending"]), since && gte(notifications.dueAt, since)),
    )
    .limit(1);
  return other !== undefined;
}

async function hurryNext(tx: Tx, page: PageRef, at: Temporal.Instant): Promise<boolean> {
  const [next] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(ofPage(page), eq(notifications.status, "waiting"), isNotNull(notifications.nextTryAt)))
    .orderBy(asc(notifications.nextTryAt), notifications.id)
    .limit(1);
  if (!next) return false;
  const hurried = sql`least(${notifications.nextTryAt}, ${at.toString()}::timestamptz)`;
  const due = sql`least(${notifications.dueAt}, ${at.toString()}::timestamptz)`;
  await tx.update(notifications).set({ nextTryAt: hurried, dueAt: due }).where(eq(notifications.id, next.id));
  return true;
}

/** A verified method that this page has not tried, whatever its hours. */
async function addUnused(tx: Tx, page: PageRef, at: Temporal.Instant): Promise<boolean> {
  const [method] = await tx
    .select({ id: contactMethods.id, kind: contactMethods.kind })
    .from(contactMethods)
    .leftJoin(notifications, and(eq(notifications.methodId, contactMethods.id), ofPage(page)))
    .where(
      and(eq(contactMethods.personId, page.personId), isNotNull(contactMethods.verifiedAt), isNull(notifications.id)),
    )
    .orderBy(contactMethods.position, contactMethods.id)
    .limit(1);
  if (!method) return false;
  await tx.insert(notifications).values({ ...message(page, at), methodId: method.id, methodKind: method.kind });
  return true;
}

/** A letter to the address with which they sign in, unless one was sent there already. */
async function addLetter(tx: Tx, page: PageRef, at: Temporal.Instant): Promise<boolean> {
  if (!environment().SMTP_URL) return false;
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, page.personId));
  const [tried] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(contactMethods, eq(contactMethods.id, notifications.methodId))
    .where(
      and(
        ofPage(page),
        eq(notifications.methodKind, "email"),
        sql`coalesce(${contactMethods.target}->>'address', ${person?.email ?? ""}) = ${person?.email ?? ""}`,
      ),
    )
    .limit(1);
  if (!person?.email || tried) return false;
  await tx.insert(notifications).values({ ...message(page, at), methodKind: "email" });
  return true;
}

const message = (page: PageRef, at: Temporal.Instant) => ({
  ...page,
  ...{ kind: "page" as const, createdAt: at, dueAt: at, nextTryAt: at },
});
