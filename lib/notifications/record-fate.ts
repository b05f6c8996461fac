import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { contactMethods, notifications } from "#db/schema";
import { pager, recordEntries } from "#lib/alerts/entries";
import { nextTry } from "#lib/notifications/back-off";
import type { Claim } from "#lib/notifications/claim";
import type { Letter, Notification } from "#lib/notifications/load-messages";
import { passOn } from "#lib/notifications/pass-on";
import type { Outcome } from "#lib/notifications/senders/sender";

type Failure = Extract<Outcome, { failed: string }>;

/** Writes down what came of one try, at `at`: sent, to be tried again, or failed for good and passed to the next method. */
export function recordFate(letter: Letter, claim: Claim, outcome: Outcome, at: Temporal.Instant): Promise<void> {
  return inTransaction(async (tx) => {
    if ("sent" in outcome) await recordSent(tx, letter, at);
    else await recordFailure(tx, letter, claim, outcome, at);
  });
}

// It went out, whoever has claimed it in the meantime, and even where it was dropped while it was on its way.
async function recordSent(tx: Tx, { carries }: Letter, at: Temporal.Instant): Promise<void> {
  await tx
    .update(notifications)
    .set({ status: "sent", sentAt: at, nextTryAt: null, claimedUntil: null, failure: null })
    .where(inArray(notifications.id, idsOf(carries)));
  const [{ methodId } = {}] = carries;
  if (methodId) await tx.update(contactMethods).set({ workedAt: at }).where(eq(contactMethods.id, methodId));
}

async function recordFailure(
  tx: Tx,
  letter: Letter,
  { until }: Claim,
  { failed, isPermanent }: Failure,
  at: Temporal.Instant,
): Promise<void> {
  const lost: Notification[] = [];
  const byNext = Map.groupBy(letter.carries, (one) => (isPermanent ? undefined : nextTry(one, at)?.toString()));
  for (const [next, alike] of byNext) {
    const status = next ? ("waiting" as const) : ("failed" as const);
    const nextTryAt = next ? Temporal.Instant.from(next) : null;
    const mine = await tx
      .update(notifications)
      .set({ status, nextTryAt, claimedUntil: null, failure: failed })
      .where(areStillMine(alike, until))
      .returning({ id: notifications.id });
    const ids = new Set(mine.map(({ id }) => id));
    if (!next) lost.push(...alike.filter(({ id }) => ids.has(id)));
  }
  if (lost.length === 0) return;
  const [{ methodId } = {}] = lost;
  if (methodId)
    await tx.update(contactMethods).set({ failedAt: at, failure: failed }).where(eq(contactMethods.id, methodId));
  const pages = lost.filter(({ pageId }) => pageId !== null);
  const person = { slug: letter.person.slug, name: letter.person.name };
  await recordEntries(
    tx,
    at,
    pages.map(({ alertId }) => ({
      ...{ alertId: alertId ?? "", by: pager, kind: "not-delivered" as const },
      ...{ person, method: letter.kind, failure: failed },
    })),
  );
  await passOn(tx, pages, person, at);
}

const areStillMine = (list: readonly Notification[], until: Temporal.Instant) =>
  and(
    inArray(notifications.id, idsOf(list)),
    eq(notifications.status, "sending"),
    eq(notifications.claimedUntil, until),
  );

const idsOf = (list: readonly Notification[]) => list.map(({ id }) => id);
