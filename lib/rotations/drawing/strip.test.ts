import { describe, expect, test } from "vitest";
import { dayScale } from "#lib/rotations/drawing/day-scale";
import { drawDays, drawRow, drawZone, leastWidthRem } from "#lib/rotations/drawing/strip";
import type { GapView, PersonView, RosterView, ShiftView } from "#lib/rotations/views";

const lisbon = "Europe/Lisbon";
const noon = "2026-11-18T12:00:00Z";
const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Date.parse(text);

const person = (name: string, timeZone: string | null = lisbon): PersonView => ({
  address: `${name.toLowerCase()}@harbour.example`,
  name,
  email: null,
  timeZone,
});
const watch = (who: PersonView, from: string, to: string, source: ShiftView["source"] = "layer"): ShiftView => ({
  from,
  to,
  person: who,
  source,
  layer: source === "layer" ? "weekly" : null,
  override: source === "override" ? "one" : null,
});
const roster = (shifts: ShiftView[], gaps: GapView[] = []): RosterView => ({
  from: "2000-01-01T00:00:00Z",
  to: "2100-01-01T00:00:00Z",
  shifts,
  gaps,
});
const week = (first: string, timeZone = lisbon) => ({ day: day(first), days: 7, timeZone });

describe("the scale of a row", () => {
  test("makes a day of 23 hours and one of 25 as wide as any other", () => {
    const spring = dayScale(day("2026-03-28"), 2, lisbon);
    expect(spring.percentAt(moment("2026-03-29T00:00:00Z"))).toBe(50);
    // 12:00 on a day that has no 01:00 comes after 11 of its 23 hours.
    expect(spring.percentAt(moment("2026-03-29T11:00:00Z"))).toBeCloseTo(50 + (50 * 11) / 23, 9);
    const autumn = dayScale(day("2026-10-25"), 2, lisbon);
    expect(autumn.percentAt(moment("2026-10-25T12:00:00Z"))).toBeCloseTo((50 * 13) / 25, 9);
    expect(autumn.percentAt(moment("2026-10-26T00:00:00Z"))).toBe(50);
  });

  test("ends where its days end, and gives what lies beyond the nearest edge", () => {
    const scale = dayScale(day("2026-11-16"), 7, lisbon);
    expect([scale.from, scale.to]).toEqual([moment("2026-11-16T00:00:00Z"), moment("2026-11-23T00:00:00Z")]);
    expect(scale.percentAt(moment("2026-11-01T00:00:00Z"))).toBe(0);
    expect(scale.percentAt(moment("2026-12-01T00:00:00Z"))).toBe(100);
  });

  test("leaves room for a day that the zone skipped, in which nothing lies", () => {
    const scale = dayScale(day("2011-12-29"), 3, "Pacific/Apia");
    const skip = moment("2011-12-30T10:00:00Z");
    expect(scale.percentAt(skip - 1)).toBeLessThan(100 / 3);
    expect(scale.percentAt(skip)).toBeCloseTo(200 / 3, 9);
  });
});

describe("a row", () => {
  test("shows shifts and gaps in the order of time, cut to its days, and says that they go on", () => {
    const all = roster(
      [
        watch(person("Ada"), "2026-11-09T09:00:00Z", "2026-11-18T00:00:00Z"),
        watch(person("Lin"), "2026-11-19T00:00:00Z", "2026-11-24T09:00:00Z", "override"),
      ],
      [{ from: "2026-11-18T00:00:00Z", to: "2026-11-19T00:00:00Z", deactivated: person("Marek") }],
    );
    const { bars } = drawRow(all, week("2026-11-16"), lisbon, noon);
    expect(bars).toMatchObject([
      {
        kind: "watch",
        person: { name: "Ada" },
        left: 0,
        width: 28.571,
        isCutBefore: true,
        isCutAfter: false,
        isPast: true,
      },
      { kind: "gap", person: { name: "Marek" }, left: 28.571, width: 14.286, isNow: true },
      { kind: "override", person: { name: "Lin" }, left: 42.857, width: 57.143, isCutBefore: false, isCutAfter: true },
    ]);
    expect(bars[0]?.from).toBe("2026-11-09T09:00:00Z");
  });

  test("leaves out what only touches its edge", () => {
    const all = roster([
      watch(person("Ada"), "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z"),
      watch(person("Lin"), "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"),
      watch(person("Marek"), "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"),
    ]);
    expect(drawRow(all, week("2026-11-16"), lisbon, noon).bars).toMatchObject([
      { person: { name: "Lin" }, left: 0, width: 100, isCutBefore: false, isCutAfter: false },
    ]);
  });

  test("says nothing of a beginning and an end that its roster does not reach", () => {
    const [from, to] = ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z"];
    const all = { from, to, shifts: [watch(person("Ada"), from, to)], gaps: [] };
    expect(drawRow(all, week("2026-11-16"), lisbon, noon).bars).toMatchObject([
      { from: null, to: null, left: 0, width: 100, isCutBefore: true, isCutAfter: true },
    ]);
  });

  test("shows the line of now on the row that now is in, and on no other", () => {
    const all = roster([watch(person("Ada"), "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")]);
    expect(drawRow(all, week("2026-11-16"), lisbon, noon).now).toBeCloseTo((100 * 2.5) / 7, 3);
    expect(drawRow(all, week("2026-11-16"), lisbon, "2026-11-16T00:00:00Z").now).toBe(0);
    expect(drawRow(all, week("2026-11-16"), lisbon, "2026-11-23T00:00:00Z").now).toBeNull();
    expect(drawRow(all, week("2026-11-09"), lisbon, noon).now).toBeNull();
  });

  test("lights a shift that goes on over several rows on the row of now only", () => {
    const all = roster([watch(person("Ada"), "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")]);
    const isLit = (first: string) => drawRow(all, week(first), lisbon, noon).bars.map(({ isNow }) => isNow);
    expect([isLit("2026-11-09"), isLit("2026-11-16"), isLit("2026-11-23")]).toEqual([[false], [true], [false]]);
  });

  test("lights exactly one shift at the instant of a handoff: the one that begins", () => {
    const all = roster([
      watch(person("Ada"), "2026-11-17T00:00:00Z", noon),
      watch(person("Lin"), noon, "2026-11-19T00:00:00Z"),
    ]);
    const { bars } = drawRow(all, week("2026-11-16"), lisbon, noon);
    expect(bars.filter(({ isNow }) => isNow).map((bar) => bar.person?.name)).toEqual(["Lin"]);
  });
});

