import { describe, expect, test } from "vitest";
import { daysOfPreset, loadWindow } from "#lib/rotations/load/load-window";

const at = Temporal.Instant.from("2026-11-22T23:30:00Z");
const lisbon = "Europe/Lisbon";

describe("the days whose load is told", () => {
  test("are the last four weeks, today included, where nothing is asked", () => {
    const { from, to, span, preset, problem } = loadWindow({}, lisbon, at);
    expect([from, to, preset, problem]).toEqual(["2026-10-26", "2026-11-22", "4 weeks", undefined]);
    expect([`${span.from}`, `${span.to}`]).toEqual(["2026-10-26T00:00:00Z", "2026-11-23T00:00:00Z"]);
  });

  test("are those that are asked for, with the last one, in the reader's zone", () => {
    const { span, preset } = loadWindow({ from: "2026-03-01", to: "2026-03-01" }, "America/Toronto", at);
    expect([`${span.from}`, `${span.to}`, preset]).toEqual(["2026-03-01T05:00:00Z", "2026-03-02T05:00:00Z", undefined]);
  });

  test("are told from the presets, whose ends are today", () => {
    const today = Temporal.PlainDate.from("2026-11-22");
    for (const preset of ["4 weeks", "3 months", "a year"] as const)
      expect(loadWindow(daysOfPreset(preset, today), lisbon, at).preset).toBe(preset);
    expect(daysOfPreset("a year", today)).toEqual({ from: "2025-11-23", to: "2026-11-22" });
  });

  test.each([
    [{ from: "2026-03-01" }, /first day and the last/],
    [{ from: "2026-03-02", to: "2026-03-01" }, /come after/],
    [{ from: "2020-01-01", to: "2026-01-01" }, /at most 800 days/],
    [{ from: "2026-02-30", to: "2026-03-01" }, /first day and the last/],
  ])("fall back to four weeks, and say why, for %j", (asked, problem) => {
    expect(loadWindow(asked, lisbon, at)).toMatchObject({ preset: "4 weeks", problem: expect.stringMatching(problem) });
  });
});
