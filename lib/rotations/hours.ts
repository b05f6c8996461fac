import { day, type Moment, type Stretch } from "#lib/rotations/moments";
import { type HoursWindow, weekdays } from "#lib/rotations/rotation";
import type { Local, WallClock } from "#lib/rotations/wall-clock";

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
  const byWeekday = weekdays.map((weekday) =>
    windows.filter((window) => window.weekdays.includes(weekday)).map(timesOf),
  );

  function* windowsAround(from: Moment, to: Moment): Generator<Stretch> {
    // A window reaches into the day after its own; a calendar day that is skipped moves it on by one more.
    const first = Math.floor(clock.localAt(from) / day) - 3;
    const last = Math.floor(clock.localAt(to) / day) + 2;
    for (let date = first; date <= last; date += 1) {
      for (const { begin, end } of byWeekday[weekdayOf(date)] ?? []) {
        const window = { from: clock.momentOf(date * day + begin), to: clock.momentOf(date * day + end) };
        const cut = { from: Math.max(from, window.from), to: Math.min(to, window.to) };
        if (window.from < window.to && cut.from < cut.to) yield cut;
      }
    }
  }

  return {
    activeWithin: (from, to) => united([...windowsAround(from, to)]),
    isActiveWithin: (from, to) => !windowsAround(from, to).next().done,
  };
}

/** As offsets from the midnight with which the window's day begins. */
function timesOf({ from, to }: HoursWindow): { begin: Local; end: Local } {
  const [begin, end] = [timeOfDay(from), timeOfDay(to)];
  return { begin, end: end > begin ? end : end + day };
}

function timeOfDay(text: string): Local {
  return Temporal.PlainTime.from(text).since("00:00").total("milliseconds");
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
