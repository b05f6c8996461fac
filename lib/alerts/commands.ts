import "server-only";
import { eq, sql } from "drizzle-orm";
import { inTransaction, violatedConstraint } from "#db/client";
import { alertReviews, alerts } from "#db/schema";
import { refuseUnlessPlayer } from "#lib/alerts/drills/players";
import { recordEntries } from "#lib/alerts/entries";
import type { HandOverInput, NoteInput, OneAlert, ReopenInput, ResolveInput, ReviewInput } from "#lib/alerts/inputs";
import { authorizeAlert, authorizePerson, lockAlert, refuseResolved, seatsOf } from "#lib/alerts/locks";
import { answerMinutes } from "#lib/alerts/paging/silence";
import { joinsHolder } from "#lib/alerts/permissions";
import { giveNewLeaders } from "#lib/alerts/succession";
import { authorOf, hasTimers, isOfDelivery, restOf, showSign, takeHold } from "#lib/alerts/take-hold";
import { findTold } from "#lib/alerts/told-before";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Invalid } from "#lib/errors";
import { wakeSoon } from "#lib/jobs/wake";
import { answerPages, pagePeople } from "#lib/notifications/page-people";
import { namedPerson, requirePerson } from "#lib/people/locks";

/**
 * The viewer has it from now on, with what stands behind it in a storm, and nobody else is asked. Whoever was brought
 * in beside a holder is here too, and leaves it with them. The same again by its holder says that they are still at it.
 * Returns the id. Throws NotFound, Forbidden, Conflict when it is resolved.
 */
export function acknowledgeAlert(viewer: Viewer, input: OneAlert, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    const personId = authorizePerson(viewer, "alert:handle", alert);
    refuseResolved(alert);
    const { unanswered } = await seatsOf(tx, alert.id, personId);
    if (alert.holder && joinsHolder(alert.facts, personId, unanswered)) {
      await answerPages(tx, alert.id, at, personId);
      const { slug, name } = alert.holder;
      await recordEntries(tx, at, [
        { alertId: alert.id, by: authorOf(viewer), kind: "acknowledged", with: { slug, name } },
      ]);
    } else if (alert.holderId !== personId || unanswered.length > 0 || !isFresh(alert, at)) {
      await takeHold(tx, { ...viewer, personId }, alert, at);
    }
    return alert.id;
  });
}

/** Whether it was taken so lately that the same tap again says nothing new. */
const isFresh = ({ acknowledgedAt }: { acknowledgedAt: Temporal.Instant | null }, at: Temporal.Instant) =>
  acknowledgedAt !== null && Temporal.Instant.compare(acknowledgedAt.add({ minutes: 2 }), at) > 0;

/**
 * Asks somebody to take it over, with a note. Until they acknowledge, whoever has it keeps it; where nobody has it yet
 * the viewer takes it with that. The same idempotency key again changes nothing. Returns the id.
 * Throws NotFound, Forbidden, Conflict when it is resolved, Invalid naming `to`.
 */
export async function handOver(viewer: Viewer, input: HandOverInput, at = now()): Promise<string> {
  const { note = null, idempotencyKey = crypto.randomUUID() } = input;
  await inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    const personId = authorizePerson(viewer, "alert:handle", alert);
    refuseResolved(alert);
    const to = await requirePerson(tx, input.to, "to");
    const key = `hand:${idempotencyKey}`;
    if (await findTold(tx, alert.id, key)) return;
    if (to.id === (alert.holderId ?? personId)) throw new Invalid(`${to.name} has it already.`, "to");
    await refuseUnlessPlayer(tx, alert, to, "to");

    await showSign(tx, viewer, alert, at);
    if (alert.holderId === null) await takeHold(tx, { ...viewer, personId }, alert, at);
    const nextStepAt = hasTimers(alert) ? { nextStepAt: at.add({ minutes: answerMinutes }) } : {};
    const handed = { handedToId: to.id, askedAgainAt: null, ...nextStepAt };
    await tx.update(alerts).set(handed).where(eq(alerts.id, alert.id));
    await recordEntries(tx, at, [
      { alertId: alert.id, by: authorOf(viewer), kind: "handed-over", to: namedPerson(to), word: note, key },
    ]);
    const page = { seat: "handed-to" as const, kind: "page" as const, word: note, byId: personId, key };
    await pagePeople(tx, [{ alertId: alert.id, personId: to.id, ...page }], at);
  });
  wakeSoon();
  return input.alert;
}

