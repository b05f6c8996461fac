import { describe, expect, it } from "vitest";
import { type Carrier, type Load, loadOf } from "#lib/rotations/load/load";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer, Override, Shift, Span, Watch } from "#lib/rotations/rotation";

const at = (text: string) => Temporal.Instant.from(text);
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });
const shift = (person: string, from: string, to: string, override: string | null = null): Shift => ({
  ...span(from, to),
  person,
  source: override ? "override" : "layer",
  layer: override ? null : "weekly",
  override,
});

const carrier = (id: string, timeZone = "UTC", holidays: string[] = []): Carrier => ({
  ...{ id, name: id, timeZone },
  holidays: new Set(holidays),
});

/** The load of the first of `people` when the watch was stood as it was planned. */
function loadOfOne(shifts: Shift[], window: Span, one: Carrier): Load {
  const [load] = loadOf({ shifts, planned: shifts, people: [one], window });
  if (!load) throw new Error("Nobody carried anything.");
  return load;
}

describe("loadOf", () => {
  it("counts the hours of a week, its seven nights and its weekend", () => {
    // From Monday at 09:00 to the next.
    const week = ["2026-11-16T09:00Z", "2026-11-23T09:00Z"] as const;
    expect(loadOfOne([shift("ada", ...week)], span(...week), carrier("ada"))).toEqual({
      person: "ada",
      hours: 168,
      nights: { count: 7, hours: 56 },
      weekendDays: { count: 2, hours: 48 },
      holidays: { count: 0, hours: 0 },
      taken: { count: 0, hours: 0 },
      handedOver: { count: 0, hours: 0 },
    });
  });

  it("counts nights and days by the clocks of where the person is", () => {
    // Eight hours of a working day in Lisbon are a night in Tokyo, and end there on a Saturday.
    const watch = ["2026-11-20T13:00Z", "2026-11-20T21:00Z"] as const;
    const load = (timeZone: string) => loadOfOne([shift("ada", ...watch)], span(...watch), carrier("ada", timeZone));
    expect(load("Europe/Lisbon")).toMatchObject({ nights: { count: 0 }, weekendDays: { count: 0 } });
    expect(load("Asia/Tokyo")).toMatchObject({
      nights: { count: 1, hours: 8 },
      weekendDays: { count: 1, hours: 6 },
    });
  });

  it("gives the night in which the clocks go back an hour more, and the other one an hour less", () => {
    const autumn = ["2026-10-24T12:00Z", "2026-10-25T12:00Z"] as const;
    const spring = ["2027-03-27T12:00Z", "2027-03-28T12:00Z"] as const;
    const nights = (watch: readonly [string, string]) =>
      loadOfOne([shift("ada", ...watch)], span(...watch), carrier("ada", "Europe/Lisbon")).nights;
    expect(nights(autumn)).toEqual({ count: 1, hours: 9 });
    expect(nights(spring)).toEqual({ count: 1, hours: 7 });
  });

  it("counts a Sunday of 25 hours as one day, also where the clocks go back at midnight", () => {
    // In Beirut the last Sunday of October begins after an hour that was twice on Saturday.
    const weekend = ["2026-10-23T21:00Z", "2026-10-25T22:00Z"] as const;
    const load = loadOfOne([shift("noor", ...weekend)], span(...weekend), carrier("noor", "Asia/Beirut"));
    expect(load.hours).toBe(49);
    expect(load.weekendDays).toEqual({ count: 2, hours: 49 });
  });

  it("counts a night once, however many shifts of it the person stood", () => {
    const shifts = [
      shift("ada", "2026-11-16T22:00Z", "2026-11-17T00:00Z"),
      shift("lin", "2026-11-17T00:00Z", "2026-11-17T03:00Z"),
      shift("ada", "2026-11-17T03:00Z", "2026-11-17T06:00Z"),
    ];
    const window = span("2026-11-16T22:00Z", "2026-11-17T06:00Z");
    expect(loadOfOne(shifts, window, carrier("ada")).nights).toEqual({ count: 1, hours: 5 });
    expect(loadOfOne(shifts, window, carrier("lin")).nights).toEqual({ count: 1, hours: 3 });
  });

  it("counts the public holidays of where each person lives, from midnight to midnight there", () => {
    const week = ["2026-12-21T09:00Z", "2026-12-28T09:00Z"] as const;
    const lisbon = carrier("ada", "Europe/Lisbon", ["2026-12-08", "2026-12-25"]);
    const toronto = carrier("ada", "America/Toronto", ["2026-12-25", "2026-12-26", "2026-12-28"]);
    expect(loadOfOne([shift("ada", ...week)], span(...week), lisbon).holidays).toEqual({ count: 1, hours: 24 });
    // The watch ends at four in the morning of Monday the 28th there.
    expect(loadOfOne([shift("ada", ...week)], span(...week), toronto).holidays).toEqual({ count: 3, hours: 52 });
  });

  it("counts what was handed over and what was taken, also of a watch that nobody would have stood", () => {
    const planned = [
      shift("ada", "2026-11-16T09:00Z", "2026-11-17T09:00Z"),
      shift("lin", "2026-11-17T09:00Z", "2026-11-18T09:00Z"),
    ];
    const shifts = [
      shift("ada", "2026-11-16T09:00Z", "2026-11-17T03:00Z"),
      shift("marek", "2026-11-17T03:00Z", "2026-11-17T15:00Z", "one"),
      shift("lin", "2026-11-17T15:00Z", "2026-11-18T07:00Z"),
      shift("marek", "2026-11-18T07:00Z", "2026-11-18T12:00Z", "two"),
    ];
    const people = [carrier("marek"), carrier("lin"), carrier("ada")];
    const window = span("2026-11-16T09:00Z", "2026-11-19T09:00Z");
    const exchanged = loadOf({ shifts, planned, people, window }).map(({ person, hours, taken, handedOver }) => [
      ...[person, hours],
      ...[taken.count, taken.hours, handedOver.count, handedOver.hours],
    ]);
    expect(exchanged).toEqual([
      ["ada", 18, 0, 0, 1, 6],
      ["lin", 16, 0, 0, 2, 8],
      ["marek", 17, 2, 17, 0, 0],
    ]);
  });

  it("counts nothing as taken by whoever had the turn anyway", () => {
    const planned = [shift("ada", "2026-11-16T09:00Z", "2026-11-17T09:00Z")];
    const shifts = [shift("ada", "2026-11-16T09:00Z", "2026-11-17T09:00Z", "one")];
    const window = span("2026-11-16T09:00Z", "2026-11-17T09:00Z");
    expect(loadOf({ shifts, planned, people: [carrier("ada")], window })).toMatchObject([
      { hours: 24, taken: { count: 0, hours: 0 }, handedOver: { count: 0, hours: 0 } },
    ]);
  });

  it("lists people by name, whatever they carried, and also who carried nothing", () => {
    const window = span("2026-11-16T09:00Z", "2026-11-17T09:00Z");
    const shifts = [shift("zoe", "2026-11-16T09:00Z", "2026-11-17T09:00Z")];
    const people = [carrier("zoe"), carrier("Élan"), carrier("ada")];
    expect(loadOf({ shifts, planned: shifts, people, window }).map(({ person, hours }) => [person, hours])).toEqual([
      ["ada", 0],
      ["Élan", 0],
      ["zoe", 24],
    ]);
  });

  it("agrees with a count by quarters of an hour, over a year of a daily watch with people in four zones", () => {
    const zones = { ada: "Europe/Lisbon", lin: "America/Toronto", noor: "Asia/Beirut", kai: "Australia/Lord_Howe" };
    const layer: Layer = {
      ...{ name: "daily", timeZone: "Europe/Lisbon", startsAt: "2026-01-01T17:30", every: 1, unit: "day" },
      participants: Object.keys(zones),
    };
    const override: Override = { id: "one", person: "lin", ...span("2026-03-28T20:15Z", "2026-03-30T01:45Z") };
    const watch: Watch = {
      versions: [{ from: at("2026-01-01T00:00Z"), layers: [layer] }],
      overrides: [override],
      inactive: new Map(),
    };
    const window = span("2026-01-05T00:00Z", "2027-01-05T00:00Z");
    const { shifts } = resolveRoster(watch, window);
    const { shifts: planned } = resolveRoster({ ...watch, overrides: [] }, window);
    const people = Object.entries(zones).map(([id, zone]) => carrier(id, zone, ["2026-06-10", "2026-10-25"]));

    const loads = loadOf({ shifts, planned, people, window });
    for (const { id, timeZone, holidays } of people) {
      const { hours, nights, weekendDays, holidays: free } = loads.find(({ person }) => person === id) as Load;
      const counted = walk(shifts, id, timeZone, holidays);
      expect({ hours, nights, weekendDays, holidays: free }).toEqual(counted);
    }
  });
});

