import fc from "fast-check";
import { expect, test } from "vitest";
import { sized } from "#db/testing/runs";
import { handoffsOf } from "#lib/rotations/resolver/handoffs";
import { hoursOf } from "#lib/rotations/resolver/hours";
import { turnsOf } from "#lib/rotations/resolver/turns";
import type { Layer } from "#lib/rotations/rotation";
import { anyLayer } from "#lib/rotations/testing/any-layer";
import { anyPivot } from "#lib/rotations/testing/any-time";

/** The turns of a layer with hours, and asked in any order for the periods before which they are counted. */
const anyCount = anyPivot()
  .chain((pivot) => anyLayer(pivot))
  .filter(({ hours }) => hours !== undefined)
  .chain((layer) =>
    fc.record({ layer: fc.constant(layer), asked: fc.array(anyPeriod(layer), { minLength: 1, maxLength: 4 }) }),
  );

test("turns counted by their pattern are those counted one by one", { timeout: sized(30_000, 900_000) }, () => {
  fc.assert(
    fc.property(anyCount, ({ layer, asked }) => {
      const turns = readTurns(layer);
      for (const period of asked) expect(turns.turnsBefore(period)).toBe(oneByOne(layer, period));
    }),
    { numRuns: sized(300, 5_000) },
  );
});

function anyPeriod({ unit, every }: Layer): fc.Arbitrary<number> {
  const twoYears = { hour: 17_520, day: 730, week: 104, month: 24 }[unit];
  return fc.oneof(fc.nat(Math.ceil(twoYears / every)), fc.nat(30));
}

function readTurns(layer: Layer) {
  const handoffs = handoffsOf(layer);
  return turnsOf(handoffs, hoursOf(layer.hours ?? [], handoffs.clock), layer.hours ?? []);
}

function oneByOne(layer: Layer, period: number): number {
  const { isTurn } = readTurns(layer);
  return Array.from({ length: period }).filter((_, earlier) => isTurn(earlier)).length;
}