describe("the night in a row", () => {
  const oneDay = (who: PersonView, homeZone = lisbon) =>
    drawRow(
      roster([watch(who, "2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z")]),
      { day: day("2026-11-18"), days: 1, timeZone: lisbon },
      homeZone,
      noon,
    ).nights;
  const hours = (from: number, to: number) => ({
    left: Math.round((100_000 * from) / 24) / 1_000,
    width: Math.round((100_000 * (to - from)) / 24) / 1_000,
  });

  test("is that of whoever stands the watch, wherever the reader is", () => {
    expect(oneDay(person("Ada", lisbon))).toEqual([hours(0, 6), hours(22, 24)]);
    expect(oneDay(person("Noor", "Asia/Beirut"))).toEqual([hours(0, 4), hours(20, 24)]);
    expect(oneDay(person("Yuki", "America/Toronto"))).toEqual([hours(3, 11)]);
  });

  test("is that of the rotation for somebody who has not said where they are", () => {
    expect(oneDay(person("Nemo", null), "America/Toronto")).toEqual([hours(3, 11)]);
  });

  test("ends with their watch: nobody's night is shown in a gap", () => {
    const all = roster(
      [watch(person("Ada"), "2026-11-18T00:00:00Z", "2026-11-18T03:00:00Z")],
      [{ from: "2026-11-18T03:00:00Z", to: "2026-11-19T00:00:00Z", deactivated: null }],
    );
    expect(drawRow(all, { day: day("2026-11-18"), days: 1, timeZone: lisbon }, lisbon, noon).nights).toEqual([
      hours(0, 3),
    ]);
  });

  test("is as long as the clocks make it when they are put back", () => {
    const all = roster([watch(person("Ada"), "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")]);
    const { nights } = drawRow(all, { day: day("2026-10-24"), days: 2, timeZone: "UTC" }, lisbon, noon);
    expect(nights).toEqual([
      { left: Math.round((100_000 * 21) / 48) / 1_000, width: Math.round((100_000 * 9) / 48) / 1_000 },
    ]);
  });
});

test("a zone shows when it works and sleeps: five days of a week and every night", () => {
  const { work, nights } = drawZone("Asia/Beirut", week("2026-11-16"));
  expect(work).toHaveLength(5);
  // 09:00 in Beirut is 07:00 in Lisbon.
  expect(work[0]?.left).toBeCloseTo((100 * 7) / 24 / 7, 2);
  expect(work[0]?.width).toBeCloseTo((100 * 8) / 24 / 7, 2);
  expect(nights).toHaveLength(8);
});

test("days stand side by side with today marked, in the reader's zone", () => {
  const days = drawDays({ day: day("2026-11-22"), days: 4, timeZone: "Asia/Beirut" }, "2026-11-22T23:30:00Z");
  expect(days).toEqual([
    { left: 0, width: 25, day: "2026-11-22", isToday: false },
    { left: 25, width: 25, day: "2026-11-23", isToday: true },
    { left: 50, width: 25, day: "2026-11-24", isToday: false },
    { left: 75, width: 25, day: "2026-11-25", isToday: false },
  ]);
});

describe("the least width", () => {
  const rowOf = (hoursEach: number) => {
    const shifts = Array.from({ length: (7 * 24) / hoursEach }, (_, index) => {
      const from = Temporal.Instant.from("2026-11-16T00:00:00Z").add({ hours: index * hoursEach });
      return watch(person("Ada"), `${from}`, `${from.add({ hours: hoursEach })}`);
    });
    return drawRow(roster(shifts), week("2026-11-16"), lisbon, noon);
  };

  test("is that of any screen for days and weeks, more for parts of days, and has an end for hours", () => {
    expect(leastWidthRem([rowOf(168)])).toBe(0);
    expect(leastWidthRem([rowOf(24)])).toBe(0);
    expect(leastWidthRem([rowOf(8)])).toBe(58);
    expect(leastWidthRem([rowOf(1)])).toBe(120);
    expect(leastWidthRem([])).toBe(0);
  });

  test("does not mind a few short shifts among long ones", () => {
    const all = roster([
      watch(person("Ada"), "2026-11-16T00:00:00Z", "2026-11-16T09:00:00Z"),
      watch(person("Lin"), "2026-11-16T09:00:00Z", "2026-11-16T13:00:00Z", "override"),
      watch(person("Lin"), "2026-11-16T13:00:00Z", "2026-11-23T00:00:00Z"),
    ]);
    expect(leastWidthRem([drawRow(all, week("2026-11-16"), lisbon, noon)])).toBe(0);
  });
});
