import { describe, expect, test } from "vitest";
import { findWarnings, leavesHole, type Participant, type Warning } from "#lib/rotations/editor/warnings";
import type { HoursWindow, Layer, Span, Watch } from "#lib/rotations/rotation";
import { weekdays } from "#lib/rotations/rotation";

const at = (text: string) => Temporal.Instant.from(text);
const everyDay = (from: string, to: string): HoursWindow => ({ weekdays: [...weekdays], from, to });
const weekly: Layer = {
  name: "weekly",
  timeZone: "Europe/Berlin",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: ["ada", "lin", "marek"],
};
const berlin: Participant = {
  name: "Somebody",
  timeZone: "Europe/Berlin",
  wakesAt: null,
  sleepsAt: null,
  isActive: true,
  isMember: true,
};
const begin = at("2026-01-05T08:00:00Z");
const eightWeeks: Span = { from: begin, to: begin.add({ hours: 24 * 56 }) };

type Given = {
  layers: Layer[];
  people?: Record<string, Partial<Participant>>;
  window?: Span;
  inactive?: Watch["inactive"];
};

function warningsOf({ layers, people = {}, window = eightWeeks, inactive = new Map() }: Given): Warning[] {
  const version = { from: window.from, layers };
  const named = [...new Set(layers.flatMap(({ participants }) => participants))];
  return findWarnings({
    watch: { versions: [version], overrides: [], inactive },
    version,
    window,
    people: new Map(named.map((id) => [id, { ...berlin, ...people[id] }])),
  });
}

const ofKind = <Kind extends Warning["kind"]>(kind: Kind, given: Given) =>
  warningsOf(given).filter((warning): warning is Extract<Warning, { kind: Kind }> => warning.kind === kind);
const text = ({ from, to }: Span) => `${from} – ${to}`;

describe("gaps", () => {
  const officeHours: Layer = { ...weekly, hours: [{ weekdays: weekdays.slice(0, 5), from: "09:00", to: "17:00" }] };

  test("that begin and end at the same times of day are told together, with how often they come", () => {
    const gaps = ofKind("gap", { layers: [officeHours] });
    expect(gaps.map(({ first, times, isEndless }) => [text(first), times, isEndless])).toEqual([
      ["2026-01-05T16:00:00Z – 2026-01-06T08:00:00Z", 32, false],
      ["2026-01-09T16:00:00Z – 2026-01-12T08:00:00Z", 8, false],
    ]);
    expect(gaps.every(leavesHole)).toBe(true);
  });

  test("are none beneath a layer that is always active", () => {
    expect(ofKind("gap", { layers: [weekly, { ...officeHours, name: "office" }] })).toEqual([]);
  });

  test("before a layer's first handoff name the layer that is waited for, and it is not told again", () => {
    const late = { ...weekly, startsAt: "2026-01-12T09:00" };
    expect(ofKind("gap", { layers: [late] })).toMatchObject([{ waitsFor: "weekly", times: 1, isEndless: false }]);
    expect(ofKind("silent", { layers: [late] })).toEqual([]);
  });

  test("that do not end in sight say so", () => {
    const late = { ...weekly, startsAt: "2028-01-12T09:00" };
    expect(ofKind("gap", { layers: [late] })).toMatchObject([{ isEndless: true }]);
  });
});

test("what speaks against a version ends where the next one begins", () => {
  const version = { from: begin, layers: [{ ...weekly, hours: [everyDay("09:00", "17:00")] }] };
  const next = { from: begin.add({ hours: 24 * 3 }), layers: [{ ...weekly, participants: ["rui"] }] };
  const warnings = findWarnings({
    watch: { versions: [version, next], overrides: [], inactive: new Map() },
    version,
    window: eightWeeks,
    people: new Map(["ada", "rui"].map((id) => [id, berlin])),
  });
  expect(warnings).toMatchObject([{ kind: "gap", times: 3, isEndless: false }]);
});

test("a layer that is silent until its start is named, also where another stands watch meanwhile", () => {
  const late = { ...weekly, name: "late", startsAt: "2026-01-19T09:00" };
  expect(ofKind("silent", { layers: [weekly, late] })).toEqual([
    { kind: "silent", layer: "late", until: at("2026-01-19T08:00:00Z") },
  ]);
  expect(ofKind("gap", { layers: [weekly, late] })).toEqual([]);
});

describe("a deactivated participant", () => {
  test("is named with the gaps that follow, which are not told twice", () => {
    const inactive = new Map([["lin", [{ from: begin, to: at("9999-12-31T00:00:00Z") }]]]);
    const given = { layers: [weekly], people: { lin: { isActive: false } }, inactive };
    expect(ofKind("deactivated", given)).toEqual([{ kind: "deactivated", person: "lin", gaps: 3 }]);
    expect(ofKind("gap", given)).toEqual([]);
    expect(warningsOf(given).filter(leavesHole)).toHaveLength(1);
  });
});

