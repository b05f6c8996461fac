import { spanOfDays } from "#lib/rotations/drawing/days";
import { type Moment, momentOf, type Stretch } from "#lib/rotations/resolver/moments";

/** Where the moments of some whole days stand on a strip, in percent of its width. */
export type DayScale = Stretch & {
  /** Every day is as wide as the others, also one of 23 or 25 hours, so that the days of several rows stand in line. */
  percentAt: (moment: Moment) => number;
};

/** The scale of `days` whole days of `timeZone`, the first of them `day`. */
export function dayScale(day: Temporal.PlainDate, days: number, timeZone: string): DayScale {
  const starts = Array.from({ length: days + 1 }, (_, index) =>
    momentOf(spanOfDays(day.add({ days: index }), 0, timeZone).from),
  );
  const [from = 0, to = 0] = [starts[0], starts.at(-1)];

  function percentAt(moment: Moment): number {
    if (moment <= from) return 0;
    if (moment >= to) return 100;
    const number = starts.findLastIndex((start) => start <= moment);
    const [start = from, next = to] = [starts[number], starts[number + 1]];
    return (100 * (number + (moment - start) / (next - start))) / days;
  }

  return { from, to, percentAt };
}
