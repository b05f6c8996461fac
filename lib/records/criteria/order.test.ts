import { expect, test } from "vitest";
import { byLevel, withMovedCriterion, withMovedLevel } from "#lib/records/criteria/order";

const criteria = [
  { id: "a", level: "Senior", position: 1 },
  { id: "b", level: "Staff", position: 2 },
  { id: "c", level: "Senior", position: 3 },
  { id: "d", level: "Staff", position: 4 },
];

test("levels stand in the order of the first expectation of each, and expectations in their own", () => {
  expect(byLevel(criteria.toReversed()).map(({ level, criteria: list }) => [level, list.map(({ id }) => id)])).toEqual([
    ["Senior", ["a", "c"]],
    ["Staff", ["b", "d"]],
  ]);
});

test("an expectation moves within its level only", () => {
  expect(withMovedCriterion(criteria, "c", "up")).toEqual(["c", "a", "b", "d"]);
  expect(withMovedCriterion(criteria, "b", "down")).toEqual(["a", "c", "d", "b"]);
  expect(withMovedCriterion(criteria, "b", "up")).toBeUndefined();
  expect(withMovedCriterion(criteria, "c", "down")).toBeUndefined();
  expect(withMovedCriterion(criteria, "unknown", "up")).toBeUndefined();
});

test("a level moves with all its expectations", () => {
  expect(withMovedLevel(criteria, "Staff", "up")).toEqual(["b", "d", "a", "c"]);
  expect(withMovedLevel(criteria, "Staff", "down")).toBeUndefined();
  expect(withMovedLevel(criteria, "Junior", "down")).toBeUndefined();
});
