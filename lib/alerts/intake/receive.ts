import "server-only";
import { inTransaction, type Tx, violatedConstraint } from "#db/client";
import { type NewEntry, recordEntries } from "#lib/alerts/entries";
import type { Delivery, Received } from "#lib/alerts/intake/delivery";
import { type FoundService, findServices } from "#lib/alerts/intake/find-services";
import { type Judgement, judge } from "#lib/alerts/intake/judge";
import { keyOf, listLast, lockOpen, takeTurns } from "#lib/alerts/intake/load-known";
import { pauseForSender } from "#lib/alerts/intake/sender-acknowledges";
import { weigh } from "#lib/alerts/intake/weigh";
import { opened, untouched, type Working } from "#lib/alerts/intake/working";
import { dropMessages, senderOf, writeAlerts } from "#lib/alerts/intake/write-alerts";
import { isGraver } from "#lib/alerts/severity";
import { giveNewLeaders } from "#lib/alerts/succession";
import { now } from "#lib/clock";
import { wakeSoon } from "#lib/jobs/wake";

/**
 * Stores what senders say, all of it or nothing, and returns what came of each in the order given. The same delivered
 * again changes nothing, whoever delivers it, whenever. Wakes the pager where somebody is to be asked.
 */
export async function receiveAlerts(deliveries: readonly Delivery[], at = now()): Promise<Received[]> {
  const { received, isDue } = await untilItGetsThrough((tx) => receiveIn(tx, deliveries, at));
  if (isDue) wakeSoon();
  return received;
}

/** Runs `work` in a transaction, again where another transaction was first. */
export async function untilItGetsThrough<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (tries === mostTries || !gaveWay(error)) throw error;
    }
  }
}

const mostTries = 6;
const onlyOnce = ["alerts_open_once", "alert_rules_by_name"];

/** Whether another transaction was first: what it did is there when this one is tried again. */
function gaveWay(error: unknown): boolean {
  if (onlyOnce.includes(violatedConstraint(error) ?? "")) return true;
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (["40001", "40P01", "55P03"].includes(String((cause as Error & { code?: unknown }).code))) return true;
  return false;
}

/** The same in a transaction that does more. `isDue` says that the pager has something to do at once. */
export async function receiveIn(tx: Tx, given: readonly Delivery[], at: Temporal.Instant) {
  if (given.length === 0) return { received: [], isDue: false };
  const found = await findServices(tx, given, at);
  const deliveries = given.map((delivery) => routed(delivery, found(delivery)));
  await takeTurns(
    tx,
    deliveries.map(({ service, delivery }) => service?.id ?? `unrouted:${delivery.serviceSaid}`),
  );

  const keys = [...new Map(deliveries.map(({ delivery }) => [keyOf(delivery), delivery])).values()];
  const open = await lockOpen(tx, keys);
  const last = await listLast(
    tx,
    keys.filter((key) => !open.has(keyOf(key))),
  );
  const present = new Map<string, Working>();
  const touched = new Set<Working>();
  const entries: NewEntry[] = [];
  const acknowledged: Working[] = [];
  const received: Received[] = [];

  for (const { delivery, service } of deliveries) {
    const key = keyOf(delivery);
    const row = open.get(key);
    const known = present.get(key) ?? (row && untouched(row, delivery, service));
    const before = known && !known.alert.resolvedAt ? known : undefined;
    const ended = lastOf(known) ?? last.get(key) ?? null;
    const judgement = judge(delivery, { open: before?.alert ?? null, last: ended }, at);
    const one = judgement === "opens" ? opened(delivery, service, at) : before;
    if (one) {
      present.set(key, one);
      touched.add(one);
    }
    if (one && judgement === "anew") entries.push(...beginAnew(one, delivery, at));
    if (one && judgement === "resolves") entries.push(close(one, delivery, at));
    if (one && judgement === "acknowledges") acknowledged.push({ ...one, delivery });
    received.push({ alert: one?.alert.id ?? null, status: statusOf[judgement] });
  }

  const all = [...touched];
  const opening = await weigh(tx, all, at);
  const closed = all.filter(({ alert }) => alert.resolvedAt).map(({ alert }) => alert.id);
  await writeAlerts(tx, all);
  await recordEntries(tx, at, [...opening, ...entries]);
  await pauseForSender(tx, acknowledged, at);
  await dropMessages(tx, closed, at);
  await giveNewLeaders(tx, closed, at);
  return { received, isDue: closed.length > 0 || all.some(({ alert }) => isDueAt(alert.nextStepAt, at)) };
}

const statusOf: Record<Judgement, Received["status"]> = {
  ...{ opens: "opened", anew: "repeated", same: "repeated" },
  ...{ resolves: "resolved", acknowledges: "acknowledged", nothing: "ignored" },
};

/** A delivery with its service. A program of one's own has keys for each service, under whatever name it calls it. */
function routed(delivery: Delivery, { service, serviceSaid }: FoundService) {
  const { origin } = delivery;
  const own = origin === "api" ? `api:${service?.id ?? serviceSaid?.toLowerCase() ?? ""}` : origin;
  return { service, delivery: { ...delivery, origin: own, serviceSaid } };
}

/** What an alert that this very transaction has resolved is to the deliveries after it. */
function lastOf(working: Working | undefined) {
  const { resolvedAt, startsAt } = working?.alert ?? {};
  return resolvedAt && startsAt ? { startsAt, resolvedAt, isBySender: true } : undefined;
}

function beginAnew(working: Working, delivery: Delivery, at: Temporal.Instant): NewEntry[] {
  const { alert } = working;
  const { severity, summary, customerImpact } = delivery;
  const isMore = isGraver(severity, alert.severity) || (customerImpact !== null && alert.customerImpact === null);
  const occurrences = alert.occurrences + 1;
  Object.assign(alert, {
    occurrences,
    startsAt: delivery.startsAt ?? at,
    repeatedAt: at,
    lastDelivery: delivery.fingerprint,
  });
  if (isGraver(severity, alert.severity)) Object.assign(alert, { severity, summary });
  alert.customerImpact ??= customerImpact;
  Object.assign(working, { isChanged: true, delivery: working.isNew ? working.delivery : delivery });
  // What was held for less is weighed again.
  if (isMore && alert.gate === "hold" && !working.isNew && alert.status === "triggered") working.isWeighed = true;
  return [{ alertId: alert.id, by: senderOf({ delivery }), kind: "repeated", occurrences }];
}

function close(working: Working, delivery: Delivery, at: Temporal.Instant): NewEntry {
  Object.assign(working.alert, { status: "resolved", resolvedAt: at, nextStepAt: null });
  working.isChanged = true;
  return { alertId: working.alert.id, by: senderOf({ delivery }), kind: "resolved-by-sender" };
}

const isDueAt = (due: Temporal.Instant | null, at: Temporal.Instant) =>
  due !== null && Temporal.Instant.compare(due, at) <= 0;
