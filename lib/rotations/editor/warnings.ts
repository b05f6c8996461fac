import { type Activity, activityOf, type ClockWarning, clockWarnings } from "#lib/rotations/editor/clock-warnings";
import { type SleepWarning, sleepWarnings } from "#lib/rotations/editor/sleep-warnings";
import { type TooFewWarning, tooFew } from "#lib/rotations/editor/sustainable";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { silentLayers } from "#lib/rotations/resolver/silence";
import type { Roster, Shift, Span, Version, Watch } from "#lib/rotations/rotation";

/** What is known of somebody who stands a watch. Waking hours are `HH:MM` in their zone; null when nobody has said. */
export type Participant = {
  name: string;
  timeZone: string | null;
  wakesAt: string | null;
  sleepsAt: string | null;
  isActive: boolean;
  isMember: boolean;
};

/** What speaks against a version. People are ids; spans are the first of `times` that are alike. */
export type Warning =
  | { kind: "gap"; first: Span; times: number; isEndless: boolean; waitsFor: string | null }
  | { kind: "deactivated"; person: string; gaps: number }
  | ClockWarning
  | { kind: "silent"; layer: string; until: Temporal.Instant }
  | { kind: "back-to-back"; person: string; layers: [string, string]; first: Span; times: number }
  | SleepWarning
  | TooFewWarning
  | { kind: "outsider"; person: string };

/** The version in question as part of the whole watch, seen over `window`; `version.from` lies within it. */
export type WarningFacts = {
  watch: Watch;
  version: Version;
  window: Span;
  people: ReadonlyMap<string, Participant>;
};

/** How far ahead changes of the clocks are sought: a year, and what is left of the next season. */
const clockDays = 400;

/** Everything that speaks against a version, the worst first. All of it may be meant. */
export function findWarnings({ watch, version, window, people }: WarningFacts): Warning[] {
  const { from } = version;
  const span = { from, to: endOf(version, watch, window.to) };
  const year = { from, to: endOf(version, watch, from.add({ hours: 24 * clockDays })) };
  const [roster, yearRoster] = [resolveRoster(watch, span), resolveRoster(watch, year)];
  const clocks = clockWarnings(activitiesOf(version, year), yearRoster.gaps);
  const holes = clocks.flatMap(({ isHole, spans }) => (isHole ? spans : []));
  const gaps = gapWarnings(yearRoster, span, year, zoneOf(version)).filter(
    ({ first }) => !holes.some((hole) => hole.from.equals(first.from)),
  );
  const silent = silentLayers(version, year);
  return [
    ...gaps.map((gap) => ({ ...gap, waitsFor: silent.find(({ to }) => to.equals(gap.first.to))?.layer ?? null })),
    ...deactivatedWarnings(version, roster, people),
    ...clocks,
    ...silent
      .filter(({ to }) => !gaps.some(({ first }) => first.to.equals(to)))
      .map(({ layer, to }): Warning => ({ kind: "silent", layer, until: to })),
    ...backToBack(roster),
    ...sleepWarnings(roster, people, zoneOf(version)),
    ...tooFew(version, roster, span, people),
    ...outsiders(version, people),
  ];
}

/** Until another version takes over, or until `latest`. */
function endOf(version: Version, { versions }: Watch, latest: Temporal.Instant): Temporal.Instant {
  const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;
  const next = versions.find(({ from }) => isBefore(version.from, from))?.from;
  return next && isBefore(next, latest) ? next : latest;
}

/** Whether somebody should look at it once more before it holds: there will be nobody to page. */
export const leavesHole = (warning: Warning): boolean =>
  warning.kind === "gap" ||
  (warning.kind === "deactivated" && warning.gaps > 0) ||
  (warning.kind === "clocks-apart" && warning.isHole);

/** The zone in which a version is spoken of: that of its first layer. */
export const zoneOf = ({ layers }: Version): string => layers[0]?.timeZone ?? "UTC";

const activitiesOf = ({ layers }: Version, span: Span): Activity[] => layers.map((layer) => activityOf(layer, span));

type GapWarning = Extract<Warning, { kind: "gap" }>;

/** Gaps that begin in `span`, those told together that begin and end at the same times of day. */
function gapWarnings({ gaps }: Roster, span: Span, { to: inSight }: Span, timeZone: string): GapWarning[] {
  const open = gaps.filter(
    ({ from, deactivated }) => deactivated === null && Temporal.Instant.compare(from, span.to) < 0,
  );
  return [...Map.groupBy(open, (gap) => shapeOf(gap, timeZone)).values()].flatMap((group): GapWarning[] => {
    const [first] = group;
    if (!first) return [];
    const { from, to } = first;
    return [{ kind: "gap", first: { from, to }, times: group.length, isEndless: to.equals(inSight), waitsFor: null }];
  });
}

function shapeOf({ from, to }: Span, timeZone: string): string {
  const [begin, end] = [from, to].map((at) => at.toZonedDateTimeISO(timeZone).toPlainDate());
  const days = begin && end ? begin.until(end).days : 0;
  return `${timeOf(from, timeZone)} ${timeOf(to, timeZone)} ${days}`;
}

const timeOf = (at: Temporal.Instant, timeZone: string) => at.toZonedDateTimeISO(timeZone).toPlainTime().toString();

function deactivatedWarnings(version: Version, roster: Roster, people: WarningFacts["people"]): Warning[] {
  return participantsOf(version)
    .filter((person) => people.get(person)?.isActive === false)
    .map((person) => ({
      kind: "deactivated",
      person,
      gaps: roster.gaps.filter(({ deactivated }) => deactivated === person).length,
    }));
}

/** Where one layer hands the watch to another, and both times it is the same person. */
function backToBack({ shifts }: Roster): Warning[] {
  const pairs = shifts.flatMap((shift, index) => {
    const next = shifts[index + 1];
    return next && isHandedToOneself(shift, next) ? [{ shift, next }] : [];
  });
  const groups = Map.groupBy(pairs, ({ shift, next }) =>
    [shift.person, ...[shift.layer, next.layer].toSorted()].join("\n"),
  );
  return [...groups.values()].flatMap((group): Warning[] => {
    const [first] = group;
    if (!first) return [];
    const { shift, next } = first;
    const layers: [string, string] = [shift.layer ?? "", next.layer ?? ""];
    return [
      {
        kind: "back-to-back",
        person: shift.person,
        layers,
        first: { from: shift.from, to: next.to },
        times: group.length,
      },
    ];
  });
}

function isHandedToOneself(shift: Shift, next: Shift): boolean {
  return (
    shift.to.equals(next.from) &&
    shift.person === next.person &&
    shift.source === "layer" &&
    next.source === "layer" &&
    shift.layer !== next.layer
  );
}

function outsiders(version: Version, people: WarningFacts["people"]): Warning[] {
  return participantsOf(version)
    .filter((person) => people.get(person)?.isMember === false)
    .map((person) => ({ kind: "outsider", person }));
}

const participantsOf = ({ layers }: Version) => [...new Set(layers.flatMap(({ participants }) => participants))];
