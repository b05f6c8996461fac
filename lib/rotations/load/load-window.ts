import { dayAt, readDay, spanOfDays } from "#lib/rotations/drawing/days";
import type { Span } from "#lib/rotations/rotation";

export const loadPresets = ["4 weeks", "3 months", "a year"] as const;
export type LoadPreset = (typeof loadPresets)[number];

/** Whole days of the reader's zone, the last one included; both are dates such as `2026-11-22`. */
export type LoadWindow = {
  from: string;
  to: string;
  span: Span;
  preset: LoadPreset | undefined;
  problem: string | undefined;
};

const mostDays = 800;
const length: Record<LoadPreset, Temporal.DurationLike> = {
  "4 weeks": { weeks: 4 },
  "3 months": { months: 3 },
  "a year": { years: 1 },
};

/** The days of a preset: those that end with today. */
export function daysOfPreset(preset: LoadPreset, today: Temporal.PlainDate): { from: string; to: string } {
  return { from: `${today.subtract(length[preset]).add({ days: 1 })}`, to: `${today}` };
}

/** The days that an address asks for; the last four weeks where it asks for none, or for what makes no sense. */
export function loadWindow(
  asked: { from?: unknown; to?: unknown },
  timeZone: string,
  at: Temporal.Instant,
): LoadWindow {
  const today = dayAt(at, timeZone);
  const [from, to] = [readDay(asked.from), readDay(asked.to)];
  const problem = asked.from === undefined && asked.to === undefined ? undefined : problemOf(from, to);
  const days = from && to && !problem ? { from: `${from}`, to: `${to}` } : daysOfPreset("4 weeks", today);
  const first = Temporal.PlainDate.from(days.from);
  return {
    ...days,
    span: spanOfDays(first, first.until(days.to).days + 1, timeZone),
    preset: loadPresets.find((preset) => daysOfPreset(preset, today).from === days.from && days.to === `${today}`),
    problem,
  };
}

function problemOf(from: Temporal.PlainDate | undefined, to: Temporal.PlainDate | undefined): string | undefined {
  if (!from || !to) return "Choose the first day and the last. These are the last four weeks.";
  const days = from.until(to).days + 1;
  if (days < 1) return "The last day has to come after the first. These are the last four weeks.";
  return days > mostDays ? `Choose at most ${mostDays} days. These are the last four weeks.` : undefined;
}
