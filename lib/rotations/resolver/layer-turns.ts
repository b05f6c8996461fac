import { type Handoffs, handoffsOf } from "#lib/rotations/resolver/handoffs";
import type { Held, Holder } from "#lib/rotations/resolver/holders";
import { atAllTimes, type Hours, hoursOf } from "#lib/rotations/resolver/hours";
import type { Moment } from "#lib/rotations/resolver/moments";
import { everyPeriod, type Turns, turnsOf } from "#lib/rotations/resolver/turns";
import type { Layer } from "#lib/rotations/rotation";

/** What follows from one layer by itself. */
export type LayerTurns = {
  /** When it begins to speak. */
  begin: Moment;
  heldWithin: (from: Moment, to: Moment) => Held[];
  /** The number of the turn that is active at `moment` or, where none is, of the next one. */
  turnAt: (moment: Moment) => number;
};

export function layerTurns(layer: Layer): LayerTurns {
  const { handoffs, hours, turns } = patternOf(layer);
  const { beginOf, periodAt } = handoffs;
  const holders = layer.participants.map(
    (person): Holder => ({ person, source: "layer", layer: layer.name, override: null }),
  );

  function heldWithin(from: Moment, to: Moment): Held[] {
    const held: Held[] = [];
    let period = Math.max(0, periodAt(from));
    let turn = turns.turnsBefore(period);
    for (let begin = beginOf(period); begin < to; period += 1) {
      const end = beginOf(period + 1);
      const holder = holders[(turn + (layer.firstTurn ?? 0)) % holders.length];
      const active = hours.activeWithin(Math.max(from, begin), Math.min(to, end));
      if (holder) held.push(...active.map((stretch) => ({ ...stretch, holder })));
      if (active.length > 0 || turns.isTurn(period)) turn += 1;
      begin = end;
    }
    return held;
  }

  function turnAt(moment: Moment): number {
    const period = Math.max(0, periodAt(moment));
    const turn = turns.turnsBefore(period);
    const end = beginOf(period + 1);
    const isOver = turns.isTurn(period) && !hours.isActiveWithin(Math.max(moment, beginOf(period)), end);
    return isOver ? turn + 1 : turn;
  }

  return { begin: beginOf(0), heldWithin, turnAt };
}

/** What of a layer does not depend on its people. */
type Pattern = { handoffs: Handoffs; hours: Hours; turns: Turns };

// Hundreds of rotations hand over on Mondays at nine, and their turns have to be counted only once.
const patterns = new Map<string, Pattern>();
const mostPatterns = 1_000;

function patternOf(layer: Layer): Pattern {
  const { timeZone, startsAt, every, unit, hours = [] } = layer;
  const key = JSON.stringify([timeZone, startsAt, every, unit, hours]);
  const known = patterns.get(key);
  if (known) return known;
  const read = readPattern(layer);
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(key, read);
  return read;
}

function readPattern(layer: Layer): Pattern {
  const handoffs = handoffsOf(layer);
  const windows = layer.hours ?? [];
  if (windows.length === 0) return { handoffs, hours: atAllTimes, turns: everyPeriod };
  const hours = hoursOf(windows, handoffs.clock);
  return { handoffs, hours, turns: turnsOf(handoffs, hours, windows) };
}
