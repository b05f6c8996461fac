import type { EntryDetail, GateReason } from "#lib/alerts/entry-kinds";
import type { Gate } from "#lib/alerts/gate";
import type { DueAlert } from "#lib/alerts/paging/load-due";
import { type Progress, passOver, roundOf } from "#lib/alerts/paging/plan";
import { afterSilence, silentMinutes } from "#lib/alerts/paging/silence";
import { type Act, type Seats, takeDueSteps } from "#lib/alerts/paging/steps";
import type { NewPage } from "#lib/notifications/page-people";

type Changes = {
  status: "triggered" | "acknowledged";
  gate: "page" | "hold";
  gateReason: GateReason;
  releasesAt: Temporal.Instant | null;
  leaderId: string | null;
  pagesFrom: Temporal.Instant | null;
  stepsTaken: number;
  nextStepAt: Temporal.Instant | null;
  holderId: string | null;
  handedToId: string | null;
  acknowledgedAt: Temporal.Instant | null;
  askedAgainAt: Temporal.Instant | null;
};

/** What comes of one alert at which the pager looked: how it stands then, whom it asks, and what its timeline says. */
export type Outcome = { alert: DueAlert; changes: Changes; pages: NewPage[]; entries: EntryDetail[] };

/** What is to be done at `at` with an alert that is due; `judged` is what the gate says anew, where it was asked. */
export function outcomeOf(alert: DueAlert, judged: Gate | undefined, seats: Seats, at: Temporal.Instant): Outcome {
  if (alert.leaderId !== null) return outcomeOfWaiting(alert);
  // What waited for working hours is brought to its team when they begin, unless it may page by now.
  const isJudged = judged && (judged.decision === "page" || alert.gateReason === "maintenance");
  if (isJudged) return outcomeOfJudgement(alert, judged, seats, at);
  if (alert.gate === "hold")
    return alert.status === "triggered" ? outcomeOfRelease(alert, seats) : outcomeOfWaiting(alert);
  if (alert.status === "acknowledged") return outcomeOfHeld(alert, seats, at);
  return outcomeOfSteps(alert, { pagesFrom: alert.pagesFrom ?? at, stepsTaken: alert.stepsTaken }, seats, at);
}

function outcomeOfJudgement(alert: DueAlert, judged: Gate, seats: Seats, at: Temporal.Instant): Outcome {
  const { decision, reason, releasesAt } = judged;
  const gated = { ...alert, gate: decision, gateReason: reason, releasesAt };
  const told = { kind: "gated" as const, decision, reason, releasesAt: releasesAt?.toString() ?? null };
  if (decision === "page" && alert.status === "triggered") {
    const steps = outcomeOfSteps(gated, { pagesFrom: at, stepsTaken: 0 }, seats, at);
    return { ...steps, entries: [told, ...steps.entries] };
  }
  const nextStepAt = decision === "page" ? at.add({ minutes: silentMinutes }) : releasesAt;
  return { alert, changes: { ...unchanged(gated), nextStepAt }, pages: [], entries: [told] };
}

/** An acknowledged alert: waits on, asks its holder again, or moves on and takes the next steps at once. */
function outcomeOfHeld(alert: DueAlert, seats: Seats, at: Temporal.Instant): Outcome {
  const lastSignAt = alert.lastSignAt ?? alert.acknowledgedAt ?? at;
  const step = afterSilence({ ...alert, lastSignAt }, at);
  const { holder, handedTo } = alert;
  if (!holder || step.kind === "move-on") return outcomeOfMovingOn(alert, seats, at);
  const changes = { ...unchanged(alert), nextStepAt: step.until };
  if (step.kind === "wait")
    return { alert, changes: { ...changes, askedAgainAt: step.isAsked ? alert.askedAgainAt : null }, ...nothing };

  const isBack = step.kind === "take-back" && handedTo !== null;
  const word = isBack ? `${handedTo.named.name} did not take it over.` : null;
  return {
    alert,
    changes: { ...changes, askedAgainAt: at, handedToId: isBack ? null : changes.handedToId },
    pages: [
      pageOf(alert, holder.id, { seat: "holder", kind: "asks-again", key: `asks:${at.epochMilliseconds}`, word }),
    ],
    entries: [
      ...(isBack ? [{ kind: "hand-over-unanswered" as const, to: handedTo.named }] : []),
      { kind: "asked-again", person: holder.named },
    ],
  };
}

