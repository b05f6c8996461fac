import { expect, test } from "vitest";
import { isAwake, isNight } from "#lib/briefing/night";

const at = (text: string) => Temporal.Instant.from(text);

test("the night begins at 22:00 and ends at 06:00 on the clock of whoever reads", () => {
  expect(isNight(at("2026-11-23T21:59:59Z"), "UTC")).toBe(false);
  expect(isNight(at("2026-11-23T22:00:00Z"), "UTC")).toBe(true);
  expect(isNight(at("2026-11-24T05:59:59Z"), "UTC")).toBe(true);
  expect(isNight(at("2026-11-24T06:00:00Z"), "UTC")).toBe(false);
  expect(isNight(at("2026-11-24T06:00:00Z"), "America/New_York")).toBe(true);
});

test("waking hours may lie over midnight, and nobody is said to be awake who has not said when", () => {
  const early = { wakesAt: "06:00", sleepsAt: "22:00", timeZone: "Europe/Lisbon" };
  expect(isAwake(early, at("2026-11-23T03:00:00Z"))).toBe(false);
  expect(isAwake(early, at("2026-11-23T06:00:00Z"))).toBe(true);
  const late = { wakesAt: "12:00", sleepsAt: "04:00", timeZone: "Europe/Lisbon" };
  expect(isAwake(late, at("2026-11-23T03:00:00Z"))).toBe(true);
  expect(isAwake(late, at("2026-11-23T04:00:00Z"))).toBe(false);
  expect(isAwake({ ...early, sleepsAt: null, wakesAt: null }, at("2026-11-23T12:00:00Z"))).toBe(null);
});
