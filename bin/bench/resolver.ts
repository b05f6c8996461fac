import type { Limits } from "#bin/bench/limits";
import { judged, type Row } from "#bin/bench/table";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import { type Layer, type Watch, weekdays } from "#lib/rotations/rotation";

const rounds = 30;
/** Turns of a layer with hours are counted from its first handoff, so age must cost nothing. */
const begun = Temporal.Instant.from("2021-01-04T00:00Z");
const year = { from: Temporal.Instant.from("2026-01-01T00:00Z"), to: Temporal.Instant.from("2027-01-01T00:00Z") };

/** What the pure resolver takes for a year of shifts, and for as many seats as a large organisation has rotations. */
export function resolverRows(limits: Limits): Row[] {
  const zones = Intl.supportedValuesOf("timeZone");
  const many = Array.from({ length: 1_000 }, (_, index) => watchOf(workingDays, zones[index % zones.length]));
  const ofYear = (layer: Partial<Layer>) => {
    const watch = watchOf(layer);
    return () => resolveRoster(watch, year).shifts.length;
  };
  return [
    row("a year of shifts, weekly", ofYear({ unit: "week" }), 1, limits),
    row("a year of shifts, daily with hours, five years old", ofYear(workingDays), 5, limits),
    row("a year of shifts, hourly", ofYear({ unit: "hour" }), 60, limits),
    row(
      "who stands 1,000 such daily watches, in as many zones",
      () => many.map((watch) => seatAt(watch, year.from)).length,
      100,
      limits,
    ),
  ];
}

const workingDays: Partial<Layer> = {
  unit: "day",
  hours: [{ weekdays: weekdays.slice(0, 5), from: "09:00", to: "17:00" }],
};

function watchOf(layer: Partial<Layer>, timeZone = "Europe/Berlin"): Watch {
  const participants = ["ada", "bo", "cy", "dee", "eve", "fay", "gus", "hal"];
  const usual = {
    name: "primary",
    timeZone,
    startsAt: "2021-01-04T09:00",
    every: 1,
    unit: "day",
    participants,
  } as const;
  return {
    versions: [{ from: begun, layers: [{ ...usual, participants, ...layer }] }],
    overrides: [],
    inactive: new Map(),
  };
}

const row = (what: string, resolve: () => number, target: number, limits: Limits): Row =>
  judged(what, medianTime(resolve), target, limits);

function medianTime(resolve: () => number): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    if (resolve() === 0) throw new Error("Nobody stands a watch.");
    return performance.now() - began;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}
