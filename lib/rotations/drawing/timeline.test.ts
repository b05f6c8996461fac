import { describe, expect, test } from "vitest";
import { timelineName, timelineOf } from "#lib/rotations/drawing/timeline";

const sunday = Temporal.Instant.from("2026-11-22T23:30:00Z");

describe("the weeks of a timeline", () => {
  test("are the two before this week and the six from it on", () => {
    const { weeks, isPresent, span } = timelineOf(undefined, "Europe/Lisbon", sunday);
    expect(weeks).toHaveLength(8);
    expect([weeks[0], weeks[2], weeks[7]]).toEqual(["2026-11-02", "2026-11-16", "2026-12-21"]);
    expect([`${span.from}`, `${span.to}`]).toEqual(["2026-11-02T00:00:00Z", "2026-12-28T00:00:00Z"]);
    expect(isPresent).toBe(true);
  });

  test("are those of the reader's calendar, where the next week may have begun", () => {
    expect(timelineOf(undefined, "Asia/Beirut", sunday).weeks[2]).toBe("2026-11-23");
  });

  test("begin with the week of the day that is asked for", () => {
    const { weeks, earlier, later, isPresent } = timelineOf("2026-03-04", "Europe/Lisbon", sunday);
    expect([weeks[0], earlier, later, isPresent]).toEqual(["2026-03-02", "2026-01-19", "2026-04-13", false]);
  });

  test("are the present ones when the address makes no sense", () => {
    for (const wrong of ["2026-02-30", "never", "", ["2026-03-04"], "+012026-03-04"])
      expect(timelineOf(wrong, "UTC", sunday).isPresent, `${wrong}`).toBe(true);
  });

  test("are called by their first day and their last", () => {
    expect(timelineName(timelineOf(undefined, "Europe/Lisbon", sunday))).toBe("2 Nov to 27 Dec");
  });
});
