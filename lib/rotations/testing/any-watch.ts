import fc from "fast-check";
import type { Override, Span, Version, Watch } from "#lib/rotations/rotation";
import { anyLayer, anyPerson } from "#lib/rotations/testing/any-layer";
import { anyInstantNear, anyPivot, type Pivot, spanOf } from "#lib/rotations/testing/any-time";

/** A random watch, a window of it that is worth looking at, and an instant near that. */
export type Case = { watch: Watch; window: Span; at: Temporal.Instant };

/** Any rotation in any zone, looked at mostly where its clocks jump. */
export function anyCase(): fc.Arbitrary<Case> {
  return anyPivot().chain((pivot) =>
    fc.record({ watch: anyWatch(pivot), window: anyWindow(pivot), at: anyInstantNear(pivot.at, 60) }),
  );
}

function anyWatch(pivot: Pivot): fc.Arbitrary<Watch> {
  return fc.record({
    versions: anyVersions(pivot),
    overrides: anyOverrides(pivot),
    inactive: anyDeactivations(pivot),
  });
}

function anyVersions(pivot: Pivot): fc.Arbitrary<Version[]> {
  const layers = fc.array(anyLayer(pivot), { minLength: 1, maxLength: 3 });
  const version = fc.record({ from: anyInstantNear(pivot.at, 20), layers });
  return fc.array(version, { minLength: 1, maxLength: 3 }).map(([first, ...others]) => {
    // Most windows lie behind the beginning of the first version.
    const early = first ? [{ ...first, from: first.from.subtract({ hours: 24 * 30 }) }] : [];
    return [...early, ...others].sort((one, other) => Temporal.Instant.compare(one.from, other.from));
  });
}

/** Apart from each other, in any order. */
function anyOverrides(pivot: Pivot): fc.Arbitrary<Override[]> {
  const bound = fc.record({ from: anyInstantNear(pivot.at, 20), person: anyPerson, isOverride: fc.boolean() });
  return fc.array(bound, { maxLength: 8 }).chain((bounds) => {
    const inOrder = bounds.sort((one, other) => Temporal.Instant.compare(one.from, other.from));
    const overrides = inOrder.flatMap(({ from, person, isOverride }, index): Override[] => {
      const to = inOrder[index + 1]?.from;
      return to && isOverride ? [{ id: `override ${index}`, person, from, to }] : [];
    });
    return fc.shuffledSubarray(overrides, { minLength: overrides.length });
  });
}

/** Spans in any order, which may meet each other, and some of which have not ended. */
function anyDeactivations(pivot: Pivot): fc.Arbitrary<Map<string, Span[]>> {
  const farFuture = Temporal.Instant.from("9999-12-31T00:00Z");
  const span = fc
    .tuple(anyInstantNear(pivot.at, 30), fc.option(anyInstantNear(pivot.at, 30)))
    .map(([one, other]) => spanOf(one, other ?? farFuture));
  const entry = fc.tuple(anyPerson, fc.array(span, { maxLength: 3 }));
  return fc.array(entry, { maxLength: 2 }).map((entries) => new Map(entries));
}

/** Mostly around the pivot, from a few hours to some weeks. */
function anyWindow(pivot: Pivot): fc.Arbitrary<Span> {
  const around = (hours: number) => {
    const minutes = fc.integer({ min: 1, max: hours * 60 });
    return fc.record({
      from: minutes.map((minutes) => pivot.at.subtract({ minutes })),
      to: minutes.map((minutes) => pivot.at.add({ minutes })),
    });
  };
  const anywhere = fc
    .tuple(anyInstantNear(pivot.at, 30), anyInstantNear(pivot.at, 30))
    .map(([one, other]) => (one.equals(other) ? { from: one, to: one.add({ hours: 1 }) } : spanOf(one, other)));
  return fc.oneof(around(3), around(24), around(72), around(240), around(600), anywhere);
}
