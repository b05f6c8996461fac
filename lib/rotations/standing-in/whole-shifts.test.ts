import fc from "fast-check";
import { expect, test } from "vitest";
import { sized } from "#db/testing/runs";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer, Shift, Span, Watch } from "#lib/rotations/rotation";
import { isBefore, meeting } from "#lib/rotations/spans";
import { wholeShifts } from "#lib/rotations/standing-in/whole-shifts";
import { anyCase } from "#lib/rotations/testing/any-watch";

const at = Temporal.Instant.from;
const weekly: Layer = {
  name: "weekly",
  timeZone: "Europe/Berlin",
  startsAt: "2020-01-06T09:00",
  every: 1,
  unit: "week",
  participants: ["ada", "lin"],
};
const watchOf = (layer: Partial<Layer>): Watch => ({
  versions: [{ from: at("2020-01-06T08:00:00Z"), layers: [{ ...weekly, ...layer }] }],
  overrides: [],
  inactive: new Map(),
});
const window: Span = { from: at("2026-03-02T12:00:00Z"), to: at("2026-03-11T12:00:00Z") };
const spans = (shifts: readonly Shift[]) => shifts.map(({ from, to, person }) => `${person} ${from}/${to}`);

test("a shift that the window cuts is told as long as it is", () => {
  expect(spans(wholeShifts(watchOf({}), window))).toEqual([
    "lin 2026-03-02T08:00:00Z/2026-03-09T08:00:00Z",
    "ada 2026-03-09T08:00:00Z/2026-03-16T08:00:00Z",
  ]);
});

test("a person who stands alone has one event a year, wherever the window lies", () => {
  const alone = watchOf({ participants: ["ada"] });
  expect(spans(wholeShifts(alone, window))).toEqual(["ada 2026-01-01T00:00:00Z/2027-01-01T00:00:00Z"]);
  const long = { from: at("2019-12-01T00:00:00Z"), to: at("2021-02-01T00:00:00Z") };
  expect(spans(wholeShifts(alone, long))).toEqual([
    "ada 2020-01-06T08:00:00Z/2021-01-01T00:00:00Z",
    "ada 2021-01-01T00:00:00Z/2022-01-01T00:00:00Z",
  ]);
});

test("a shift of a year, whose ends both lie outside the window, is one", () => {
  const yearly = watchOf({ every: 12, unit: "month", participants: ["ada", "lin"] });
  expect(spans(wholeShifts(yearly, window))).toEqual(["ada 2026-01-06T08:00:00Z/2027-01-06T08:00:00Z"]);
});

test("of any watch, two windows tell the same of whatever meets both, and all that the roster knows", () => {
  const hours = fc.integer({ min: -120 * 24, max: 120 * 24 });
  const anyTwo = anyCase().chain(({ watch, window: first }) =>
    fc
      .record({
        from: hours.map((hours) => first.from.add({ hours })),
        to: hours.map((hours) => first.to.add({ hours })),
      })
      .filter(({ from, to }) => isBefore(from, to))
      .map((second) => ({ watch, first, second })),
  );
  fc.assert(
    fc.property(anyTwo, ({ watch, first, second }) => {
      const [one, other] = [wholeShifts(watch, first), wholeShifts(watch, second)];
      const meetsBoth = (shift: Shift) => meeting(shift, first) && meeting(shift, second);
      expect(spans(one.filter(meetsBoth))).toEqual(spans(other.filter(meetsBoth)));

      const clipped = one.map((shift) => ({ ...shift, ...meeting(shift, first) }));
      for (const shift of resolveRoster(watch, first).shifts) {
        const told = clipped.filter((part) => part.person === shift.person && meeting(part, shift));
        expect([told[0]?.from.toString(), told.at(-1)?.to.toString()]).toEqual([
          shift.from.toString(),
          shift.to.toString(),
        ]);
      }
    }),
    { numRuns: sized(100, 2_000) },
  );
});
