import "server-only";
import { inTransaction, isDatabaseAway, type Tx } from "#db/client";
import type { GateReason } from "#lib/alerts/entry-kinds";
import { askGateAgain } from "#lib/alerts/paging/gate-again";
import { joinStorms } from "#lib/alerts/paging/join-storms";
import { keepOutcomes } from "#lib/alerts/paging/keep-outcomes";
import { claimAlerts, type DueAlert, listDue } from "#lib/alerts/paging/load-due";
import { loadSeats, type SeatsOf } from "#lib/alerts/paging/load-seats";
import { outcomeOf } from "#lib/alerts/paging/outcome";

type StepOptions = { stop?: AbortSignal | undefined };
type Due = Awaited<ReturnType<typeof listDue>>;

/**
 * Takes the steps of alerts that are due at `at`: pages the next ones, asks silent holders, brings held alerts to
 * their teams. Returns at how many alerts it looked. Any process may do so at any time: each alert is taken by one of
 * them, and what makes a page necessary, the page and its messages are written in one transaction. An alert that
 * cannot be taken keeps no other from being taken; it is told when all others are done.
 */
export async function takeSteps(at: Temporal.Instant, { stop }: StepOptions = {}): Promise<number> {
  let looked = 0;
  while (!stop?.aborted) {
    const due = await listDue(at);
    if (due.length === 0) break;
    const { taken, failures } = await takeAll(due, at);
    looked += taken;
    if (taken === 0 && failures.length > 0) throw new AggregateError(failures, String(failures[0]));
    if (taken === 0) break;
  }
  return looked;
}

async function takeAll(due: Due, at: Temporal.Instant): Promise<{ taken: number; failures: unknown[] }> {
  try {
    return { taken: await takeTogether(due, at, loadSeats), failures: [] };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
  }
  const failures: unknown[] = [];
  let taken = 0;
  for (const one of due)
    taken += await takeTogether([one], at, loadSeatsAnyhow).catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
  return { taken, failures };
}

/** Whoever cannot be told to stand watch does not: then the lead is asked, and the fallback, rather than nobody. */
const loadSeatsAnyhow: typeof loadSeats = (serviceIds, at) =>
  loadSeats(serviceIds, at).catch(() => loadSeats(serviceIds, at, { resolvesWatches: false }));

async function takeTogether(due: Due, at: Temporal.Instant, load: typeof loadSeats): Promise<number> {
  // Who stands watch is resolved before the alerts are locked, so that nobody waits for that.
  const seatsOf = await load([...new Set(due.map(({ serviceId }) => serviceId))], at);
  const ids = due.map(({ id }) => id);
  return inTransaction(async (tx) => takeClaimed(tx, await claimAlerts(tx, ids, at), seatsOf, at));
}

/** Reasons to hold that can be over by now: the window has ended, somebody has said what customers see. */
const mayEnd: readonly GateReason[] = ["maintenance", "impact-unanswered", "no-customer-impact"];

async function takeClaimed(tx: Tx, alerts: DueAlert[], seatsOf: SeatsOf, at: Temporal.Instant): Promise<number> {
  const asking = alerts.filter(({ gate, gateReason }) => gate === "hold" && mayEnd.includes(gateReason));
  const judged = await askGateAgain(
    tx,
    asking.map(({ id }) => id),
    at,
  );
  const outcomes = alerts.map((alert) => outcomeOf(alert, judged.get(alert.id), seatsOf(alert.serviceId), at));
  await keepOutcomes(tx, await joinStorms(tx, outcomes, at), at);
  return alerts.length;
}