describe("between layers that follow the sun", () => {
  // Berlin and New York are six hours apart, but five while only one of them has changed its clocks. New York's watch of
  // the night in which its clocks are changed ends at 02:00, which does not exist, and so an hour later.
  const east = { ...weekly, name: "Berlin", hours: [everyDay("08:00", "20:00")] };
  const west = {
    ...weekly,
    name: "New York",
    timeZone: "America/New_York",
    participants: ["rui", "sam"],
    hours: [everyDay("14:00", "02:00")],
  };

  test("the weeks in which their clocks are apart leave a hole and a double, in both seasons", () => {
    const window = { from: at("2026-01-05T19:00:00Z"), to: at("2026-03-02T19:00:00Z") };
    const found = ofKind("clocks-apart", { layers: [east, west], window });
    expect(
      found.map(({ isHole, layers, minutes, times, seasons }) => ({
        isHole,
        layers: layers.join(),
        minutes,
        times,
        seasons: seasons.map(({ first, last }) => `${first.from} … ${last.from}`),
      })),
    ).toEqual([
      {
        isHole: false,
        layers: "Berlin,New York",
        minutes: 60,
        times: 28,
        seasons: ["2026-03-08T18:00:00Z … 2026-03-28T18:00:00Z", "2026-10-25T18:00:00Z … 2026-10-31T18:00:00Z"],
      },
      {
        isHole: true,
        layers: "New York,Berlin",
        minutes: 60,
        times: 27,
        seasons: ["2026-03-09T06:00:00Z … 2026-03-28T06:00:00Z", "2026-10-25T06:00:00Z … 2026-10-31T06:00:00Z"],
      },
    ]);
    expect(found.map(leavesHole)).toEqual([false, true]);
  });

  test("a hole is not told again as a gap", () => {
    const window = { from: at("2026-03-01T19:00:00Z"), to: at("2026-04-20T19:00:00Z") };
    expect(ofKind("gap", { layers: [east, west], window })).toEqual([]);
    expect(ofKind("clocks-apart", { layers: [east, west], window })).toHaveLength(2);
  });

  test("a layer beneath that is always active leaves no hole", () => {
    const found = ofKind("clocks-apart", { layers: [{ ...weekly, name: "all" }, east, west] });
    expect(found.map(({ isHole }) => isHole)).toEqual([false]);
  });

  test("of the same zone, or of zones that change together, nothing is said", () => {
    const late = { ...west, timeZone: "Europe/Berlin", hours: [everyDay("20:00", "08:00")] };
    const lisbon = { ...west, timeZone: "Europe/Lisbon", hours: [everyDay("19:00", "07:00")] };
    expect(ofKind("clocks-apart", { layers: [east, late] })).toEqual([]);
    expect(ofKind("clocks-apart", { layers: [east, lisbon] })).toEqual([]);
  });

  test("an overlap that is there all the year is meant", () => {
    const longer = { ...east, hours: [everyDay("08:00", "22:00")] };
    const found = ofKind("clocks-apart", { layers: [longer, west] });
    expect(found.filter(({ layers }) => layers[0] === "Berlin").map(({ minutes }) => minutes)).toEqual([180]);
    const kolkata = { ...west, timeZone: "Asia/Kolkata", hours: [everyDay("09:00", "21:30")] };
    const dubai = { ...west, name: "Dubai", timeZone: "Asia/Dubai", hours: [everyDay("19:00", "08:00")] };
    expect(ofKind("clocks-apart", { layers: [kolkata, dubai] })).toEqual([]);
  });
});

describe("across the boundary of two layers", () => {
  const night = {
    ...weekly,
    name: "night",
    participants: ["marek", "ada", "lin"],
    hours: [everyDay("21:00", "09:00")],
  };

  test("a person who hands the watch to themselves is named, with how often", () => {
    expect(
      ofKind("back-to-back", { layers: [weekly, { ...night, participants: ["ada", "lin", "marek"] }] }),
    ).toMatchObject([{ person: "ada", layers: ["weekly", "night"] }, { person: "lin" }, { person: "marek" }]);
  });

  test("different people are no matter, nor are two shifts of one layer", () => {
    const alone = { ...weekly, participants: ["ada"] };
    expect(ofKind("back-to-back", { layers: [alone, { ...night, participants: ["lin"] }] })).toEqual([]);
    expect(ofKind("back-to-back", { layers: [alone] })).toEqual([]);
  });
});

