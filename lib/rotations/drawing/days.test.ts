import { describe, expect, test } from "vitest";
import { dayAt, mondayOf, monthName, readDay, readMonth, spanOfDays, weeksOf } from "#lib/rotations/drawing/days";

const day = (text: string) => Temporal.PlainDate.from(text);
const span = (text: string, days: number, zone: string) => {
  const { from, to } = spanOfDays(day(text), days, zone);
  return [`${from}`, `${to}`];
};

describe("a day of an address", () => {
  test("is a day of the calendar, and nothing else", () => {
    expect(`${readDay("2026-11-22")}`).toBe("2026-11-22");
    for (const wrong of [
      "2026-02-30",
      "2026-11",
      "20261122",
      "9999-01-01",
      "0001-01-01",
      "2026-11-22T09:00",
      "",
      undefined,
      ["2026-11-22"],
    ])
      expect(readDay(wrong), `${wrong}`).toBeUndefined();
  });

  test("may name a month alone", () => {
    expect(`${readMonth("2026-02")}`).toBe("2026-02");
    for (const wrong of ["2026-13", "2026-2", "2026", "+012026-02", null])
      expect(readMonth(wrong), `${wrong}`).toBeUndefined();
  });
});

describe("whole days", () => {
  test("are as long as the clocks of the zone make them", () => {
    expect(span("2026-10-25", 1, "Europe/Lisbon")).toEqual(["2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"]);
    expect(span("2026-03-29", 7, "Europe/Lisbon")).toEqual(["2026-03-29T00:00:00Z", "2026-04-04T23:00:00Z"]);
  });

  test("begin after midnight where midnight does not exist", () => {
    expect(span("2026-03-29", 1, "Asia/Beirut")).toEqual(["2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"]);
  });

  test("may be a day that a zone skipped, which is no time at all", () => {
    expect(span("2011-12-30", 1, "Pacific/Apia")).toEqual(["2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z"]);
  });

  test("are those of the zone, also where another has the next day already", () => {
    expect(`${dayAt("2026-11-22T23:30:00Z", "Asia/Beirut")}`).toBe("2026-11-23");
    expect(`${dayAt("2026-11-22T23:30:00Z", "America/Toronto")}`).toBe("2026-11-22");
  });
});

test("a week begins on its Monday, a Monday with itself", () => {
  expect(`${mondayOf(day("2026-11-22"))}`).toBe("2026-11-16");
  expect(`${mondayOf(day("2026-11-16"))}`).toBe("2026-11-16");
});

test("a month is called by its name and year", () => {
  expect(monthName(Temporal.PlainYearMonth.from("2026-11"))).toBe("November 2026");
});

test("a month is shown in whole weeks: four at the least, six at the most", () => {
  const weeks = (month: string) => weeksOf(Temporal.PlainYearMonth.from(month));
  expect(weeks("2027-02")).toHaveLength(4);
  expect(weeks("2026-08")).toHaveLength(6);
  expect(weeks("2026-11").map(([monday]) => `${monday}`)).toEqual([
    "2026-10-26",
    "2026-11-02",
    "2026-11-09",
    "2026-11-16",
    "2026-11-23",
    "2026-11-30",
  ]);
  expect(`${weeks("2026-11").at(-1)?.at(-1)}`).toBe("2026-12-06");
});
