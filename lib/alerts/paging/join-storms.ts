import "server-only";
import type { Tx } from "#db/client";
import { loadLinks, lockAsked } from "#lib/alerts/paging/load-storm";
import { type Outcome, outcomeOfJoining } from "#lib/alerts/paging/outcome";
import { type Asked, leaderFor } from "#lib/alerts/paging/storm";

/**
 * Lets alerts that would page somebody for the first time join the one about which that person has just been asked.
 * What is left pages in the order given, so that the first of a storm speaks for those that follow.
 */
export async function joinStorms(tx: Tx, outcomes: Outcome[], at: Temporal.Instant): Promise<Outcome[]> {
  const first = outcomes.flatMap((outcome) => askedFirst(outcome) ?? []);
  if (first.length === 0) return outcomes;
  const asked = await lockAsked(tx, [...new Set(first.map(({ personId }) => personId))], at);
  const links = await loadLinks(
    tx,
    [...asked, ...first].map(({ serviceId }) => serviceId).filter((id) => id !== null),
  );
  return outcomes.map((outcome) => {
    const alert = askedFirst(outcome);
    const leader = alert && leaderFor(alert, asked, links);
    if (leader) return outcomeOfJoining(outcome.alert, leader);
    if (!outcome.alert.isDrill) asked.push(...askedBy(outcome));
    return outcome;
  });
}

/** Whom an alert asks first, where it has asked nobody before. A drill is played whatever else is going on. */
function askedFirst(outcome: Outcome): Asked | undefined {
  const { alert } = outcome;
  if (alert.isDrill) return undefined;
  return alert.asked.length === 0 && alert.status === "triggered" ? askedBy(outcome)[0] : undefined;
}

const askedBy = ({ alert, pages }: Outcome): Asked[] =>
  pages
    .filter(({ kind }) => kind === "page")
    .map(({ personId }) => ({
      ...{ alertId: alert.id, personId, serviceId: alert.serviceId },
      ...{ severity: alert.severity, summary: alert.summary },
    }));
