import { layerTurns } from "#lib/rotations/resolver/layer-turns";
import { hour, instantOf, type Moment, momentOf, type Stretch } from "#lib/rotations/resolver/moments";
import type { Gap, Layer, Span } from "#lib/rotations/rotation";

/** When a layer by itself is active, whoever stands it. */
export type Activity = { name: string; timeZone: string; stretches: Stretch[] };

/**
 * Two layers of different zones that meet on most days, and on some do not, because their clocks are changed on
 * different days: `minutes` in which neither is active (a hole, and nobody else stands watch) or both are. `spans` are
 * the first and the last such time of each season.
 */
export type ClockWarning = {
  kind: "clocks-apart";
  isHole: boolean;
  layers: [string, string];
  minutes: number;
  times: number;
  seasons: { first: Span; last: Span }[];
  spans: Span[];
};

export function activityOf(layer: Layer, span: Span): Activity {
  const held = layerTurns(layer).heldWithin(momentOf(span.from), momentOf(span.to));
  const isLimited = (layer.hours?.length ?? 0) > 0;
  return { name: layer.name, timeZone: layer.timeZone, stretches: isLimited ? joined(held) : [] };
}

/** What changes of the clocks do between layers with hours in different zones. `gaps` are those of the whole watch. */
export function clockWarnings(activities: readonly Activity[], gaps: readonly Gap[]): ClockWarning[] {
  return activities.flatMap((ending) =>
    activities
      .filter((beginning) => beginning.timeZone !== ending.timeZone)
      .flatMap((beginning) => apart(ending, beginning, gaps)),
  );
}

/** The furthest that two layers are still taken to hand over to each other. */
const nearest = 3 * hour;
/** Changes of the clocks are weeks apart from each other, and what they disturb goes on from day to day. */
const seasonPause = 30 * 24 * hour;

function apart(ending: Activity, beginning: Activity, gaps: readonly Gap[]): ClockWarning[] {
  const meetings = ending.stretches.flatMap(({ to }): Meeting[] => {
    const next = nearestTo(to, beginning.stretches);
    return next === undefined ? [] : [{ end: to, begin: next, distance: next - to }];
  });
  const usual = mostFrequent(meetings.map(({ distance }) => distance));
  if (usual === undefined) return [];
  const layers: [string, string] = [ending.name, beginning.name];
  const holes = meetings.filter(({ distance }) => distance > Math.max(usual, 0)).filter((hole) => isOpen(hole, gaps));
  const doubles = meetings.filter(({ distance }) => distance < Math.min(usual, 0));
  return [warningOf(holes, true, layers), warningOf(doubles, false, layers)].filter((warning) => warning !== undefined);
}

/** One layer ends and another begins, `distance` later. */
type Meeting = { end: Moment; begin: Moment; distance: number };

function warningOf(meetings: readonly Meeting[], isHole: boolean, layers: [string, string]): ClockWarning | undefined {
  const longest = Math.max(...meetings.map(({ distance }) => Math.abs(distance)));
  if (meetings.length === 0) return undefined;
  const spans = meetings.map(spanOf);
  return {
    kind: "clocks-apart",
    isHole,
    layers,
    minutes: Math.round(longest / 60_000),
    times: meetings.length,
    seasons: seasonsOf(spans),
    spans,
  };
}

function seasonsOf(spans: readonly Span[]): { first: Span; last: Span }[] {
  const seasons: { first: Span; last: Span }[] = [];
  for (const span of spans) {
    const season = seasons.at(-1);
    if (season && momentOf(span.from) - momentOf(season.last.from) < seasonPause) season.last = span;
    else seasons.push({ first: span, last: span });
  }
  return seasons;
}

const spanOf = ({ end, begin }: Meeting): Span => ({
  from: instantOf(Math.min(end, begin)),
  to: instantOf(Math.max(end, begin)),
});

const isOpen = ({ end, begin }: Meeting, gaps: readonly Gap[]) =>
  gaps.some(({ from, to }) => momentOf(from) < begin && momentOf(to) > end);

/** Which of these stretches begins nearest to `moment`, if one is near at all. They are in order. */
function nearestTo(moment: Moment, stretches: readonly Stretch[]): Moment | undefined {
  const after = firstFrom(stretches, moment - nearest);
  const near = stretches.slice(after, after + 20).filter(({ from }) => Math.abs(from - moment) <= nearest);
  return near.map(({ from }) => from).sort((one, other) => Math.abs(one - moment) - Math.abs(other - moment))[0];
}

function firstFrom(stretches: readonly Stretch[], moment: Moment): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.value;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = result.at(-1);
    if (last && last.to === from) last.to = to;
    else result.push({ from, to });
  }
  return result;
}
