import { describe, expect, it } from "vitest";
import { rosterWarnings, type Sentinel } from "#lib/rotations/load/roster-warnings";
import type { Shift, Span } from "#lib/rotations/rotation";

const span = (from: string, to: string): Span => ({ from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) });
const shift = (person: string, from: string, to: string): Shift => ({
  ...span(from, to),
  person,
  source: "layer",
  layer: "weekly",
  override: null,
});

const awake: Sentinel = { timeZone: "Europe/Lisbon", wakesAt: null, sleepsAt: null, absences: [], holidays: [] };
const warningsOf = (shifts: Shift[], facts: Partial<Sentinel>) =>
  rosterWarnings(shifts, new Map([["ada", { ...awake, ...facts }]]));

const morning = shift("ada", "2026-12-01T09:00Z", "2026-12-01T13:00Z");

describe("rosterWarnings", () => {
  it("finds nothing against a morning of somebody who is there and awake", () => {
    expect(warningsOf([morning], {})).toEqual([]);
  });

  it("says for which part of a shift its person is away, once for each absence", () => {
    const absences = [
      span("2026-11-30T00:00Z", "2026-12-01T10:00Z"),
      span("2026-12-01T12:00Z", "2026-12-01T12:30Z"),
      span("2026-12-01T13:00Z", "2026-12-02T00:00Z"),
    ];
    const { person, from, to } = morning;
    const away = { kind: "away", person, shift: { from, to } };
    expect(warningsOf([morning], { absences })).toEqual([
      { ...away, span: span("2026-12-01T09:00Z", "2026-12-01T10:00Z") },
      { ...away, span: span("2026-12-01T12:00Z", "2026-12-01T12:30Z") },
    ]);
  });

  it("names the public holidays that a shift touches where its person is", () => {
    const holidays = [
      { day: "2026-11-30", name: "The day before" },
      { day: "2026-12-01", name: "Restoration of Independence" },
      { day: "2026-12-02", name: "The day after" },
    ];
    const named = (facts: Partial<Sentinel>) =>
      warningsOf([morning], { holidays, wakesAt: "00:00", sleepsAt: "23:59", ...facts }).flatMap((warning) =>
        warning.kind === "holiday" ? warning.days.map(({ day }) => day) : [],
      );
    expect(named({})).toEqual(["2026-12-01"]);
    // From nine to one in Lisbon is until three in the night of the next day on Kiritimati.
    expect(named({ timeZone: "Pacific/Kiritimati" })).toEqual(["2026-12-01", "2026-12-02"]);
  });

  it("counts the nights that a shift takes of its person's sleep, by the hours they gave", () => {
    const days = shift("ada", "2026-12-01T21:00Z", "2026-12-03T21:00Z");
    expect(warningsOf([days], {})).toMatchObject([
      { kind: "asleep", nights: 2, first: span("2026-12-01T22:00Z", "2026-12-02T06:00Z") },
    ]);
    expect(warningsOf([days], { wakesAt: "13:00", sleepsAt: "05:00" })).toMatchObject([
      { kind: "asleep", nights: 2, first: span("2026-12-02T05:00Z", "2026-12-02T13:00Z") },
    ]);
    expect(warningsOf([morning], { wakesAt: "09:30", sleepsAt: "01:00" })).toMatchObject([
      { kind: "asleep", nights: 1, first: span("2026-12-01T09:00Z", "2026-12-01T09:30Z") },
    ]);
  });

  it("reckons sleep by the clocks of the night, also when they change in it", () => {
    const night = shift("ada", "2026-10-24T20:00Z", "2026-10-25T09:00Z");
    expect(warningsOf([night], {})).toMatchObject([
      { kind: "asleep", first: span("2026-10-24T21:00Z", "2026-10-25T06:00Z") },
    ]);
  });

  it("keeps the order of the shifts, and of one shift tells absences first and sleep last", () => {
    const later = shift("ada", "2026-12-24T20:00Z", "2026-12-25T20:00Z");
    const facts = {
      absences: [span("2026-12-25T00:00Z", "2027-01-02T00:00Z")],
      holidays: [{ day: "2026-12-25", name: "Christmas Day" }],
    };
    const earlier = shift("ada", "2026-12-10T23:00Z", "2026-12-11T01:00Z");
    expect(warningsOf([earlier, later], facts).map(({ kind }) => kind)).toEqual([
      "asleep",
      "away",
      "holiday",
      "asleep",
    ]);
  });

  it("is silent about whoever it knows nothing of", () => {
    expect(rosterWarnings([shift("lin", "2026-12-01T02:00Z", "2026-12-01T04:00Z")], new Map())).toEqual([]);
  });
});
