import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseMethods, isNightOf, type MethodRule, type PersonClock } from "#lib/notifications/choose-methods";

const lisbon: PersonClock = { timeZone: "Europe/Lisbon", wakesAt: null, sleepsAt: null };
const night = Temporal.Instant.from("2026-03-04T03:00:00Z");
const noon = Temporal.Instant.from("2026-03-04T12:00:00Z");
const method = (facts: Partial<MethodRule & { id: string }> = {}) => ({
  ...{ id: "one", afterMinutes: 0, hours: "always" as const },
  ...facts,
});
const chosen = (methods: MethodRule[], at: Temporal.Instant) =>
  chooseMethods(methods as ReturnType<typeof method>[], lisbon, at).map(({ method, dueAt }) => [
    method.id,
    at.until(dueAt).total("minutes"),
  ]);

describe("a page goes out", () => {
  test("over each method in the order and after the minutes that the person chose", () => {
    const methods = [method({ id: "push" }), method({ id: "call", afterMinutes: 3 }), method({ id: "mail" })];
    expect(chosen(methods, noon)).toEqual([
      ["push", 0],
      ["call", 3],
      ["mail", 0],
    ]);
  });

  test("by night over what is for the night, and by day over what is for the day", () => {
    const methods = [method({ id: "call", hours: "night" }), method({ id: "mail", hours: "day" })];
    expect(chosen(methods, night)).toEqual([["call", 0]]);
    expect(chosen(methods, noon)).toEqual([["mail", 0]]);
  });

  test("at once over the first method, where the rules leave none for this hour", () => {
    const methods = [method({ id: "call", hours: "night" }), method({ id: "mail", hours: "night" })];
    expect(chosen(methods, noon)).toEqual([["call", 0]]);
  });

  test("at once over what is allowed now rather than over what is not, and only once", () => {
    const methods = [method({ id: "call", hours: "night" }), method({ id: "mail", afterMinutes: 10 })];
    expect(chosen(methods, noon)).toEqual([["mail", 0]]);
  });

  test("at once over one that works, where all that are due at once last failed", () => {
    const methods = [method({ id: "push", isFailing: true }), method({ id: "mail", afterMinutes: 10 })];
    expect(chosen(methods, noon)).toEqual([
      ["mail", 0],
      ["push", 0],
    ]);
  });

  test("by the hour at which a method is used, not that of the page", () => {
    const beforeTen = Temporal.Instant.from("2026-03-04T21:55:00Z");
    const methods = [method({ id: "mail" }), method({ id: "call", hours: "night", afterMinutes: 10 })];
    expect(chosen(methods, beforeTen)).toEqual([
      ["mail", 0],
      ["call", 10],
    ]);
  });

  test("over nothing, to somebody who has no method", () => {
    expect(chosen([], noon)).toEqual([]);
  });
});

test("a night worker sleeps by day", () => {
  const clock = { timeZone: "Asia/Tokyo", wakesAt: "17:00", sleepsAt: "09:30" };
  expect(isNightOf(clock, Temporal.Instant.from("2026-03-04T03:00:00Z"))).toBe(true);
  expect(isNightOf(clock, Temporal.Instant.from("2026-03-04T08:00:00Z"))).toBe(false);
});

test("a zone that nobody knows counts as UTC, and fails no page", () => {
  const clock = { timeZone: "Mars/Olympus", wakesAt: null, sleepsAt: null };
  expect(isNightOf(clock, night)).toBe(true);
});

test("whatever somebody chose: one message at once, none twice, none before its minutes but that one", () => {
  const anyMethod = fc.record({
    afterMinutes: fc.integer({ min: 0, max: 1440 }),
    hours: fc.constantFrom("always" as const, "night" as const, "day" as const),
    isFailing: fc.boolean(),
  });
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
  const clock = fc.record({
    timeZone: fc.constantFrom("Europe/Lisbon", "Pacific/Chatham", "America/St_Johns", null),
    wakesAt: fc.option(time),
    sleepsAt: fc.option(time),
  });
  const instants = fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
  fc.assert(
    fc.property(fc.array(anyMethod, { minLength: 1, maxLength: 6 }), clock, instants, (methods, person, at) => {
      const result = chooseMethods(methods, person, at);
      const early = result.filter(({ method, dueAt }) => !dueAt.equals(at.add({ minutes: method.afterMinutes })));
      const atOnce = result.filter(({ dueAt }) => dueAt.equals(at));
      expect(atOnce.length).toBeGreaterThan(0);
      expect(new Set(result.map(({ method }) => method)).size).toBe(result.length);
      expect(early.length).toBeLessThanOrEqual(1);
      expect(early.every(({ dueAt }) => dueAt.equals(at))).toBe(true);
      if (methods.some(({ isFailing }) => !isFailing))
        expect(atOnce.some(({ method }) => !method.isFailing)).toBe(true);
      for (const rule of methods.filter(({ hours }) => hours === "always"))
        expect(result.some(({ method }) => method === rule)).toBe(true);
    }),
  );
});