describe("sleep", () => {
  const daily = { ...weekly, unit: "day" as const, participants: ["ada", "marek"], startsAt: "2026-01-05T07:00" };
  const early = { ...daily, hours: [everyDay("07:00", "15:00")] };

  test("is counted in the person's own zone, with the part of the night that is meant", () => {
    const people = { marek: { timeZone: "America/New_York" } };
    expect(ofKind("asleep", { layers: [early], people })).toEqual([
      {
        kind: "asleep",
        person: "marek",
        watches: 28,
        asleep: 28,
        from: "01:00",
        to: "06:00",
        isWhole: false,
        timeZone: "America/New_York",
        isZoneAssumed: false,
      },
    ]);
  });

  test("follows the waking hours that somebody has named", () => {
    const rises = (wakesAt: string, sleepsAt: string) =>
      ofKind("asleep", { layers: [early], people: { ada: { wakesAt, sleepsAt } } });
    expect(rises("07:00", "23:00")).toEqual([]);
    expect(rises("09:30", "01:00")).toMatchObject([{ person: "ada", asleep: 29, from: "07:00", to: "09:30" }]);
    expect(rises("18:00", "10:00")).toMatchObject([{ person: "ada", from: "10:00", to: "15:00", isWhole: false }]);
  });

  test("of a watch around the clock is the whole night", () => {
    expect(ofKind("asleep", { layers: [weekly] })).toMatchObject([
      { person: "ada", watches: 3, asleep: 3, from: "22:00", to: "06:00", isWhole: true },
      { person: "lin", watches: 3 },
      { person: "marek", watches: 2 },
    ]);
  });

  test("of some watches only is told as how many of how many", () => {
    // Every other day of the week's end lies in the night.
    const mixed = {
      ...early,
      hours: [everyDay("07:00", "15:00"), { weekdays: ["sunday" as const], from: "21:00", to: "23:00" }],
    };
    expect(ofKind("asleep", { layers: [mixed] }).map(({ asleep, from, to }) => [asleep, from, to])).toEqual([
      [4, "22:00", "23:00"],
      [4, "22:00", "23:00"],
    ]);
  });

  test("of somebody without a zone is counted in the rotation's, and says so", () => {
    expect(ofKind("asleep", { layers: [weekly], people: { ada: { timeZone: null } } })[0]).toMatchObject({
      timeZone: "Europe/Berlin",
      isZoneAssumed: true,
    });
  });
});

describe("how many people a watch needs", () => {
  const crew = (count: number, prefix = "p") => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

  test("is eight on one site", () => {
    expect(ofKind("too-few", { layers: [{ ...weekly, participants: crew(7) }] })).toEqual([
      { kind: "too-few", needs: 8, sites: [{ timeZone: "Europe/Berlin", people: 7 }] },
    ]);
    expect(ofKind("too-few", { layers: [{ ...weekly, participants: crew(8) }] })).toEqual([]);
  });

  test("counts nobody twice, whoever has two turns or stands in two layers of the site", () => {
    const twice = [...crew(7), "p0"];
    const layers = [
      { ...weekly, participants: twice },
      { ...weekly, name: "Lisbon", timeZone: "Europe/Lisbon", participants: ["p1"] },
    ];
    expect(ofKind("too-few", { layers })).toMatchObject([{ needs: 8, sites: [{ people: 7 }] }]);
  });

  test("is six on each of two sites", () => {
    const layers = [
      { ...weekly, participants: crew(6) },
      { ...weekly, name: "far", timeZone: "America/Los_Angeles", participants: crew(5, "q") },
    ];
    expect(ofKind("too-few", { layers })).toEqual([
      { kind: "too-few", needs: 6, sites: [{ timeZone: "America/Los_Angeles", people: 5 }] },
    ]);
  });

  test("does not count who was deactivated", () => {
    const people = { p0: { isActive: false } };
    expect(ofKind("too-few", { layers: [{ ...weekly, participants: crew(8) }], people })).toMatchObject([
      { sites: [{ people: 7 }] },
    ]);
  });

  test("is not asked of office hours", () => {
    const hours = [{ weekdays: weekdays.slice(0, 5), from: "09:00", to: "17:00" }];
    expect(ofKind("too-few", { layers: [{ ...weekly, hours }] })).toEqual([]);
  });
});

test("participants from outside the team are named once each", () => {
  const layers = [weekly, { ...weekly, name: "again", hours: [everyDay("09:00", "17:00")] }];
  expect(ofKind("outsider", { layers, people: { lin: { isMember: false } } })).toEqual([
    { kind: "outsider", person: "lin" },
  ]);
});

test("eight people of one team and place who are awake on their watches leave nothing to say", () => {
  const participants = Array.from({ length: 8 }, (_, index) => `p${index}`);
  const owls = Object.fromEntries(participants.slice(4).map((id) => [id, { wakesAt: "18:00", sleepsAt: "10:00" }]));
  const day = { ...weekly, name: "day", participants: participants.slice(0, 4), hours: [everyDay("07:00", "19:00")] };
  const night = { ...day, name: "night", participants: participants.slice(4), hours: [everyDay("19:00", "07:00")] };
  const window = { from: at("2026-01-05T18:00:00Z"), to: at("2026-03-02T18:00:00Z") };
  const layers = [day, night].map((layer) => ({ ...layer, startsAt: "2026-01-05T07:00" }));
  expect(warningsOf({ layers, people: owls, window })).toEqual([]);
});
