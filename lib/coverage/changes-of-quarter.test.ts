import { expect, test } from "vitest";
import { changesOfChecks, changesOfLevels } from "#lib/coverage/changes-of-quarter";
import { checks } from "#lib/coverage/checks";

const none = checks.map(() => 0);
const day = (services: number, levels: number[], met: Partial<Record<number, number>> = {}) => ({
  ...{ day: "2026-03-04", services, levels, notMet: none },
  met: none.map((_, index) => met[index] ?? 0),
});

test("a service counts for every level that it has reached", () => {
  expect(changesOfLevels(day(4, [1, 1, 1, 1, 0]), day(4, [0, 0, 0, 2, 2]))).toEqual([
    { of: "owned", before: 3, now: 4 },
    { of: "reachable", before: 2, now: 4 },
    { of: "prepared", before: 1, now: 4 },
    { of: "proven", before: 0, now: 2 },
  ]);
});

test("the checks that moved furthest are told by their shares, up and down, and what hardly moved is not", () => {
  const before = day(10, [10, 0, 0, 0, 0], { 0: 5, 1: 10, 2: 2 });
  const now = day(20, [20, 0, 0, 0, 0], { 0: 10, 1: 4, 2: 12 });
  expect(changesOfChecks(before, now)).toEqual([
    { of: "lead", before: 10, now: 4 },
    { of: "manager", before: 2, now: 12 },
  ]);
  expect(changesOfChecks(day(0, [0, 0, 0, 0, 0]), day(0, [0, 0, 0, 0, 0]))).toEqual([]);
});
