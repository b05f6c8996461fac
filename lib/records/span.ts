import { dayAt, readDay, spanOfDays } from "#lib/rotations/drawing/days";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, laterOf } from "#lib/rotations/spans";

export const recordPresets = ["a quarter", "two quarters", "a year", "two years"] as const;
export type RecordPreset = (typeof recordPresets)[number];

const length: Record<RecordPreset, Temporal.DurationLike> = {
  "a quarter": { months: 3 },
  "two quarters": { months: 6 },
  "a year": { years: 1 },
  "two years": { years: 2 },
};

/** How far back a record reaches at most. */
export const mostYears = 5;

/**
 * What a record is about: `span` ends at `at` at the latest. `from` and `to` are the first day and the last, dates of
 * the reader's zone. `problem` says in a sentence where the span is not the one that was asked for.
 */
export type RecordSpan = {
  from: string;
  to: string;
  span: Span;
  preset: RecordPreset | undefined;
  problem: string | undefined;
};

/** The days that an address asks for; the last two quarters where it asks for none, or for what makes no sense. */
export function recordSpan(
  asked: { from?: unknown; to?: unknown },
  timeZone: string,
  at: Temporal.Instant,
): RecordSpan {
  const today = dayAt(at, timeZone);
  const usual = daysOfPreset("two quarters", today);
  const isAsked = asked.from !== undefined || asked.to !== undefined;
  const [first, last] = [readDay(asked.from), readDay(asked.to)];
  const isRight = first && last && isOrdered(first, last) && isOrdered(first, today);
  const [from, to] = isAsked && isRight ? [first, last] : [usual.first, usual.last];
  const days = withinReach(from, to, today);
  const problem = isAsked && !isRight ? wrongDays : days.problem;
  const whole = spanOfDays(days.first, days.first.until(days.last).days + 1, timeZone);
  return {
    ...{ from: `${days.first}`, to: `${days.last}`, problem },
    span: isBefore(at, whole.to) ? { from: whole.from, to: at } : whole,
    preset: recordPresets.find((preset) => {
      const those = daysOfPreset(preset, today);
      return those.first.equals(days.first) && those.last.equals(days.last);
    }),
  };
}

/** The days of a preset: those that end with today. */
export function daysOfPreset(preset: RecordPreset, today: Temporal.PlainDate) {
  return { first: today.subtract(length[preset]).add({ days: 1 }), last: today };
}

/**
 * The span of instants that a program asks for: the half year before `to` where no `from` is given, cut to five years
 * and to what has been at `at`. Undefined where nothing of it is left.
 */
export function instantSpan(
  { from, to }: { from?: Temporal.Instant | undefined; to?: Temporal.Instant | undefined },
  at: Temporal.Instant,
): Span | undefined {
  const end = to && isBefore(to, at) ? to : at;
  const first = end.subtract({ hours: 24 * 366 * mostYears });
  const begin = from ?? end.subtract({ hours: 24 * 182 });
  const span = { from: laterOf(begin, first), to: end };
  return isBefore(span.from, span.to) ? span : undefined;
}

const wrongDays = "Choose a first day that has come, and a last day after it. These are the last two quarters.";

function withinReach(first: Temporal.PlainDate, last: Temporal.PlainDate, today: Temporal.PlainDate) {
  const end = isOrdered(last, today) ? last : today;
  const reach = end.subtract({ years: mostYears });
  return isOrdered(reach, first)
    ? { first, last: end, problem: undefined }
    : {
        ...{ first: reach, last: end },
        problem: `A record reaches back ${mostYears} years at most, so this one begins at ${reach.toLocaleString("en-GB", { dateStyle: "long" })}.`,
      };
}

const isOrdered = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) <= 0;
