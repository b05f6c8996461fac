import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { pager, recordEntries } from "#lib/alerts/entries";
import type { Outcome } from "#lib/alerts/paging/outcome";
import { pagePeople } from "#lib/notifications/page-people";

/** Writes what came of alerts whose rows this transaction holds: their new states, their pages and their timelines. */
export async function keepOutcomes(tx: Tx, outcomes: readonly Outcome[], at: Temporal.Instant): Promise<void> {
  if (outcomes.length === 0) return;
  await writeChanges(tx, outcomes, at);
  await moveMembers(tx, outcomes);
  await pagePeople(
    tx,
    outcomes.flatMap(({ pages }) => pages),
    at,
  );
  await recordEntries(
    tx,
    at,
    outcomes.flatMap(({ alert, entries }) => entries.map((entry) => ({ alertId: alert.id, by: pager, ...entry }))),
  );
}

function writeChanges(tx: Tx, outcomes: readonly Outcome[], at: Temporal.Instant) {
  const rows = outcomes.map(({ alert, changes, pages }) => ({
    ...{ id: alert.id, ...changes },
    pages_delivery: pages.some(({ seat, kind }) => kind === "page" && (seat === "delivery" || seat === "backup")),
    pages_ops: pages.some(({ seat, kind }) => kind === "page" && seat === "ops"),
  }));
  const instant = sql`${at.toString()}::timestamptz`;
  return tx.execute(sql`
    update alerts a set status = x.status, gate = x.gate, gate_reason = x."gateReason", releases_at = x."releasesAt",
      leader_id = x."leaderId", pages_from = x."pagesFrom", steps_taken = x."stepsTaken",
      next_step_at = x."nextStepAt", holder_id = x."holderId", handed_to_id = x."handedToId",
      acknowledged_at = x."acknowledgedAt", asked_again_at = x."askedAgainAt",
      delivery_paged_at = coalesce(a.delivery_paged_at, case when x.pages_delivery then ${instant} end),
      ops_paged_at = coalesce(a.ops_paged_at, case when x.pages_ops then ${instant} end)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, status text, gate text, "gateReason" text,
      "releasesAt" timestamptz, "leaderId" uuid, "pagesFrom" timestamptz, "stepsTaken" int, "nextStepAt" timestamptz,
      "holderId" uuid, "handedToId" uuid, "acknowledgedAt" timestamptz, "askedAgainAt" timestamptz,
      pages_delivery boolean, pages_ops boolean)
    where a.id = x.id`);
}

/** What stood behind an alert stands behind its new leader; what was held with it is nobody's again when it moves on. */
async function moveMembers(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  for (const { alert, changes } of outcomes) {
    if (changes.leaderId !== alert.leaderId)
      await tx.execute(
        sql`update alerts set leader_id = ${changes.leaderId}::uuid where leader_id = ${alert.id}::uuid`,
      );
    if (alert.status === "acknowledged" && changes.status === "triggered")
      await tx.execute(sql`
        update alerts set status = 'triggered', holder_id = null, acknowledged_at = null
        where leader_id = ${alert.id}::uuid and status = 'acknowledged' and holder_id = ${alert.holder?.id}::uuid`);
  }
}
