import "server-only";
import { inTransaction, type Tx } from "#db/client";
import { askGateAgain } from "#lib/alerts/paging/gate-again";
import { joinStorms } from "#lib/alerts/paging/join-storms";
import { keepOutcomes } from "#lib/alerts/paging/keep-outcomes";
import { claimAlerts, type DueAlert, listDue } from "#lib/alerts/paging/load-due";
import { loadSeats, type SeatsOf } from "#lib/alerts/paging/load-seats";
import { outcomeOf } from "#lib/alerts/paging/outcome";

type StepOptions = { stop?: AbortSignal | undefined };

/**
 * Takes the steps of alerts that are due at `at`: pages the next ones, asks silent holders, brings held alerts to
 * their teams. Returns at how many alerts it looked. Any process may do so at any time: each alert is taken by one of
 * them, and what makes a page necessary, the page and its messages are written in one transaction.
 */
export async function takeSteps(at: Temporal.Instant, { stop }: StepOptions = {}): Promise<number> {
  let looked = 0;
  while (!stop?.aborted) {
    const due = await listDue(at);
    if (due.length === 0) break;
    // Who stands watch is resolved before the alerts are locked, so that nobody waits for that.
    const seatsOf = await loadSeats([...new Set(due.map(({ serviceId }) => serviceId))], at);
    const ids = due.map(({ id }) => id);
    const taken = await inTransaction(async (tx) => takeClaimed(tx, await claimAlerts(tx, ids, at), seatsOf, at));
    if (taken === 0) break;
    looked += taken;
  }
  return looked;
}

async function takeClaimed(tx: Tx, alerts: DueAlert[], seatsOf: SeatsOf, at: Temporal.Instant): Promise<number> {
  const inMaintenance = alerts.filter(({ gate, gateReason }) => gate === "hold" && gateReason === "maintenance");
  const judged = await askGateAgain(
    tx,
    inMaintenance.map(({ id }) => id),
    at,
  );
  const outcomes = alerts.map((alert) => outcomeOf(alert, judged.get(alert.id), seatsOf(alert.serviceId), at));
  await keepOutcomes(tx, await joinStorms(tx, outcomes, at), at);
  return alerts.length;
}
