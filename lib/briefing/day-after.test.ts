import { expect, test } from "vitest";
import { endOfDayAfter } from "#lib/briefing/day-after";

const until = (at: string, zone: string) => endOfDayAfter(Temporal.Instant.from(at), zone).toString();

test("whoever was woken rests until the next morning by their own clock, this day and its night", () => {
  expect(until("2026-03-03T03:30:00Z", "Europe/Lisbon")).toBe("2026-03-04T09:00:00Z");
  expect(until("2026-03-03T23:30:00Z", "America/Toronto")).toBe("2026-03-04T14:00:00Z");
});

test("a clock that is put forward in that night makes the rest shorter, and no hour is lost of the morning", () => {
  expect(until("2026-03-28T03:30:00Z", "Europe/Berlin")).toBe("2026-03-29T07:00:00Z");
});
