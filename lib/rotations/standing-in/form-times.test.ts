import { expect, test } from "vitest";
import { endOfDays, instantOfWall, startOfDays, wallOf } from "#lib/rotations/standing-in/form-times";

const text = (at: Temporal.Instant | undefined) => at?.toString();

test("a time is what the clocks of the named zone show, wherever the server stands", () => {
  expect(text(instantOfWall("2026-11-23T09:00", "Europe/Lisbon"))).toBe("2026-11-23T09:00:00Z");
  expect(text(instantOfWall("2026-11-23T09:00", "America/New_York"))).toBe("2026-11-23T14:00:00Z");
  expect(text(instantOfWall("2026-11-23T09:00", "Asia/Kolkata"))).toBe("2026-11-23T03:30:00Z");
  expect(wallOf("2026-11-23T03:30:00Z", "Asia/Kolkata")).toBe("2026-11-23T09:00");
});

test("a time that the clocks skip takes the offset from before the gap", () => {
  expect(text(instantOfWall("2026-03-29T02:30", "Europe/Berlin"))).toBe("2026-03-29T01:30:00Z");
  expect(wallOf("2026-03-29T01:30:00Z", "Europe/Berlin")).toBe("2026-03-29T03:30");
});

test("a time that the clocks show twice is the first one", () => {
  expect(text(instantOfWall("2026-10-25T02:30", "Europe/Berlin"))).toBe("2026-10-25T00:30:00Z");
});

test("a field left as it was shown means the instant that it showed, be it the second 02:30 or between minutes", () => {
  const second = "2026-10-25T01:30:00Z";
  expect(wallOf(second, "Europe/Berlin")).toBe("2026-10-25T02:30");
  expect(text(instantOfWall("2026-10-25T02:30", "Europe/Berlin", second))).toBe(second);
  const between = "2026-11-23T08:00:12.345Z";
  expect(text(instantOfWall(wallOf(between, "Europe/Berlin"), "Europe/Berlin", between))).toBe(between);
});

test("a field that was changed means what is typed", () => {
  expect(text(instantOfWall("2026-10-25T02:31", "Europe/Berlin", "2026-10-25T01:30:00Z"))).toBe("2026-10-25T00:31:00Z");
});

test("what browsers add to a time is understood, and what is no time of the calendar is not", () => {
  expect(text(instantOfWall("2026-11-23T09:00:00", "UTC"))).toBe("2026-11-23T09:00:00Z");
  for (const wrong of ["", "tomorrow", "2026-02-30T09:00", "2026-11-23T24:00", "2026-11-23T09:61", "2026-11-23"])
    expect(instantOfWall(wrong, "UTC"), wrong).toBeUndefined();
});

test("an instant that makes no sense beside a field is passed over", () => {
  expect(text(instantOfWall("2026-11-23T09:00", "UTC", "never"))).toBe("2026-11-23T09:00:00Z");
});

const days = { firstDay: "2026-03-28", lastDay: "2026-03-29", fromTime: "", toTime: "" };

test("days reach from the first moment of the first to the end of the last, summer time or not", () => {
  expect(text(startOfDays(days, "Europe/Berlin"))).toBe("2026-03-27T23:00:00Z");
  expect(text(endOfDays(days, "Europe/Berlin"))).toBe("2026-03-29T22:00:00Z");
});

test("a day whose midnight the clocks skip begins at its first moment", () => {
  const one = { ...days, firstDay: "2026-09-06", lastDay: "2026-09-06" };
  expect(text(startOfDays(one, "America/Santiago"))).toBe("2026-09-06T04:00:00Z");
  expect(text(endOfDays(one, "America/Santiago"))).toBe("2026-09-07T03:00:00Z");
});

test("a time of day narrows either end", () => {
  const afternoon = { firstDay: "2026-11-27", lastDay: "2026-11-27", fromTime: "13:00", toTime: "17:30" };
  expect(text(startOfDays(afternoon, "Europe/Lisbon"))).toBe("2026-11-27T13:00:00Z");
  expect(text(endOfDays(afternoon, "Europe/Lisbon"))).toBe("2026-11-27T17:30:00Z");
});

test("a day or a time that is none says so", () => {
  expect(startOfDays({ ...days, firstDay: "2026-02-30" }, "UTC")).toBeUndefined();
  expect(endOfDays({ ...days, lastDay: "" }, "UTC")).toBeUndefined();
  expect(startOfDays({ ...days, fromTime: "25:00" }, "UTC")).toBeUndefined();
});
