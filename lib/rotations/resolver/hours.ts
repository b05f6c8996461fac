import { day, hour, type Moment, minute, type Stretch } from "#lib/rotations/resolver/moments";
import type { Local, WallClock } from "#lib/rotations/resolver/wall-clock";
import { type HoursWindow, weekdays } from "#lib/rotations/rotation";

/** When a layer is active. */
export type Hours = {
  /** In order, apart from each other, cut to `[from, to)`. */
  activeWithin: (from: Moment, to: Moment) => Stretch[];
  isActiveWithin: (from: Moment, to: Moment) => boolean;
};

export const atAllTimes: Hours = {
  activeWithin: (from, to) => (from < to ? [{ from, to }] : []),
  isActiveWithin: (from, to) => from < to,
};

/** The hours of these weekly windows by `clock`. */
export function hoursOf(windows: readonly HoursWindow[], clock: WallClock): Hours {
  const times = windows.map(timesOf);
  const byWeekday = weekdays.map((weekday) => times.filter((_, index) => windows[index]?.weekdays.includes(weekday)));
  const earliestBegin = Math.min(...times.map(({ begin }) => begin));
  const latestEnd = Math.max(...times.map(({ end }) => end));

  /** The first `most` that have some time in `[from, to)`, by the days on which they begin, cut to it. */
  function windowsWithin(from: Moment, to: Moment, most = Number.POSITIVE_INFINITY): Stretch[] {
    // At a jump a window may lie later than it says, but by no more than the day that rounding down allows for.
    const first = Math.floor((clock.localAt(from) - latestEnd) / day);
    // Clocks that have gone back show less than what has begun already.
    const last = Math.floor((clock.localAt(to) - earliestBegin + clock.longestJump()) / day);
    const found: Stretch[] = [];
    for (let date = first; date <= last && found.length < most; date += 1) {
      for (const { begin, end } of byWeekday[weekdayOf(date)] ?? []) {
        const [opens, closes] = [clock.momentOf(date * day + begin), clock.momentOf(date * day + end)];
        const cut = { from: Math.max(from, opens), to: Math.min(to, closes) };
        if (cut.from < cut.to) found.push(cut);
      }
    }
    return found;
  }

  return {
    activeWithin: (from, to) => united(windowsWithin(from, to)),
    isActiveWithin: (from, to) => windowsWithin(from, to, 1).length > 0,
  };
}

/** As offsets from the midnight with which the window's day begins. */
function timesOf({ from, to }: HoursWindow): { begin: Local; end: Local } {
  const [begin, end] = [timeOfDay(from), timeOfDay(to)];
  return { begin, end: end > begin ? end : end + day };
}

function timeOfDay(text: string): Local {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * hour + minutes * minute;
}

/** Day 0, the first of 1970, was a Thursday. */
function weekdayOf(date: number): number {
  return (((date + 3) % 7) + 7) % 7;
}

function united(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to } of stretches.sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