function outcomeOfMovingOn(alert: DueAlert, seats: Seats, at: Temporal.Instant): Outcome {
  const released = { status: "triggered" as const, holderId: null, handedToId: null };
  const steps = outcomeOfSteps(alert, passOver(alert.path, alert, at), seats, at);
  return {
    ...steps,
    changes: { ...steps.changes, ...released, acknowledgedAt: null, askedAgainAt: null },
    entries: [...(alert.holder ? [{ kind: "moved-on" as const, person: alert.holder.named }] : []), ...steps.entries],
  };
}

/** An alert that pages and that nobody has: the steps of its path that are due. */
function outcomeOfSteps(alert: DueAlert, progress: Progress, seats: Seats, at: Temporal.Instant): Outcome {
  const first = progress.stepsTaken;
  const askedInRound = new Set(
    alert.asked.filter(({ step }) => isInRound(alert, first, step)).map((one) => one.person),
  );
  const { acts, ...taken } = takeDueSteps(alert.path, progress, { seats, askedInRound }, at);
  return {
    alert,
    changes: { ...unchanged(alert), ...taken },
    pages: acts.flatMap((act) =>
      act.kind === "page" ? [pageOf(alert, act.person.id, { seat: act.seat, kind: "page", key: act.key })] : [],
    ),
    entries: acts.map(entryOf),
  };
}

/** A held alert whose time has come: the delivery watch is told, or whoever stands in for it. Nobody is woken. */
function outcomeOfRelease(alert: DueAlert, seats: Seats): Outcome {
  const watch = alert.path.isUnrouted ? seats.ops.person : seats.delivery.person;
  const seat = alert.path.isUnrouted ? "ops" : "delivery";
  const people = watch
    ? [{ person: watch, seat } as const]
    : seats.leads.map((person) => ({ person, seat: "lead" }) as const);
  const pages = people.map((one) => pageOf(alert, one.person.id, { seat: one.seat, kind: "quiet", key: "quiet" }));
  const told: EntryDetail[] = people.map((one) => ({
    ...{ kind: "paged", person: one.person.named, seat: one.seat, isQuiet: true },
  }));
  const nobody: EntryDetail[] = [{ kind: "nobody-to-page" }];
  const entries: EntryDetail[] = [{ kind: "released" }, ...(told.length > 0 ? told : nobody)];
  return { alert, changes: { ...unchanged(alert), nextStepAt: null }, pages, entries };
}

/** The page of another alert stands for this one, and for those for which this one's page would have stood. */
export function outcomeOfJoining(alert: DueAlert, leader: { alertId: string; summary: string }): Outcome {
  const changes = { ...unchanged(alert), leaderId: leader.alertId, nextStepAt: null };
  return { alert, changes, pages: [], entries: [{ kind: "joined", leader: leader.alertId, summary: leader.summary }] };
}

/** An alert for which there is nothing to do but to wait for people. */
const outcomeOfWaiting = (alert: DueAlert): Outcome => ({
  ...{ alert, changes: { ...unchanged(alert), nextStepAt: null }, ...nothing },
});

const nothing = { pages: [], entries: [] };

const unchanged = (alert: DueAlert): Omit<Changes, "nextStepAt"> => ({
  status: alert.status,
  gate: alert.gate,
  gateReason: alert.gateReason,
  releasesAt: alert.releasesAt,
  leaderId: alert.leaderId,
  pagesFrom: alert.pagesFrom,
  stepsTaken: alert.stepsTaken,
  holderId: alert.holder?.id ?? null,
  handedToId: alert.handedTo?.id ?? null,
  acknowledgedAt: alert.acknowledgedAt,
  askedAgainAt: alert.askedAgainAt,
});

const pageOf = (
  { id }: DueAlert,
  personId: string,
  page: Pick<NewPage, "seat" | "kind" | "key"> & { word?: string | null },
): NewPage => ({ alertId: id, personId, ...page });

function isInRound({ path }: DueAlert, first: number, step: number): boolean {
  const { length } = roundOf(path);
  return Math.floor(step / length) === Math.floor(first / length);
}

function entryOf(act: Act): EntryDetail {
  switch (act.kind) {
    case "page":
      return { kind: "paged", person: act.person.named, seat: act.seat };
    case "pass-empty":
      return { kind: "passed-empty-seat", seat: act.seat, rotation: act.rotation };
    case "pass-asked":
      return { kind: "passed-asked", seat: act.seat, person: act.person.named };
    case "begin-anew":
      return { kind: "asked-all", round: act.round };
    case "nobody":
      return { kind: "nobody-to-page" };
  }
}
