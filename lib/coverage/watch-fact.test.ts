import { expect, test } from "vitest";
import { lastMonday, spanOfFacts, watchFact } from "#lib/coverage/watch-fact";
import type { Layer, Watch } from "#lib/rotations/rotation";

const at = Temporal.Instant.from("2026-11-20T09:00:00Z");
const instant = (text: string) => Temporal.Instant.from(text);
const rotation = { id: "primary", slug: "primary", name: "Primary", teamId: "checkout" };
const people = new Map(
  ["ada", "lin", "noor", "olu"].map((id) => [id, { name: id.toUpperCase(), isActive: id !== "olu" }]),
);
const weekly: Layer = {
  ...{ name: "weekly", timeZone: "UTC", startsAt: "2025-01-06T09:00", every: 1, unit: "week" },
  participants: ["ada", "lin", "noor", "olu"],
};

const watchOf = (layers: Layer[], from = instant("2025-01-06T09:00:00Z")): Watch => ({
  ...{ versions: [{ from, layers }], overrides: [], inactive: new Map() },
});
const factOf = (watch: Watch, stretches: { at: Temporal.Instant; alerts: number }[] = []) =>
  watchFact(rotation, watch, people, stretches, at);

test("four who take weekly turns have each stood a quarter of the twelve weeks, wherever their weeks begin", () => {
  for (const startsAt of ["2025-01-06T09:00", "2025-01-09T17:30", "2025-01-05T23:00"]) {
    const { load } = factOf(watchOf([{ ...weekly, startsAt }], instant("2025-01-01T00:00:00Z")));
    expect(load.stood.map(({ name, hours }) => [name, hours])).toEqual([
      ["ADA", 504],
      ["LIN", 504],
      ["NOOR", 504],
    ]);
  }
});

test("a rotation that is stood every minute has no gap, and everybody in it holds it within the coming quarter", () => {
  const fact = factOf(watchOf([weekly]));
  expect(fact).toMatchObject({ isResolved: true, gaps: [], since: instant("2025-01-06T09:00:00Z") });
  expect(fact.holdersOfQuarter.map(({ id }) => id)).toEqual(["ada", "lin", "noor", "olu"]);
});

test("hours leave gaps, which are told from now on and for a month", () => {
  const hours = [{ weekdays: ["friday" as const], from: "08:00", to: "12:00" }];
  const { gaps, now } = factOf(watchOf([{ ...weekly, hours }]));
  expect(now).not.toBeNull();
  expect(gaps[0]).toEqual({ from: instant("2026-11-20T12:00:00Z"), to: instant("2026-11-27T08:00:00Z") });
  expect(gaps.at(-1)?.to).toEqual(at.add({ hours: 24 * 30 }));
});

test("a layer in a zone that does not exist leaves everything unknown", () => {
  const fact = factOf(watchOf([{ ...weekly, timeZone: "Nowhere/Atlantis" }]));
  expect(fact).toMatchObject({ isResolved: false, now: null, gaps: [], holdersOfQuarter: [] });
});

test("the load is that of whole weeks that are over, and of a young rotation of those that it has been stood", () => {
  const begun = instant("2026-11-02T09:00:00Z");
  const { load } = factOf(watchOf([{ ...weekly, startsAt: "2026-11-02T09:00" }], begun), [
    { at: instant("2026-11-01T12:00:00Z"), alerts: 9 },
    { at: instant("2026-11-10T00:00:00Z"), alerts: 3 },
    { at: instant("2026-11-18T00:00:00Z"), alerts: 9 },
  ]);
  expect(load.span).toEqual({ from: begun, to: instant("2026-11-16T00:00:00Z") });
  expect(load.stretches).toEqual([{ at: instant("2026-11-10T00:00:00Z"), alerts: 3 }]);
});

test("a rotation that is yet to begin has been stood for no time at all", () => {
  const { load, since } = factOf(watchOf([weekly], at.add({ hours: 24 })));
  expect(since).toBeNull();
  expect(load.span.from).toEqual(load.span.to);
});

test.each([
  ["2026-11-20T09:00:00Z", "2026-11-16T00:00:00Z"],
  ["2026-11-16T00:00:00Z", "2026-11-16T00:00:00Z"],
  ["2026-11-15T23:59:59Z", "2026-11-09T00:00:00Z"],
])("the week of %s began on %s", (moment, monday) => {
  expect(lastMonday(instant(moment))).toEqual(instant(monday));
  const { from, to } = spanOfFacts(instant(moment));
  expect(from.until(instant(monday)).total("hours")).toBe(12 * 7 * 24);
  expect(instant(moment).until(to).total("hours")).toBe(90 * 24);
});
