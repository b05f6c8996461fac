import { handoffsOf } from "#lib/rotations/resolver/handoffs";
import type { Held, Holder } from "#lib/rotations/resolver/holders";
import { atAllTimes, hoursOf } from "#lib/rotations/resolver/hours";
import type { Moment } from "#lib/rotations/resolver/moments";
import { everyPeriod, turnsOf } from "#lib/rotations/resolver/turns";
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
  const handoffs = handoffsOf(layer);
  const { beginOf, periodAt, clock } = handoffs;
  const windows = layer.hours ?? [];
  const hours = windows.length > 0 ? hoursOf(windows, clock) : atAllTimes;
  const turns = windows.length > 0 ? turnsOf(handoffs, hours, windows) : everyPeriod;
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
