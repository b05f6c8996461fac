import { isSameHolder, type Piece } from "#lib/rotations/resolver/holders";
import { day, instantOf, momentOf } from "#lib/rotations/resolver/moments";
import { piecesOf } from "#lib/rotations/resolver/pieces";
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
 * Who stands `watch` at `at`, and from when until when: the joined shift, or all the time in which nobody does, for
 * whatever reasons. An end that is not within `days`, at least one, is null. Throws a RangeError for a layer in an unknown zone.
 */
export function seatAt(watch: Watch, at: Temporal.Instant, days = 400): Seat {
  const pieces = piecesOf(watch);
  const moment = momentOf(at);
  const around = pieces(moment - day, moment + day);
  const present = around.findIndex(({ to }) => moment < to);
  const holder = around[present]?.holder ?? null;
  const isOther = (piece: Piece) => !isSameHolder(piece.holder, holder);

  let before = around.slice(0, present).findLast(isOther);
  let after = around.slice(present + 1).find(isOther);
  for (const [near, reach] of reaches) {
    const far = Math.min(reach, days * day);
    if ((before && after) || near >= far) break;
    before ??= pieces(moment - far, moment - near).findLast(isOther);
    after ??= pieces(moment + near, moment + far).find(isOther);
  }
  const [from, until] = [before && instantOf(before.to), after && instantOf(after.from)];
  return { shift: holder && { ...holder }, from: from ?? null, until: until ?? null };
}

// Most ends are near, and each step outwards looks at several times as much.
const reaches = [
  [day, 8 * day],
  [8 * day, 64 * day],
  [64 * day, 400 * day],
] as const;

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
