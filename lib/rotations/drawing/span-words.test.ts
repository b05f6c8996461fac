import { expect, test } from "vitest";
import { givenName, spanName } from "#lib/rotations/drawing/span-words";

const now = "2026-11-24T10:00:00Z";
const name = (from: string, to: string, timeZone = "UTC") => spanName({ from, to }, timeZone, now);

test("hours of today are the part of the day in which they lie", () => {
  expect(name("2026-11-24T17:00:00Z", "2026-11-24T22:00:00Z")).toBe("the evening");
  expect(name("2026-11-24T13:00:00Z", "2026-11-24T15:00:00Z")).toBe("the afternoon");
  expect(name("2026-11-24T22:00:00Z", "2026-11-25T06:00:00Z")).toBe("the night");
});

test("hours of a coming day are named with it, the night with the evening that it follows", () => {
  expect(name("2026-11-27T18:00:00Z", "2026-11-27T21:00:00Z")).toBe("Friday evening");
  expect(name("2026-11-27T22:00:00Z", "2026-11-28T08:00:00Z")).toBe("Friday night");
  expect(name("2026-11-26T18:00:00Z", "2026-11-27T12:00:00Z")).toBe("Thursday night");
  expect(name("2026-12-11T08:00:00Z", "2026-12-11T11:00:00Z")).toBe("Friday 11 Dec morning");
});

test("the part of the day is the one where the person is", () => {
  expect(name("2026-11-24T17:00:00Z", "2026-11-24T22:00:00Z", "America/Los_Angeles")).toBe("the morning");
});

test("a day, a weekend, some days and weeks have their names", () => {
  expect(name("2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z")).toBe("Friday");
  expect(name("2026-11-27T18:00:00Z", "2026-11-30T09:00:00Z")).toBe("the weekend");
  expect(name("2026-11-25T09:00:00Z", "2026-11-28T09:00:00Z")).toBe("Wednesday to Saturday");
  expect(name("2026-11-30T09:00:00Z", "2026-12-07T09:00:00Z")).toBe("the week");
  expect(name("2026-11-30T09:00:00Z", "2026-12-14T09:00:00Z")).toBe("two weeks");
});

test("a colleague is called by the first word of the name", () => {
  expect(givenName("Ada Okafor")).toBe("Ada");
  expect(givenName("release-bot")).toBe("release-bot");
});
