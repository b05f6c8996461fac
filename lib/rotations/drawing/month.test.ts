import { describe, expect, test } from "vitest";
import { monthOf, spanOfMonth } from "#lib/rotations/drawing/month";
import type { PersonView, RosterView } from "#lib/rotations/views";

const person = (name: string): PersonView => ({ address: name.toLowerCase(), name, email: null, timeZone: null });
const november = Temporal.PlainYearMonth.from("2026-11");
const lisbon = "Europe/Lisbon";

const roster: RosterView = {
  from: "2026-10-26T00:00:00Z",
  to: "2026-12-07T00:00:00Z",
  shifts: [
    {
      from: "2026-10-26T00:00:00Z",
      to: "2026-11-16T09:00:00Z",
      person: person("Ada"),
      source: "layer",
      layer: "weekly",
      override: null,
    },
    {
      from: "2026-11-16T09:00:00Z",
      to: "2026-11-18T00:00:00Z",
      person: person("Lin"),
      source: "override",
      layer: null,
      override: "one",
    },
    {
      from: "2026-11-19T00:00:00Z",
      to: "2026-12-07T00:00:00Z",
      person: person("Ada"),
      source: "layer",
      layer: "weekly",
      override: null,
    },
  ],
  gaps: [{ from: "2026-11-18T00:00:00Z", to: "2026-11-19T00:00:00Z", deactivated: person("Marek") }],
};

function saidOf(day: string, now = "2026-11-16T09:00:00Z", timeZone = lisbon) {
  const found = monthOf(roster, november, { timeZone, now })
    .flat()
    .find((one) => one.day === day);
  return found?.pieces.map(({ kind, person: who, from, isNow }) => [kind, who?.name, from, isNow]);
}

describe("a month", () => {
  test("fills whole weeks and says which days are its own", () => {
    const weeks = monthOf(roster, november, { timeZone: lisbon, now: "2026-11-16T09:00:00Z" });
    expect(weeks).toHaveLength(6);
    expect(weeks.flat().filter(({ isOfMonth }) => isOfMonth)).toHaveLength(30);
    expect(
      weeks
        .flat()
        .filter(({ isToday }) => isToday)
        .map(({ day }) => day),
    ).toEqual(["2026-11-16"]);
    const { from, to } = spanOfMonth(november, lisbon);
    expect([`${from}`, `${to}`]).toEqual([roster.from, roster.to]);
  });

  test("says on the day of a handoff who goes on from the day before, and who begins when", () => {
    expect(saidOf("2026-11-16")).toEqual([
      ["watch", "Ada", null, false],
      ["override", "Lin", "2026-11-16T09:00:00Z", true],
    ]);
    expect(saidOf("2026-11-17")).toEqual([["override", "Lin", null, false]]);
    expect(saidOf("2026-10-26")).toEqual([["watch", "Ada", null, false]]);
  });

  test("does not carry over what ends at midnight, and shows a gap of a whole day", () => {
    expect(saidOf("2026-11-18")).toEqual([["gap", "Marek", "2026-11-18T00:00:00Z", false]]);
    expect(saidOf("2026-11-19")).toEqual([["watch", "Ada", "2026-11-19T00:00:00Z", false]]);
  });

  test("cuts the days where the reader is", () => {
    expect(saidOf("2026-11-17", undefined, "America/Toronto")).toEqual([
      ["override", "Lin", null, false],
      ["gap", "Marek", "2026-11-18T00:00:00Z", false],
    ]);
  });
});
