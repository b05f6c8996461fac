import fc from "fast-check";
import { expect, test } from "vitest";
import { nextWorkingInstant, usualHours, type WorkingHours } from "#lib/alerts/working-hours";

const next = (hours: WorkingHours | null, at: string) =>
  nextWorkingInstant(hours, Temporal.Instant.from(at)).toString();
const berlin = { ...usualHours, timeZone: "Europe/Berlin" };
const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

test.each([
  ["by night", null, "2026-03-03T03:00:00Z", "2026-03-03T09:00:00Z"],
  ["inside", null, "2026-03-03T11:23:45.678Z", "2026-03-03T11:23:45.678Z"],
  ["at their beginning", null, "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z"],
  ["at their end, which is outside", null, "2026-03-03T17:00:00Z", "2026-03-04T09:00:00Z"],
  ["on a Friday evening", null, "2026-03-06T20:00:00Z", "2026-03-09T09:00:00Z"],
  ["on a Sunday", null, "2026-03-08T12:00:00Z", "2026-03-09T09:00:00Z"],
  ["in another zone, by winter time", berlin, "2026-03-03T03:00:00Z", "2026-03-03T08:00:00Z"],
  ["in another zone, by summer time", berlin, "2026-04-03T03:00:00Z", "2026-04-03T07:00:00Z"],
  [
    "where it is the next day already",
    { ...usualHours, timeZone: "Pacific/Auckland" },
    "2026-03-08T21:00:00Z",
    "2026-03-08T21:00:00Z",
  ],
  ["where nobody named a day", { ...usualHours, weekdays: [] }, "2026-03-08T12:00:00Z", "2026-03-09T09:00:00Z"],
  [
    "that begin at a time that the clocks leave out",
    { timeZone: "Europe/Berlin", weekdays: everyDay, from: "02:30", to: "04:00" },
    "2026-03-29T00:00:00Z",
    "2026-03-29T01:30:00Z",
  ],
  [
    "that begin at a time that happens twice",
    { timeZone: "Europe/Berlin", weekdays: everyDay, from: "02:30", to: "04:00" },
    "2026-10-24T23:00:00Z",
    "2026-10-25T00:30:00Z",
  ],
  [
    "that the clocks leave out altogether",
    { timeZone: "Europe/Berlin", weekdays: ["sunday"], from: "02:00", to: "03:00" },
    "2026-03-29T00:00:00Z",
    "2026-04-05T00:00:00Z",
  ],
  [
    "that reach into the next day",
    { timeZone: "UTC", weekdays: ["monday"], from: "22:00", to: "06:00" },
    "2026-03-03T05:59:00Z",
    "2026-03-03T05:59:00Z",
  ],
  [
    "of one day a week, after it",
    { timeZone: "UTC", weekdays: ["monday"], from: "22:00", to: "06:00" },
    "2026-03-03T06:00:00Z",
    "2026-03-09T22:00:00Z",
  ],
] as const)("the next working hours %s", (_what, hours, at, expected) => {
  expect(next(hours, at)).toBe(expected);
});

test("whatever the zone and the hours, the answer is not before, is inside, and nothing before it is", () => {
  const hours = fc.record({
    timeZone: fc.constantFrom("UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"),
    weekdays: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
    from: fc.constantFrom("00:00", "01:30", "08:15", "22:00"),
    to: fc.constantFrom("00:00", "02:30", "09:00", "17:45"),
  });
  const seconds = fc.integer({ min: Date.UTC(2025, 0) / 1000, max: Date.UTC(2027, 0) / 1000 });
  fc.assert(
    fc.property(hours, seconds, fc.double({ min: 0, max: 1, maxExcluded: true }), (told, second, share) => {
      const at = Temporal.Instant.fromEpochMilliseconds(second * 1000);
      const found = nextWorkingInstant(told, at);
      expect(Temporal.Instant.compare(found, at)).toBeGreaterThanOrEqual(0);
      expect(nextWorkingInstant(told, found).equals(found)).toBe(true);
      const between = at.add({ milliseconds: Math.floor(share * (found.epochMilliseconds - at.epochMilliseconds)) });
      expect(nextWorkingInstant(told, between).equals(found)).toBe(true);
    }),
  );
});
