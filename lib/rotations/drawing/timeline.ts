import { dayAt, mondayOf, readDay, spanOfDays } from "#lib/rotations/drawing/days";
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

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** A date such as `2026-11-02` as weeks are called by it: `2 Nov`. */
export function weekName(day: string): string {
  return dates.format(Date.parse(day));
}

/** `2 Nov to 27 Dec`: the first day of a timeline and its last. */
export function timelineName({ weeks: [first = "", ...others] }: Timeline): string {
  const last = Temporal.PlainDate.from(others.at(-1) ?? first).add({ days: 6 });
  return `${weekName(first)} to ${weekName(`${last}`)}`;
}
