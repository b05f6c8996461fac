import { describe, expect, test } from "vitest";
import { instantText, relativeText, zoneText } from "#components/ui/instant-text";

const at = "2026-11-22T23:04:00Z";

describe("a moment in words", () => {
  test("is told in the zone of the reader, also across midnight", () => {
    expect(instantText(at, "Europe/Lisbon", "time")).toBe("23:04");
    expect(instantText(at, "Asia/Beirut", "weekday")).toBe("Mon 01:04");
    expect(instantText(at, "Asia/Beirut", "day")).toBe("23 Nov 2026");
    expect(instantText(at, "America/New_York", "full")).toBe("Sun, 22 Nov 2026, 18:04");
  });

  test("begins a day at 00:00 and never at 24:00", () => {
    expect(instantText("2026-11-23T00:00:00Z", "UTC", "time")).toBe("00:00");
  });

  test("names a zone as a person would", () => {
    expect(zoneText("America/New_York")).toBe("New York");
    expect(zoneText("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(zoneText("UTC")).toBe("UTC");
  });
});

describe("the distance to a moment", () => {
  test.each([
    ["2026-11-22T23:04:59Z", "just now"],
    ["2026-11-22T23:05:00Z", "1 min ago"],
    ["2026-11-23T00:03:59Z", "59 min ago"],
    ["2026-11-23T00:04:00Z", "1 h ago"],
    ["2026-11-23T23:03:59Z", "23 h ago"],
    ["2026-11-23T23:04:00Z", "1 day ago"],
    ["2026-11-25T23:03:00Z", "2 days ago"],
    ["2026-11-22T22:56:00Z", "in 8 min"],
    ["2026-11-22T20:04:00Z", "in 3 h"],
  ])("seen from %s is “%s”", (now, words) => {
    expect(relativeText(at, now)).toBe(words);
  });
});