/** The same, walking through the shifts in quarters of an hour. */
function walk(shifts: readonly Shift[], person: string, timeZone: string, holidays: ReadonlySet<string>) {
  const touched = { nights: new Set<string>(), weekendDays: new Set<string>(), holidays: new Set<string>() };
  const quarters = { hours: 0, nights: 0, weekendDays: 0, holidays: 0 };
  for (const { from, to } of shifts.filter((one) => one.person === person)) {
    for (let now = from; Temporal.Instant.compare(now, to) < 0; now = now.add({ minutes: 15 })) {
      const local = now.toZonedDateTimeISO(timeZone);
      const date = local.toPlainDate();
      quarters.hours += 1;
      if (local.hour >= 22 || local.hour < 6) {
        quarters.nights += 1;
        touched.nights.add((local.hour < 6 ? date.subtract({ days: 1 }) : date).toString());
      }
      if (date.dayOfWeek >= 6) {
        quarters.weekendDays += 1;
        touched.weekendDays.add(date.toString());
      }
      if (holidays.has(date.toString())) {
        quarters.holidays += 1;
        touched.holidays.add(date.toString());
      }
    }
  }
  const part = (what: keyof typeof touched) => ({ count: touched[what].size, hours: quarters[what] / 4 });
  return {
    hours: quarters.hours / 4,
    nights: part("nights"),
    weekendDays: part("weekendDays"),
    holidays: part("holidays"),
  };
}
