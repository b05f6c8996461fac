import fc from "fast-check";
import { expect, test } from "vitest";
import { rosterChanges } from "#lib/rotations/editor/roster-changes";
import type { Roster } from "#lib/rotations/rotation";

const at = (hour: number) => Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);

/** One letter an hour: who stands watch, `.` for nobody. */
function roster(letters: string): Roster {
  const spans = [...letters].map((letter, hour) => ({ letter, from: at(hour), to: at(hour + 1) }));
  return {
    shifts: spans
      .filter(({ letter }) => letter !== ".")
      .map(({ letter, from, to }) => ({ from, to, person: letter, source: "layer", layer: "l", override: null })),
    gaps: spans.filter(({ letter }) => letter === ".").map(({ from, to }) => ({ from, to, deactivated: null })),
  };
}

const changes = (before: string, after: string) =>
  rosterChanges(roster(before), roster(after)).map(
    ({ from, to, before, after }) =>
      `${from.epochMilliseconds / 3_600_000}-${to.epochMilliseconds / 3_600_000} ${before ?? "."}→${after ?? "."}`,
  );

test("a span that passes to somebody else is one change from its beginning to its end", () => {
  expect(changes("aabbcc", "aacbbc")).toEqual(["2-3 b→c", "4-5 c→b"]);
  expect(changes("aaaa", "abba")).toEqual(["1-3 a→b"]);
});

test("what becomes a gap, or was one, is a change too", () => {
  expect(changes("aa..", "a.a.")).toEqual(["1-2 a→.", "2-3 .→a"]);
});

test("rosters that say the same differ nowhere", () => {
  expect(changes("aabb.c", "aabb.c")).toEqual([]);
});

test("the changes are exactly the hours in which the two differ", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "."), minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const said = new Set<number>();
      for (const { from, to } of rosterChanges(roster(before), roster(after)))
        for (let hour = from.epochMilliseconds; hour < to.epochMilliseconds; hour += 3_600_000)
          said.add(hour / 3_600_000);
      expect([...before].map((letter, hour) => letter !== after[hour])).toEqual(
        [...before].map((_, hour) => said.has(hour)),
      );
    }),
    { numRuns: 200, seed: 3 },
  );
});
