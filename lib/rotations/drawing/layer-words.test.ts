import { describe, expect, test } from "vitest";
import { hoursWords, patternWords } from "#lib/rotations/drawing/layer-words";
import type { Unit, Weekday } from "#lib/rotations/rotation";

describe("when a layer changes hands", () => {
  test.each<[string, number, Unit, string]>([
    ["2026-01-05T09:00", 1, "week", "weekly from Mon 09:00"],
    ["2026-01-04T22:30", 2, "week", "every 2 weeks from Sun 22:30"],
    ["2026-01-05T09:00", 1, "day", "daily at 09:00"],
    ["2026-01-05T09:00", 3, "day", "every 3 days at 09:00"],
    ["2026-01-05T06:00", 8, "hour", "every 8 hours from 06:00"],
    ["2026-01-05T06:00", 1, "hour", "hourly"],
    ["2026-01-05T06:30", 1, "hour", "hourly from 06:30"],
    ["2026-01-31T09:00", 1, "month", "monthly on the 31st at 09:00"],
    ["2026-01-12T09:00:00", 3, "month", "every 3 months on the 12th at 09:00"],
    ["2026-01-22T09:00", 1, "month", "monthly on the 22nd at 09:00"],
  ])("%s every %i %s is “%s”", (startsAt, every, unit, words) => {
    expect(patternWords({ startsAt, every, unit })).toBe(words);
  });
});

describe("when a layer is active", () => {
  const window = (days: Weekday[], from = "09:00", to = "17:00") => ({ weekdays: days, from, to });
  test.each([
    [[], ""],
    [[window(["monday", "tuesday", "wednesday", "thursday", "friday"])], "Mon–Fri 09:00–17:00"],
    [[window(["sunday", "saturday"], "10:00", "10:00")], "Sat, Sun 10:00–10:00"],
    [[window(["monday", "wednesday", "thursday", "friday"])], "Mon, Wed–Fri 09:00–17:00"],
    [
      [window(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "22:00", "06:00")],
      "every day 22:00–06:00",
    ],
    [[window(["monday"]), window(["friday"], "08:00", "12:00")], "Mon 09:00–17:00, Fri 08:00–12:00"],
  ])("%j is told in runs of days: “%s”", (hours, words) => {
    expect(hoursWords(hours)).toBe(words);
  });
});
