import { dayAt, mondayOf, readDay, spanOfDays } from "#lib/rotations/days";
import type { Span } from "#lib/rotations/rotation";

const weeksBefore = 2;
const weeksAfter = 6;
/** A step leaves two weeks of what was in sight where they were. */
const step = { weeks: 6 };

/** The weeks that a timeline shows. Days are dates such as `2026-11-16`, all of them Mondays. */
export type Timeline = {
  /** The first day of each week. */
  weeks: string[];
  span: Span;
  /** Where the weeks before and after begin. */
  earlier: string;
  later: string;
  isPresent: boolean;
};

/**
 * Eight weeks of `timeZone`, from Monday to Sunday: those of the day that an address asks for, else the two weeks
 * before the week of `at` and the six from it on.
 */
export function timelineOf(asked: unknown, timeZone: string, at: Temporal.Instant): Timeline {
  const present = mondayOf(dayAt(at, timeZone)).subtract({ weeks: weeksBefore });
  const wanted = readDay(asked);
  const first = wanted ? mondayOf(wanted) : present;
  const count = weeksBefore + weeksAfter;
  return {
    weeks: Array.from({ length: count }, (_, index) => `${first.add({ weeks: index })}`),
    span: spanOfDays(first, 7 * count, timeZone),
    earlier: `${first.subtract(step)}`,
    later: `${first.add(step)}`,
    isPresent: first.equals(present),
  };
}
