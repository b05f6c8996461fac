import { expect, test } from "vitest";
import { readExcerpt } from "#lib/search/excerpt";
import { nearestWord } from "#lib/search/nearest-word";

test.each([
  ["lantren", ["lanyard", "lantern", "lanterns"], "lantern"],
  ["paymnets", ["payment", "payments"], "payments"],
  ["kafak", ["kafka", "kayak"], "kafka"],
  ["conection", ["connections", "connection"], "connection"],
  ["redis", ["radish", "redis"], "redis"],
  ["pod", ["node", "cord"], undefined],
  ["quay", [], undefined],
])("%s is read as the nearest known word", (typed, candidates, meant) => {
  expect(nearestWord(typed, candidates)).toBe(meant);
});

test("an excerpt is cut where words were marked", () => {
  expect(readExcerpt(" the \u{E000}cache\u{E001}\n failed\u{E000} now\u{E001}")).toEqual([
    { text: "the ", isMatch: false },
    { text: "cache", isMatch: true },
    { text: " failed", isMatch: false },
    { text: " now", isMatch: true },
  ]);
  expect(readExcerpt("")).toEqual([]);
});
