import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import type { Shift, Span, Watch } from "#lib/rotations/rotation";
import { earlierOf, isBefore, laterOf } from "#lib/rotations/spans";

/** How long a shift may be before it is cut at the turns of the years. */
const longHours = 24 * 366;

/**
 * The shifts of `watch` that meet `window`, each as long as it is, in order: where the window lies changes which ones
 * are told, never when one begins or ends. A shift of more than 366 days (one person alone, say) is cut at the turns
 * of the years in UTC, which need not be looked for. `watch` has to know 400 days more than the window either way.
 */
export function wholeShifts(watch: Watch, window: Span): Shift[] {
  return resolveRoster(watch, window).shifts.flatMap((shift) =>
    parts(extent(watch, shift, window), window).map((part) => ({ ...shift, ...part })),
  );
}

/** Where a joined shift begins and ends; null where that is further than 400 days from the window. */
type Extent = { from: Temporal.Instant | null; until: Temporal.Instant | null };

function extent(watch: Watch, { from, to }: Shift, window: Span): Extent {
  const isCutBefore = !isBefore(window.from, from);
  const isCutAfter = !isBefore(to, window.to);
  return {
    from: isCutBefore ? seatAt(watch, from).from : from,
    until: isCutAfter ? seatAt(watch, laterOf(from, to.subtract({ milliseconds: 1 }))).until : to,
  };
}

function parts({ from, until }: Extent, window: Span): Span[] {
  if (from && until && until.since(from).total("hours") <= longHours) return [{ from, to: until }];
  const spans: Span[] = [];
  let reached = from ? laterOf(from, turnOfYear(window.from)) : turnOfYear(window.from);
  const end = until ? earlierOf(until, window.to) : window.to;
  while (isBefore(reached, end)) {
    const next = turnOfYear(reached, 1);
    const to = until ? earlierOf(until, next) : next;
    spans.push({ from: reached, to });
    reached = to;
  }
  return spans.filter(({ to }) => isBefore(window.from, to));
}

/** The beginning of the year of `at` in UTC, or of one `years` later. */
function turnOfYear(at: Temporal.Instant, years = 0): Temporal.Instant {
  const { year } = at.toZonedDateTimeISO("UTC");
  return Temporal.ZonedDateTime.from({ year: year + years, month: 1, day: 1, timeZone: "UTC" }).toInstant();
}
