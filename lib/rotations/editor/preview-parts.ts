import { dayAt } from "#lib/rotations/drawing/days";
import { drawRow } from "#lib/rotations/drawing/strip";
import type { PreviewView } from "#lib/rotations/editor/preview";
import { rosterChanges } from "#lib/rotations/editor/roster-changes";
import { warningViews } from "#lib/rotations/editor/warning-words";
import { findWarnings, type Participant, zoneOf } from "#lib/rotations/editor/warnings";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { rosterView } from "#lib/rotations/roster-view";
import type { Roster, Span, Version, Watch } from "#lib/rotations/rotation";
import { movedPeople, toldSpan } from "#lib/rotations/versions/moved";
import type { PersonView } from "#lib/rotations/views";

/** Everybody who stands in a draft or in what holds, by id. */
export type PreviewPeople = ReadonlyMap<string, PersonView & Participant>;

const mostHandoffs = 8;
const mostMoves = 6;
/** A watch that changes hands by the hour is drawn for as many weeks as a screen can bear. */
const mostBars = 800;

type Drawing = { timeZone: string; homeZone: string; people: PreviewPeople; at: Temporal.Instant };

/** The weeks of `days`, one row each: the watch as it would be and, where there is one, as it is. */
export function drawWeeks(
  [after, before]: [after: Watch, before?: Watch],
  days: Span,
  { timeZone, homeZone, people, at }: Drawing,
): PreviewView["weeks"] {
  const rosterOf = (watch: Watch) => rosterView(resolveRoster(watch, days), days, people);
  const [coming, present] = [rosterOf(after), before && rosterOf(before)];
  const first = dayAt(days.from, timeZone);
  const rowOf = (roster: typeof coming, week: number) =>
    drawRow(roster, { day: first.add({ weeks: week }), days: 7, timeZone }, homeZone, at.toString());
  const count = Math.round(days.from.until(days.to).total("hours") / (24 * 7));
  const bars = coming.shifts.length + coming.gaps.length;
  const shown = Math.max(1, Math.min(count, Math.floor((count * mostBars) / bars)));
  return Array.from({ length: shown }, (_, week) => ({
    day: `${first.add({ weeks: week })}`,
    after: rowOf(coming, week),
    before: present ? rowOf(present, week) : null,
  }));
}

/** The first times at which the watch passes on. */
export function handoffsOf({ shifts, gaps }: Roster, people: PreviewPeople): PreviewView["handoffs"] {
  const nobody = gaps.map(({ from }) => ({ from, person: null, layer: null }));
  const pieces: { from: Temporal.Instant; person: string | null; layer: string | null }[] = [...shifts, ...nobody];
  pieces.sort((one, other) => Temporal.Instant.compare(one.from, other.from));
  const handoffs = pieces.slice(1).flatMap((piece, index) => {
    const from = pieces[index]?.person ?? null;
    return from === piece.person ? [] : [{ ...piece, before: from }];
  });
  return handoffs.slice(0, mostHandoffs).map(({ from, before, person, layer }) => ({
    at: from.toString(),
    from: addressOf(before, people),
    to: addressOf(person, people),
    layer,
  }));
}

/** What passes to somebody else in `span`, and who would be told. */
export function movesOf(
  before: Watch,
  after: Watch,
  span: Span,
  people: PreviewPeople,
): Pick<PreviewView, "moved" | "movedCount" | "told"> {
  const rosters = (window: Span) => [resolveRoster(before, window), resolveRoster(after, window)] as const;
  const changes = rosterChanges(...rosters(span));
  return {
    moved: changes.slice(0, mostMoves).map((change) => ({
      from: change.from.toString(),
      to: change.to.toString(),
      before: addressOf(change.before, people),
      after: addressOf(change.after, people),
    })),
    movedCount: changes.length,
    told: movedPeople(...rosters(toldSpan(span.from))).flatMap((id) => addressOf(id, people) ?? []),
  };
}

/** What speaks against `version` as part of `watch`, in words. */
export function warningsOf(
  watch: Watch,
  version: Version,
  weeks: number,
  people: PreviewPeople,
  team: string,
): PreviewView["warnings"] {
  const window = { from: version.from, to: version.from.add({ hours: 24 * 7 * weeks }) };
  return warningViews(findWarnings({ watch, version, window, people }), {
    nameOf: (id) => people.get(id)?.name ?? id,
    layers: version.layers.map(({ name }) => name),
    team,
    timeZone: zoneOf(version),
  });
}

const addressOf = (id: string | null, people: PreviewPeople) =>
  id === null ? null : (people.get(id)?.address ?? null);
