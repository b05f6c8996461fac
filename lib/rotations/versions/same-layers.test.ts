import { expect, test } from "vitest";
import type { Layer } from "#lib/rotations/rotation";
import { isSameLayers } from "#lib/rotations/versions/same-layers";

const weekly: Layer = {
  name: "weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: ["ada", "lin", "noor"],
};
const office: Layer["hours"] = [{ weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" }];
const isSame = (one: Partial<Layer>, other: Partial<Layer>) =>
  isSameLayers([{ ...weekly, ...one }], [{ ...weekly, ...other }]);

test.each<[string, Partial<Layer>, Partial<Layer>]>([
  ["the first turn is left out where it is 0", {}, { firstTurn: 0 }],
  ["turns are counted beyond the last participant", { firstTurn: 1 }, { firstTurn: 4 }],
  ["seconds are written", {}, { startsAt: "2026-01-05T09:00:00" }],
  ["the zone is written in other letters", {}, { timeZone: "europe/lisbon" }],
  ["a list of no windows is written", {}, { hours: [] }],
  [
    "the days of a window are written apart, and in another order",
    { hours: office },
    {
      hours: [
        { weekdays: ["tuesday"], from: "09:00", to: "17:00" },
        { weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" },
      ],
    },
  ],
])("layers are the same when %s", (_how, one, other) => {
  expect(isSame(one, other)).toBe(true);
});

test.each<[string, Partial<Layer>]>([
  ["name", { name: "primary" }],
  ["zone", { timeZone: "Europe/Berlin" }],
  ["first handoff", { startsAt: "2026-01-05T09:01" }],
  ["length of a turn", { every: 2 }],
  ["unit", { unit: "day" }],
  ["participants", { participants: ["ada", "lin"] }],
  ["order", { participants: ["lin", "ada", "noor"] }],
  ["first turn", { firstTurn: 1 }],
  ["hours", { hours: office }],
])("layers differ by their %s", (_what, change) => {
  expect(isSame({}, change)).toBe(false);
});

test("layers differ by their number and by their order, which decides who wins", () => {
  const other = { ...weekly, name: "nights" };
  expect(isSameLayers([weekly], [weekly, other])).toBe(false);
  expect(isSameLayers([weekly, other], [other, weekly])).toBe(false);
});
