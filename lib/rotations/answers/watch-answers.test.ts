import { expect, test } from "vitest";
import { gapAnswers } from "#lib/rotations/answers/watch-answers";

test("gaps that touch are one, and gaps with a shift between them stay apart", () => {
  const gaps = [
    { from: "2026-06-01T00:00:00Z", to: "2026-06-01T09:00:00Z" },
    { from: "2026-06-01T09:00:00Z", to: "2026-06-01T17:00:00Z" },
    { from: "2026-06-02T00:00:00Z", to: "2026-06-02T09:00:00Z" },
  ];
  expect(gapAnswers(gaps)).toEqual([{ from: "2026-06-01T00:00:00Z", to: "2026-06-01T17:00:00Z" }, gaps[2]]);
});
