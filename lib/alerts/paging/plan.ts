import type { PageSeat } from "#lib/alerts/entry-kinds";

/** When the safety net moves on, in minutes from the first page. */
export type Timers = { backupAfterMinutes: number; opsAfterMinutes: number; leadAfterMinutes: number };

/** By which way an alert is escalated. Nobody owns an unrouted one: ops is asked at once, then its lead. */
export type Path = Timers & { hasBackup: boolean; isUnrouted: boolean };

export type StepSeat = Extract<PageSeat, "delivery" | "backup" | "ops" | "lead">;

/** Where an alert is on its way: the instant from which its timers count, and how many steps were taken. */
export type Progress = { pagesFrom: Temporal.Instant; stepsTaken: number };

export const usualTimers: Timers = { backupAfterMinutes: 5, opsAfterMinutes: 15, leadAfterMinutes: 30 };

/** How long after its last step a round of asking begins anew. */
export const restMinutes = 30;
const unroutedLeadMinutes = 15;

type Slot = { seat: StepSeat; afterMinutes: number; isAbsent: boolean };

/** The steps of one round in the order in which they are taken. A path without backup keeps an absent step in its place. */
export function roundOf(path: Path): readonly Slot[] {
  if (path.isUnrouted)
    return [
      { seat: "ops", afterMinutes: 0, isAbsent: false },
      { seat: "lead", afterMinutes: unroutedLeadMinutes, isAbsent: false },
    ];
  const later: Slot[] = [
    // An absent one takes no time of its own, so that it is never the last of its round.
    { seat: "backup", afterMinutes: path.hasBackup ? path.backupAfterMinutes : 0, isAbsent: !path.hasBackup },
    { seat: "ops", afterMinutes: path.opsAfterMinutes, isAbsent: false },
    { seat: "lead", afterMinutes: path.leadAfterMinutes, isAbsent: false },
  ];
  later.sort((one, other) => one.afterMinutes - other.afterMinutes);
  return [{ seat: "delivery", afterMinutes: 0, isAbsent: false }, ...later];
}

/** Step number `n` of all rounds, counted from 0. */
export function stepNumber(path: Path, n: number): { seat: StepSeat; round: number; isAbsent: boolean } {
  const round = roundOf(path);
  const { seat, isAbsent } = slotAt(round, n);
  return { seat, isAbsent, round: Math.floor(n / round.length) };
}

/** When step number `n` is due. */
export function stepDueAt(path: Path, pagesFrom: Temporal.Instant, n: number): Temporal.Instant {
  const round = roundOf(path);
  const minutes = Math.floor(n / round.length) * roundMinutes(round) + slotAt(round, n).afterMinutes;
  return pagesFrom.add({ minutes });
}

/** The next step that somebody takes, and when. */
export function nextStep(path: Path, { pagesFrom, stepsTaken }: Progress): { at: Temporal.Instant; seat: StepSeat } {
  let n = stepsTaken;
  while (stepNumber(path, n).isAbsent) n += 1;
  return { at: stepDueAt(path, pagesFrom, n), seat: stepNumber(path, n).seat };
}

/** The next round without its first step, its second one due at `at`: whoever has had the alert so far is silent. */
export function passOver(path: Path, { stepsTaken }: Pick<Progress, "stepsTaken">, at: Temporal.Instant): Progress {
  const { length } = roundOf(path);
  let n = Math.ceil(stepsTaken / length) * length + 1;
  while (stepNumber(path, n).isAbsent) n += 1;
  const { epochMilliseconds } = stepDueAt(path, at, n);
  return { pagesFrom: at.subtract({ milliseconds: epochMilliseconds - at.epochMilliseconds }), stepsTaken: n };
}

const roundMinutes = (round: readonly Slot[]) => slotAt(round, round.length - 1).afterMinutes + restMinutes;

function slotAt(round: readonly Slot[], n: number): Slot {
  const slot = round[n % round.length];
  if (!slot) throw new Error("A round has at least one step.");
  return slot;
}
