import { expect, test } from "vitest";
import { drawBands, monthsIn, placeOf } from "#lib/coverage/trend-drawing";

const box = { width: 100, height: 10 };

test("each level is as high as its share of the services of that day, the furthest at the bottom", () => {
  const bands = drawBands(
    [
      { day: "2026-01-01", services: 4, levels: [2, 0, 0, 0, 2] },
      { day: "2026-01-03", services: 2, levels: [0, 0, 0, 0, 2] },
    ],
    box,
  );
  expect(bands.map(({ level }) => level)).toEqual([4, 3, 2, 1, 0]);
  expect(bands[0]?.path).toBe("M0 5L100 0L100 10L0 10Z");
  expect(bands[4]?.path).toBe("M0 0L100 0L100 0L0 5Z");
});

test("one day is drawn over the whole width, a day without services stands empty, and no day draws nothing", () => {
  expect(drawBands([{ day: "2026-01-01", services: 1, levels: [0, 1, 0, 0, 0] }], box)[3]?.path).toBe(
    "M0 0L100 0L100 10L0 10Z",
  );
  expect(drawBands([{ day: "2026-01-01", services: 0, levels: [0, 0, 0, 0, 0] }], box)[0]?.path).toBe(
    "M0 10L100 10L100 10L0 10Z",
  );
  expect(drawBands([], box)).toEqual([]);
});

test("days between two of the same height add no point, and a step keeps both of its ends", () => {
  const days = [2, 2, 2, 0, 0, 0].map((proven, index) => ({
    ...{ day: `2026-01-0${index + 1}`, services: 4 },
    levels: [4 - proven, 0, 0, 0, proven],
  }));
  expect(drawBands(days, box)[0]?.path).toBe("M0 5L40 5L60 10L100 10L100 10L0 10Z");
});

test("months begin within the drawing, over the turn of a year too", () => {
  expect(monthsIn("2025-11-15", "2026-02-01")).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  expect(monthsIn("2026-01-01", "2026-01-31")).toEqual([]);
  expect(placeOf("2026-01-16", "2026-01-01", "2026-01-31")).toBe(0.5);
});
