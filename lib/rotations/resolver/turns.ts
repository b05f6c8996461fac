import type { Handoffs, Steps } from "#lib/rotations/resolver/handoffs";
import { type Hours, hoursOf } from "#lib/rotations/resolver/hours";
import { day, week } from "#lib/rotations/resolver/moments";
import { type Jump, steadyClock } from "#lib/rotations/resolver/wall-clock";
import type { HoursWindow } from "#lib/rotations/rotation";

/** Which periods of a layer count as turns. */
export type Turns = {
  isTurn: (period: number) => boolean;
  /** How many of the periods before this one are turns. */
  turnsBefore: (period: number) => number;
};

/** Without hours every period counts, even an empty one, so that a period's turn can be told from its number. */
export const everyPeriod: Turns = { isTurn: () => true, turnsBefore: (period) => period };

/** With hours only those count that have some active time. */
export function turnsOf(handoffs: Handoffs, hours: Hours, windows: readonly HoursWindow[]): Turns {
  const { clock, steps, beginOf } = handoffs;
  const isTurn = (period: number) => hours.isActiveWithin(beginOf(period), beginOf(period + 1));

  function counted(from: number, to: number): number {
    let turns = 0;
    for (let period = from; period < to; period += 1) if (isTurn(period)) turns += 1;
    return turns;
  }

  /**
   * Away from jumps of the clocks, turns repeat from week to week, and are counted by the pattern. What lies at a
   * jump is looked at one by one. Jumps are days apart, so nothing lies at two of them.
   */
  function countedByPattern(from: number, to: number): number {
    let [turns, reached] = [0, from];
    const ahead = (period: number) => Math.min(Math.max(period, reached), to);
    // What a jump moves lies within two days of it.
    for (const jump of clock.jumpsBetween(beginOf(from) - 2 * day, beginOf(to) + 2 * day)) {
      const { first, end } = disturbedBy(jump, steps);
      turns += undisturbed(reached, ahead(first)) + counted(ahead(first), ahead(end));
      reached = ahead(end);
    }
    return turns + undisturbed(reached, to);
  }

  const undisturbed = steps.length === undefined ? counted : patternOf(steps, steps.length, windows);
  const turnsWithin = steps.length === undefined ? counted : countedByPattern;
  const known = { period: 0, turns: 0 };

  /** Who asks once asks again nearby, so it counts on from where it was asked before. */
  function turnsBefore(period: number): number {
    known.turns += period < known.period ? -turnsWithin(period, known.period) : turnsWithin(known.period, period);
    known.period = period;
    return known.turns;
  }

  return { isTurn, turnsBefore };
}

/** The first period that a jump may change, and the first after it that it leaves alone. */
function disturbedBy({ before, after }: Jump, { numberAt }: Steps): { first: number; end: number } {
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  // A time that was skipped moves by the length of the jump, so its traces end that much later.
  return { first: numberAt(low), end: numberAt(high + (high - low) - 1) + 1 };
}

/** Counts the turns of `[from, to)` as if the clocks never jumped: after at most 168 periods all begins anew. */
function patternOf({ localOf }: Steps, length: number, windows: readonly HoursWindow[]) {
  const hours = hoursOf(windows, steadyClock);
  const repeatsAfter = week / greatestCommonDivisor(length, week);
  const turnsBefore = [0];
  for (let period = 0; period < repeatsAfter; period += 1) {
    const isTurn = hours.isActiveWithin(localOf(period), localOf(period + 1));
    turnsBefore.push((turnsBefore[period] ?? 0) + (isTurn ? 1 : 0));
  }
  const inAll = turnsBefore[repeatsAfter] ?? 0;
  const before = (period: number) =>
    Math.floor(period / repeatsAfter) * inAll + (turnsBefore[period % repeatsAfter] ?? 0);
  return (from: number, to: number) => before(to) - before(from);
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