/** Writes a line into the timeline, whatever state the alert is in. Returns the id. Throws NotFound, Forbidden. */
export function noteAlert(viewer: Viewer, input: NoteInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    authorizePerson(viewer, "alert:handle", alert);
    await showSign(tx, viewer, alert, at);
    await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), kind: "noted", words: input.words }]);
    return alert.id;
  });
}

/**
 * It is over: nobody is asked any more, and what stood behind it in a storm gets another leader. Where it is over
 * already, only what was not said yet (what it was, what worked) is added. Returns the id. Throws NotFound, Forbidden.
 */
export async function resolveAlert(viewer: Viewer, input: ResolveInput, at = now()): Promise<string> {
  await inTransaction(async (tx) => {
    const alert = await lockAlert(tx, input.alert);
    authorizeAlert(viewer, "alert:resolve", alert);
    const isOver = alert.status === "resolved";
    const { cause = null, remedy = null } = input;
    const isNew = (cause !== null && alert.cause === null) || (remedy !== null && alert.remedy === null);
    if (isOver && !isNew) return;

    const over = {
      ...{ status: "resolved" as const, resolvedAt: at, resolvedById: viewer.personId, nextStepAt: null },
      ...{ handedToId: null, askedAgainAt: null },
      ...((await isOfDelivery(tx, viewer, alert)) ? { deliveryEngagedAt: alert.deliveryEngagedAt ?? at } : {}),
    };
    const said = isOver
      ? { cause: alert.cause ?? cause, remedy: alert.remedy ?? remedy }
      : { cause: cause ?? alert.cause, remedy: remedy ?? alert.remedy };
    await tx
      .update(alerts)
      .set({ ...(isOver ? {} : over), ...said })
      .where(eq(alerts.id, alert.id));
    await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), kind: "resolved", cause, remedy }]);
    if (isOver) return;
    if (viewer.personId) await answerPages(tx, alert.id, at, viewer.personId);
    await answerPages(tx, alert.id, at);
    await giveNewLeaders(tx, [alert.id], at);
  });
  wakeSoon();
  return input.alert;
}

/**
 * It goes on: the viewer has it. Nothing happens where it is open. Returns the id.
 * Throws NotFound, Forbidden, Conflict when the same has come up again as another alert.
 */
export async function reopenAlert(
  viewer: Viewer,
  { alert: id, word = null }: ReopenInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const alert = await lockAlert(tx, id);
    const personId = authorizePerson(viewer, "alert:handle", alert);
    if (alert.status !== "resolved") return alert.id;
    const open = {
      ...{ status: "acknowledged" as const, resolvedAt: null, resolvedById: null, leaderId: null },
      ...{ holderId: personId, acknowledgedAt: at, handedToId: null, askedAgainAt: null },
      nextStepAt: restOf({ ...alert, leaderId: null }, at),
    };
    await tx.update(alerts).set(open).where(eq(alerts.id, alert.id)).catch(refuseSecond);
    await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), kind: "reopened", word }]);
    return alert.id;
  });
}

function refuseSecond(error: unknown): never {
  if (violatedConstraint(error) !== "alerts_open_once") throw error;
  throw new Conflict("The same has come up again since: that alert is open.");
}

/**
 * Keeps what the viewer says of a resolved alert when they look back on it; what is left out stays as they said it
 * before. Returns the id. Throws NotFound, Forbidden, Conflict while it is open.
 */
export function reviewAlert(viewer: Viewer, { alert: id, ...said }: ReviewInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const alert = await lockAlert(tx, id);
    const personId = authorizePerson(viewer, "alert:review", alert);
    if (alert.status !== "resolved") throw new Conflict("Look back on it when it is over.");
    const [kept] = await tx
      .insert(alertReviews)
      .values({ alertId: alert.id, personId, ...said, at })
      .onConflictDoUpdate({ target: [alertReviews.alertId, alertReviews.personId], set: { ...said, at } })
      .returning({ isFirst: sql<boolean>`xmax = 0` });
    if (kept?.isFirst) await recordEntries(tx, at, [{ alertId: alert.id, by: authorOf(viewer), kind: "reviewed" }]);
    return alert.id;
  });
}
