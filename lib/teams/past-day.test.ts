import { expect, test } from "vitest";
import { endOfPastDay, yesterdayIn } from "#lib/teams/past-day";

const at = Temporal.Instant.from("2026-03-15T00:30:00Z");

test("a day is seen as it closed, in the reader's zone", () => {
  expect(endOfPastDay("2026-03-13", "Europe/Berlin", at)?.toString()).toBe("2026-03-13T22:59:59.999999Z");
  expect(endOfPastDay("2026-03-08", "America/New_York", at)?.toString()).toBe("2026-03-09T03:59:59.999999Z");
});

test("a day that is not over yet where the reader is has not closed", () => {
  expect(endOfPastDay("2026-03-14", "UTC", at)).toBeDefined();
  expect(endOfPastDay("2026-03-14", "America/New_York", at)).toBeUndefined();
  expect(endOfPastDay("2026-03-15", "UTC", at)).toBeUndefined();
});

test("what is no day is none", () => {
  for (const day of [undefined, "", "yesterday", "2026-02-30", "2026-3-1", "2026-03-01T10:00"]) {
    expect(endOfPastDay(day, "UTC", at)).toBeUndefined();
  }
});

test("the latest day that can be asked for is the last one that is over", () => {
  expect(yesterdayIn("America/New_York", at)).toBe("2026-03-13");
  expect(endOfPastDay(yesterdayIn("America/New_York", at), "America/New_York", at)).toBeDefined();
});
