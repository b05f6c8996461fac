import { describe, expect, it } from "vitest";
import { dayIn, ownersOn, readDay } from "#lib/services/owners-on";

const day = Temporal.PlainDate.from("2026-03-29");
const span = (from: string, to: string | null, role: "delivery" | "ops" = "delivery") => ({ role, from, to });

describe("ownersOn", () => {
  it("counts the day as the reader's zone does, summer time included", () => {
    const { start, end } = dayIn(day, "Europe/Lisbon");
    expect(start.until(end).total("hours")).toBe(23);
    expect(dayIn(day, "Asia/Tokyo").start.toString()).toBe("2026-03-28T15:00:00Z");
  });

  it("names everybody who owned it on some part of the day, the first one first", () => {
    const late = span("2026-03-29T12:00:00Z", null);
    const early = span("2026-01-01T00:00:00Z", "2026-03-29T12:00:00Z");
    expect(ownersOn([late, early], "delivery", day, "Europe/Lisbon")).toEqual([early, late]);
  });

  it("leaves out who stopped as the day began, and who began as it ended", () => {
    const before = span("2026-01-01T00:00:00Z", "2026-03-29T00:00:00Z");
    const after = span("2026-03-29T23:00:00Z", null);
    expect(ownersOn([before, after], "delivery", day, "Europe/Lisbon")).toEqual([]);
  });

  it("keeps the roles apart", () => {
    expect(ownersOn([span("2026-01-01T00:00:00Z", null, "ops")], "delivery", day, "UTC")).toEqual([]);
  });
});

describe("readDay", () => {
  it("reads a day that exists and nothing else", () => {
    expect(readDay("2026-03-29")?.equals(day)).toBe(true);
    for (const text of ["2026-02-30", "29.3.2026", "2026-3-29", "", "-002026-01-01", ["2026-03-29"], undefined]) {
      expect(readDay(text)).toBeUndefined();
    }
  });
});
