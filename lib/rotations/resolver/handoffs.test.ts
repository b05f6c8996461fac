import fc from "fast-check";
import { expect, test } from "vitest";
import { sized } from "#db/testing/runs";
import { handoffsOf } from "#lib/rotations/resolver/handoffs";
import { momentOf } from "#lib/rotations/resolver/moments";
import { anyLayer } from "#lib/rotations/testing/any-layer";
import { anyInstantNear, anyPivot } from "#lib/rotations/testing/any-time";

test("an instant lies in the period that begins last before it", { timeout: sized(30_000, 900_000) }, () => {
  const anyLook = anyPivot().chain((pivot) => fc.tuple(anyLayer(pivot), anyInstantNear(pivot.at, 30)));
  fc.assert(
    fc.property(anyLook, ([layer, at]) => {
      const { periodAt, beginOf } = handoffsOf(layer);
      const period = periodAt(momentOf(at));
      if (period >= 0) expect(beginOf(period)).toBeLessThanOrEqual(momentOf(at));
      expect(beginOf(period + 1)).toBeGreaterThan(momentOf(at));
    }),
    { numRuns: sized(1_000, 20_000) },
  );
});
