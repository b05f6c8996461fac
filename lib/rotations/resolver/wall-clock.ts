import { day, type Moment } from "#lib/rotations/resolver/moments";

/** What a clock on the wall shows: milliseconds from 1970-01-01T00:00 to there, on a calendar without jumps. */
export type Local = number;

/** At `at` clocks go from `before` to `after`: forward over times that never are, or back into times that are twice. */
export type Jump = { at: Moment; before: Local; after: Local };

/** The clocks of one time zone. */
export type WallClock = {
  /** When the clocks show `local`: for the first time if twice, and if never, as if they had not been put forward. */
  momentOf: (local: Local) => Moment;
  localAt: (moment: Moment) => Local;
  /** No jump that was met so far is longer. */
  longestJump: () => number;
  /** In the order of time. */
  jumpsBetween: (from: Moment, to: Moment) => Jump[];
};

/** A clock that never jumps. */
export const steadyClock: WallClock = {
  momentOf: (local) => local,
  localAt: (moment) => moment,
  longestJump: () => 0,
  jumpsBetween: () => [],
};

const clocks = new Map<string, WallClock>();

/** The clocks of an IANA zone, by what Temporal knows of it. Throws a RangeError for one that does not exist. */
export function clockOf(timeZone: string): WallClock {
  const known = clocks.get(timeZone) ?? readClock(timeZone);
  clocks.set(timeZone, known);
  return known;
}

function readClock(timeZone: string): WallClock {
  let known = readOffsets(timeZone, 0, 7 * decade);
  let latest = 0;

  function learn(from: Moment, to: Moment): void {
    if (from >= known.from && to < known.to) return;
    known = readOffsets(timeZone, Math.min(known.from, from - decade), Math.max(known.to, to + decade));
    latest = 0;
  }

  /** The number of the offset that holds at a known moment. Mostly it is the one that was asked for before. */
  function numberAt(moment: Moment): number {
    const isLatest = moment >= nth(known.since, latest) && moment < nth(known.since, latest + 1);
    if (!isLatest) latest = lastNotAfter(known.since, moment);
    return latest;
  }

  function momentOf(local: Local): Moment {
    // No zone is a whole day from UTC, so what is sought lies in between.
    learn(local - day, local + day);
    let number = numberAt(local - day);
    const { since, offset } = known;
    while (local >= nth(since, number + 1) + nth(offset, number)) number += 1;
    const isSkipped = local < nth(since, number) + nth(offset, number);
    return local - nth(offset, isSkipped ? number - 1 : number);
  }

  function localAt(moment: Moment): Local {
    learn(moment, moment);
    return moment + nth(known.offset, numberAt(moment));
  }

  function jumpsBetween(from: Moment, to: Moment): Jump[] {
    learn(from, to);
    const jumps: Jump[] = [];
    for (let number = numberAt(from) + 1; nth(known.since, number) < to; number += 1) {
      const at = nth(known.since, number);
      jumps.push({ at, before: at + nth(known.offset, number - 1), after: at + nth(known.offset, number) });
    }
    return jumps;
  }

  return { momentOf, localAt, longestJump: () => known.longestJump, jumpsBetween };
}

/** Offset number n, in milliseconds, holds from `since[n]` until `since[n + 1]`; all are known in `[from, to)`. */
type Offsets = { from: Moment; to: Moment; since: Moment[]; offset: number[]; longestJump: number };

const decade = 3_653 * day;

function readOffsets(timeZone: string, from: Moment, to: Moment): Offsets {
  let zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(from)).toZonedDateTimeISO(timeZone);
  const since = [Number.NEGATIVE_INFINITY];
  const offset = [zoned.offsetNanoseconds / 1e6];
  let longestJump = 0;
  for (;;) {
    const next = zoned.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds >= to) return { from, to, since, offset, longestJump };
    longestJump = Math.max(longestJump, Math.abs(next.offsetNanoseconds - zoned.offsetNanoseconds) / 1e6);
    since.push(next.epochMilliseconds);
    offset.push(next.offsetNanoseconds / 1e6);
    zoned = next;
  }
}

function lastNotAfter(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (nth(sorted, middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Beyond the last comes what never comes. */
function nth(values: readonly number[], index: number): number {
  return values[index] ?? Number.POSITIVE_INFINITY;
}
