import "server-only";
import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "#db/client";
import { notifications, pages } from "#db/schema";
import { environment } from "#lib/env";
import { chooseMethods } from "#lib/notifications/choose-methods";
import { loadReach, type PersonReach } from "#lib/notifications/load-reach";
import { tellBridges } from "#lib/notifications/tell-bridges";

export type Page = typeof pages.$inferSelect;

/** Somebody to be asked about an alert. `key` is what makes the page: the same twice pages once. */
export type NewPage = Pick<Page, "alertId" | "personId" | "seat" | "kind" | "key"> & {
  word?: string | null;
  byId?: string | null;
};

/**
 * Pages people in the transaction of what makes it necessary, and returns the pages that were not there before. Each
 * person's messages are due by their own rules; without a contact method by e-mail, or on screen where there is none.
 */
export async function pagePeople(tx: Tx, newPages: readonly NewPage[], at: Temporal.Instant): Promise<Page[]> {
  const made: Page[] = [];
  for (let start = 0; start < newPages.length; start += 1_000) {
    const rows = newPages
      .slice(start, start + 1_000)
      .map(({ word = null, byId = null, ...page }) => ({ ...page, word, byId, at }));
    made.push(...(await tx.insert(pages).values(rows).onConflictDoNothing().returning()));
  }
  const reach = await loadReach(tx, [...new Set(made.map(({ personId }) => personId))]);
  const messages = made.flatMap((page) => messagesOf(page, reach.get(page.personId), at));
  for (let start = 0; start < messages.length; start += 1_000)
    await tx.insert(notifications).values(messages.slice(start, start + 1_000));
  return made;
}

/**
 * `personId` has answered the alert's pages: theirs are answered, and what the pager alone would still send to others
 * is dropped; whom somebody brought in goes on being paged. Without a person it is over, and all of it is dropped. Other
 * systems that were paged are told.
 */
export async function answerPages(tx: Tx, alertId: string, at: Temporal.Instant, personId?: string): Promise<void> {
  if (personId)
    await tx
      .update(pages)
      .set({ answeredAt: at })
      .where(and(eq(pages.alertId, alertId), eq(pages.personId, personId), isNull(pages.answeredAt)));
  const dropped = tx
    .select({ id: pages.id })
    .from(pages)
    .where(
      and(eq(pages.alertId, alertId), personId ? or(isNull(pages.byId), eq(pages.personId, personId)) : undefined),
    );
  await tx
    .update(notifications)
    .set({ status: "dropped", nextTryAt: null, claimedUntil: null })
    .where(
      and(
        eq(notifications.alertId, alertId),
        isNotNull(notifications.nextTryAt),
        inArray(notifications.pageId, dropped),
      ),
    );
  await tellBridges(tx, [alertId], personId ? "acknowledge" : "resolve", at);
}

function messagesOf(
  page: Page,
  reach: PersonReach | undefined,
  at: Temporal.Instant,
): (typeof notifications.$inferInsert)[] {
  const message = {
    ...{ kind: "page" as const, pageId: page.id, alertId: page.alertId, personId: page.personId },
    createdAt: at,
  };
  if (!reach || reach.methods.length === 0) {
    if (reach?.email && environment().SMTP_URL) return [{ ...message, methodKind: "email", dueAt: at, nextTryAt: at }];
    // What is on screen has arrived.
    return [{ ...message, methodKind: "outbox", dueAt: at, status: "sent", sentAt: at }];
  }
  return chooseMethods(reach.methods, reach, at)
    .filter(({ dueAt }) => page.kind !== "quiet" || dueAt.equals(at))
    .map(({ method, dueAt }) => ({
      ...message,
      ...{ methodId: method.id, methodKind: method.kind, dueAt, nextTryAt: dueAt },
    }));
}
