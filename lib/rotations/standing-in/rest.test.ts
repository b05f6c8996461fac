import { expect, test } from "vitest";
import { type Availability, type RestFact, restFacts, standingOf } from "#lib/rotations/standing-in/rest";

const at = (text: string) => Temporal.Instant.from(text);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const evening = span("2026-11-27T18:00:00Z", "2026-11-27T21:00:00Z");

const lin: Availability = { timeZone: "Europe/Lisbon", wakesAt: "07:00", sleepsAt: "23:00", watches: [], absences: [] };
const watch = (from: string, to: string) => ({ ...span(from, to), rotation: "Payments primary" });

const said = (facts: readonly RestFact[]) => facts.map(({ kind }) => kind);

test("whoever is here, awake and off watch is free and rested", () => {
  expect(restFacts(evening, lin)).toEqual([]);
  expect(standingOf([])).toBe("rested");
});

test("an absence that touches the span speaks against it, one that ends as it begins does not", () => {
  const away = { ...lin, absences: [span("2026-11-27T20:00:00Z", "2026-11-29T00:00:00Z")] };
  const last = span("2026-11-27T20:00:00Z", "2026-11-27T21:00:00Z");
  expect(restFacts(evening, away)).toEqual([{ kind: "away", ...last, isThroughout: false }]);
  expect(standingOf(restFacts(evening, away))).toBe("taken");
  const back = { ...lin, absences: [span("2026-11-20T00:00:00Z", "2026-11-27T18:00:00Z")] };
  expect(restFacts(evening, back)).toEqual([]);
});

test("another watch in the span is named with its rotation, for as long as it lasts there", () => {
  const busy = { ...lin, watches: [watch("2026-11-27T09:00:00Z", "2026-11-27T19:00:00Z")] };
  expect(restFacts(evening, busy)).toEqual([
    {
      kind: "on-watch",
      rotation: "Payments primary",
      ...span("2026-11-27T18:00:00Z", "2026-11-27T19:00:00Z"),
      isThroughout: false,
    },
  ]);
  expect(standingOf(restFacts(evening, busy))).toBe("taken");
});

test("less than eleven hours after a night watch somebody is not rested", () => {
  const night = { ...lin, watches: [watch("2026-11-26T22:00:00Z", "2026-11-27T08:30:00Z")] };
  expect(restFacts(evening, night)).toEqual([
    { kind: "off-night-watch", rotation: "Payments primary", until: at("2026-11-27T08:30:00Z"), restHours: 9 },
  ]);
  expect(standingOf(restFacts(evening, night))).toBe("free");
});

test("eleven hours after a night watch, or at any time after a watch by day, somebody is rested", () => {
  const rested = { ...lin, watches: [watch("2026-11-26T22:00:00Z", "2026-11-27T07:00:00Z")] };
  const byDay = { ...lin, watches: [watch("2026-11-27T08:00:00Z", "2026-11-27T17:00:00Z")] };
  expect(restFacts(evening, rested)).toEqual([]);
  expect(restFacts(evening, byDay)).toEqual([]);
});

test("what is evening here is night where somebody else sleeps", () => {
  const yuki = { ...lin, timeZone: "Asia/Tokyo" };
  expect(restFacts(evening, yuki)).toEqual([{ kind: "asleep", ...evening, nights: 1, isThroughout: true }]);
  expect(standingOf(restFacts(evening, yuki))).toBe("free");
});

test("each night of a long span is counted, the first one is told", () => {
  const week = span("2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z");
  const first = span("2026-11-23T23:00:00Z", "2026-11-24T07:00:00Z");
  expect(restFacts(week, lin)).toEqual([{ kind: "asleep", ...first, nights: 7, isThroughout: false }]);
});

test("somebody who goes to bed after midnight sleeps on the same day", () => {
  const owl = { ...lin, wakesAt: "10:00", sleepsAt: "02:00" };
  expect(restFacts(span("2026-11-27T23:00:00Z", "2026-11-28T01:00:00Z"), owl)).toEqual([]);
  expect(said(restFacts(span("2026-11-28T08:00:00Z", "2026-11-28T11:00:00Z"), owl))).toEqual(["asleep"]);
});

test("a night in which the clocks change is as long as it is", () => {
  const berlin = { ...lin, timeZone: "Europe/Berlin", wakesAt: "06:00", sleepsAt: "22:00" };
  const [fact] = restFacts(span("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), berlin);
  expect(fact).toMatchObject(span("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"));
});

test("without waking hours the usual night counts, and without a zone nothing is made up", () => {
  const silent = { ...lin, wakesAt: null, sleepsAt: null };
  expect(said(restFacts(span("2026-11-27T21:00:00Z", "2026-11-27T23:00:00Z"), silent))).toEqual(["asleep"]);
  expect(restFacts(evening, { ...silent, timeZone: null })).toEqual([{ kind: "zone-unknown" }]);
});
