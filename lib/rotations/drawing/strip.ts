import { type DayScale, dayScale } from "#lib/rotations/drawing/day-scale";
import { dayAt } from "#lib/rotations/drawing/days";
import { nightsWithin, usualWork } from "#lib/rotations/load/nights";
import { hoursOf } from "#lib/rotations/resolver/hours";
import type { Moment, Stretch } from "#lib/rotations/resolver/moments";
import { clockOf } from "#lib/rotations/resolver/wall-clock";
import type { HoursWindow } from "#lib/rotations/rotation";
import type { GapView, RosterView, ShiftView } from "#lib/rotations/views";

/** A part of a row, in percent of its width. */
export type Band = { left: number; width: number };

/** One shift or gap, as far as it lies in its row. `from` and `to` are its own, null where the roster goes no further. */
export type Bar = Band & {
  kind: "watch" | "override" | "gap";
  /** Whose watch it is; of a gap, whose it would have been. */
  person: { name: string } | null;
  from: string | null;
  to: string | null;
  /** It holds at the line of now, which only one row has. */
  isNow: boolean;
  isPast: boolean;
  /** It goes on beyond the row. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/** `nights` lie where whoever stands the watch has night. `now` is null where it lies outside of the row. */
export type DrawnRow = { bars: Bar[]; nights: Band[]; now: number | null };

/** `day` is a date such as `2026-11-22`. */
export type DrawnDay = Band & { day: string; isToday: boolean };

/** Which part of a roster a row shows: whole days of the reader's zone, the first of them `day`. */
export type RowWindow = { day: Temporal.PlainDate; days: number; timeZone: string };

/** A row of the strip. Whoever has said no zone counts as being in `homeZone`. */
export function drawRow(roster: RosterView, window: RowWindow, homeZone: string, now: string): DrawnRow {
  const scale = dayScale(window.day, window.days, window.timeZone);
  const at = Date.parse(now);
  const spans = [...roster.shifts, ...roster.gaps]
    .map(withMoments)
    .filter(({ to, from }) => from < scale.to && to > scale.from);
  const inOrder = spans.toSorted((one, other) => one.from - other.from);
  return {
    bars: inOrder.map((span) => barOf(span, { scale, roster, at })),
    nights: nightsOf(inOrder, scale, homeZone),
    now: at >= scale.from && at < scale.to ? rounded(scale.percentAt(at)) : null,
  };
}

/** The days of a row, from left to right. */
export function drawDays({ day: first, days, timeZone }: RowWindow, now: string): DrawnDay[] {
  const today = dayAt(now, timeZone);
  return Array.from({ length: days }, (_, index) => {
    const day = first.add({ days: index });
    return {
      left: rounded((100 * index) / days),
      width: rounded(100 / days),
      day: `${day}`,
      isToday: day.equals(today),
    };
  });
}

/** When a zone works and when it sleeps, on the scale of a row. */
export function drawZone(
  zone: string,
  window: RowWindow,
  work: HoursWindow = usualWork,
): { work: Band[]; nights: Band[] } {
  const scale = dayScale(window.day, window.days, window.timeZone);
  const bands = (stretches: Stretch[]) => stretches.map((stretch) => bandOf(stretch, scale));
  return {
    work: bands(hoursOf([work], clockOf(zone)).activeWithin(scale.from, scale.to)),
    nights: bands(nightsWithin(zone, scale)),
  };
}

/** How wide rows have to be, in rem, for half of the time to show whose it is; 0 where any width will do. */
export function leastWidthRem(rows: readonly DrawnRow[]): number {
  const widths = rows.flatMap(({ bars }) => bars.filter(({ kind }) => kind !== "gap").map(({ width }) => width));
  const middle = weightedMedian(widths);
  if (!middle) return 0;
  const wanted = Math.ceil((100 * shortNameRem) / middle);
  return wanted <= anyScreenRem ? 0 : Math.min(wanted, mostRem);
}

function weightedMedian(widths: readonly number[]): number | undefined {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let reached = 0;
  return widths
    .toSorted((one, other) => one - other)
    .find((width) => {
      reached += width;
      return reached >= half;
    });
}

const shortNameRem = 2.75;
const anyScreenRem = 20;
const mostRem = 120;

type Span = Stretch & ({ shift: ShiftView } | { gap: GapView });

function withMoments(one: ShiftView | GapView): Span {
  const stretch = { from: Date.parse(one.from), to: Date.parse(one.to) };
  return "person" in one ? { ...stretch, shift: one } : { ...stretch, gap: one };
}

function barOf(span: Span, { scale, roster, at }: { scale: DayScale; roster: RosterView; at: Moment }): Bar {
  const { from, to } = "shift" in span ? span.shift : span.gap;
  const begin = Date.parse(from) > Date.parse(roster.from) ? from : null;
  const end = Date.parse(to) < Date.parse(roster.to) ? to : null;
  return {
    ...bandOf(span, scale),
    from: begin,
    to: end,
    ...("shift" in span
      ? { kind: span.shift.source === "override" ? "override" : "watch", person: span.shift.person }
      : { kind: "gap", person: span.gap.deactivated }),
    isNow: span.from <= at && at < span.to && scale.from <= at && at < scale.to,
    isPast: span.to <= at,
    isCutBefore: span.from < scale.from || (begin === null && span.from === scale.from),
    isCutAfter: span.to > scale.to || (end === null && span.to === scale.to),
  };
}

function nightsOf(spans: readonly Span[], scale: DayScale, homeZone: string): Band[] {
  const nights = new Map<string, Stretch[]>();
  const nightsOfZone = (zone: string) => {
    const known = nights.get(zone) ?? nightsWithin(zone, scale);
    nights.set(zone, known);
    return known;
  };
  return spans.flatMap((span) => {
    if (!("shift" in span)) return [];
    return nightsOfZone(span.shift.person.timeZone ?? homeZone).flatMap((night) => {
      const [from, to] = [Math.max(night.from, span.from), Math.min(night.to, span.to)];
      return from < to ? [bandOf({ from, to }, scale)] : [];
    });
  });
}

function bandOf({ from, to }: Stretch, { percentAt }: DayScale): Band {
  const left = percentAt(from);
  return { left: rounded(left), width: rounded(percentAt(to) - left) };
}

/** A thousandth of a percent is finer than any screen. */
const rounded = (percent: number) => Math.round(percent * 1_000) / 1_000;
