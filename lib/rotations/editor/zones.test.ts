import { expect, test } from "vitest";
import { findZones, offsetMinutes, offsetText } from "#lib/rotations/editor/zones";

test("an offset is that of the day, with its half hours", () => {
  expect(offsetMinutes("Europe/Lisbon", "2026-01-05")).toBe(0);
  expect(offsetMinutes("Europe/Lisbon", "2026-07-05")).toBe(60);
  expect(offsetMinutes("Asia/Kolkata", "2026-01-05")).toBe(330);
  expect(offsetMinutes("America/St_Johns", "2026-01-05")).toBe(-210);
});

test("an unknown zone or day has no offset", () => {
  expect(offsetMinutes("Mars/Phobos", "2026-01-05")).toBe(0);
  expect(offsetMinutes("Europe/Lisbon", "")).toBe(0);
  expect(offsetText("Mars/Phobos", new Date(0))).toBe("");
});

test("a zone is found by the words of its name, places that begin with them first", () => {
  expect(findZones("new york", 3)).toEqual(["America/New_York"]);
  expect(findZones("lis", 3)[0]).toBe("Europe/Lisbon");
  expect(findZones("utc", 3)).toContain("UTC");
  expect(findZones("kolkata", 3)).toEqual(["Asia/Kolkata"]);
  expect(findZones("europe", 5)).toHaveLength(5);
  expect(findZones("nowhere at all", 5)).toEqual([]);
});
