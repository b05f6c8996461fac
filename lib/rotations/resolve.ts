import type { Piece } from "#lib/rotations/holders";
import { day, instantOf, type Moment, momentOf } from "#lib/rotations/moments";
import { type Pieces, piecesOf } from "#lib/rotations/pieces";
import type { Roster, Seat, Span, Watch } from "#lib/rotations/rotation";

// What these functions compute, and why, is published in docs/rotations.md.

/**
 * Who stands `watch` in `window`: shifts and gaps, in order, cut to the window and together filling it. Neighbouring
 * shifts with the same person, source, layer and override are one; so are gaps with the same `deactivated`.
 * Instants count in microseconds. Throws a RangeError for a layer in an unknown zone.
 */
export function resolveRoster(watch: Watch, window: Span): Roster {
  const [from, to] = [momentOf(window.from), momentOf(window.to)];
  return from < to ? rosterOf(piecesOf(watch)(from, to)) : { shifts: [], gaps: [] };
}

/**
 * Who stands `watch` at `at`, and from when until when: the joined shift, or the whole time in which nobody does,
 * whatever the reasons. An end further than 400 days away is null. Throws a RangeError for an unknown zone.
 */
export function seatAt(watch: Watch, at: Temporal.Instant): Seat {
  const moment = momentOf(at);
  const { holder, from, to } = pieceAround(piecesOf(watch), moment);
  const within = (end: Moment) => (Math.abs(end - moment) <= farthest ? instantOf(end) : null);
  return { shift: holder && { ...holder }, from: within(from), until: within(to) };
}

const farthest = 400 * day;
// Most ends are near, and each further look costs several times the one before.
const reaches = [4 * day, 32 * day, farthest + 1];

/** The piece that holds at `moment`, with its ends as far as they are within the farthest reach. */
function pieceAround(pieces: Pieces, moment: Moment): Piece {
  let [before, after] = [0, 0];
  for (;;) {
    const [from, to] = [moment - (reaches[before] ?? 0), moment + (reaches[after] ?? 0)];
    const found = withGapsAround(pieces(from, to), moment);
    const [isOpenBefore, isOpenAfter] = [found.from === from, found.to === to];
    if (!(isOpenBefore && reaches[before + 1]) && !(isOpenAfter && reaches[after + 1])) return found;
    if (isOpenBefore) before = Math.min(before + 1, reaches.length - 1);
    if (isOpenAfter) after = Math.min(after + 1, reaches.length - 1);
  }
}

function withGapsAround(pieces: readonly Piece[], moment: Moment): Piece {
  const index = pieces.findIndex(({ to }) => moment < to);
  const found = pieces[index];
  if (!found) throw new Error("The pieces of a watch leave a hole.");
  if (found.holder) return found;
  const isHeld = ({ holder }: Piece) => holder !== null;
  const before = pieces.slice(0, index).findLast(isHeld);
  const after = pieces.slice(index).find(isHeld);
  return {
    ...found,
    from: before?.to ?? pieces[0]?.from ?? found.from,
    to: after?.from ?? pieces.at(-1)?.to ?? found.to,
  };
}

function rosterOf(pieces: readonly Piece[]): Roster {
  const roster: Roster = { shifts: [], gaps: [] };
  let from: Temporal.Instant | undefined;
  for (const piece of pieces) {
    const span = { from: from ?? instantOf(piece.from), to: instantOf(piece.to) };
    if (piece.holder) roster.shifts.push({ ...span, ...piece.holder });
    else roster.gaps.push({ ...span, deactivated: piece.deactivated });
    from = span.to;
  }
  return roster;
}
