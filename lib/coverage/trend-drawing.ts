import type { TrendDay } from "#lib/coverage/trend-queries";

/** From none of the levels to all: lines of one colour that deepens, so that the order is seen without knowing it. */
export const levelShades: readonly string[] = [
  "var(--line-strong)",
  "color-mix(in oklch, var(--starboard) 28%, var(--sheet))",
  "color-mix(in oklch, var(--starboard) 50%, var(--sheet))",
  "color-mix(in oklch, var(--starboard) 74%, var(--sheet))",
  "var(--starboard)",
];

export type Box = { width: number; height: number };

/** A band of the drawing: the services of one level over time, as the `d` of a path. */
export type Band = { level: number; path: string };

const dayMilliseconds = 86_400_000;

/** Where a day stands between the first and the last of a drawing, 0 to 1. */
export function placeOf(day: string, first: string, last: string): number {
  const span = Date.parse(last) - Date.parse(first);
  return span === 0 ? 1 : (Date.parse(day) - Date.parse(first)) / span;
}

/**
 * Bands one above the other, the furthest level at the bottom, each as high as its share of the services of that day.
 * A single day is drawn as if it had always been so. Days without services stand empty.
 */
export function drawBands(days: readonly TrendDay[], { width, height }: Box): Band[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const drawn = days.length === 1 ? [{ ...first, day: dayBefore(first.day) }, first] : days;
  const start = drawn[0]?.day ?? first.day;
  const x = ({ day }: TrendDay) => round(placeOf(day, start, last.day) * width);
  // What of a day's services stands at this level or a further one, measured from the bottom.
  const y = (day: TrendDay, level: number) => {
    const beneath = day.levels.slice(level).reduce((sum, count) => sum + count, 0);
    return round(day.services === 0 ? height : height - (beneath / day.services) * height);
  };
  // A day as high as those on both sides of it lies on the line between them: most days of a team are.
  const edge = (level: number) => {
    const heights = drawn.map((day) => y(day, level));
    return drawn.flatMap((day, index) => {
      const height = heights[index];
      return height === heights[index - 1] && height === heights[index + 1] ? [] : [`${x(day)} ${height}`];
    });
  };
  return levelShades
    .map((_, level) => ({ level, path: `M${[...edge(level), ...edge(level + 1).toReversed()].join("L")}Z` }))
    .toReversed();
}

/** The first days of the months within the drawing, for its axis. */
export function monthsIn(first: string, last: string): string[] {
  const months: string[] = [];
  let day = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
  for (let step = 0; step < 24; step += 1) {
    day = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
    const text = day.toISOString().slice(0, 10);
    if (text > last) break;
    months.push(text);
  }
  return months;
}

const dayBefore = (day: string) => new Date(Date.parse(day) - dayMilliseconds).toISOString().slice(0, 10);
const round = (value: number) => Math.round(value * 10) / 10;
