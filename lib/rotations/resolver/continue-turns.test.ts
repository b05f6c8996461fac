import { describe, expect, test } from "vitest";
import { continueTurns } from "#lib/rotations/resolver/continue-turns";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Layer, Span, Watch } from "#lib/rotations/rotation";

const workdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const office = [{ weekdays: [...workdays], from: "09:00", to: "17:00" }];
const instant = (text: string) => Temporal.Instant.from(text);

// Weeks begin on Mondays; the fifth of January 2026 is one, and falls to ada.
const weekly: Layer = {
  name: "primary",
  timeZone: "Europe/Berlin",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: ["ada", "bo", "cy"],
};
const daily: Layer = { ...weekly, unit: "day", hours: office };

function watchOf(...layers: Layer[]): Watch {
  return { versions: [{ from: instant("2026-01-01T00:00Z"), layers }], overrides: [], inactive: new Map() };
}

function peopleAfter(before: Watch, from: string, layers: Layer[], days = 28): string[] {
  const version = { from: instant(from), layers: continueTurns(before, instant(from), layers) };
  const window: Span = { from: version.from, to: version.from.add({ hours: days * 24 }) };
  const { shifts } = resolveRoster({ ...before, versions: [...before.versions, version] }, window);
  return shifts.map(({ person }) => person);
}

describe("when participants change in the middle of a watch", () => {
  // Wednesday of the second week: bo stands, cy is next.
  const from = "2026-01-14T12:00Z";

  test("whoever stands stays until the handoff, and the next in line is next", () => {
    const layers = [{ ...weekly, participants: ["dee", "ada", "bo", "cy"] }];
    expect(peopleAfter(watchOf(weekly), from, layers)).toEqual(["bo", "cy", "dee", "ada", "bo"]);
  });

  test("the next in line takes over from somebody who was removed", () => {
    const layers = [{ ...weekly, participants: ["ada", "cy", "dee"] }];
    expect(peopleAfter(watchOf(weekly), from, layers)).toEqual(["cy", "dee", "ada", "cy", "dee"]);
  });

  test("the one after takes over when the next in line was removed too", () => {
    expect(peopleAfter(watchOf(weekly), from, [{ ...weekly, participants: ["dee", "ada"] }])[0]).toBe("ada");
  });

  test("a list of strangers begins with its first", () => {
    const layers = [{ ...weekly, participants: ["dee", "eve", "fay"] }];
    expect(peopleAfter(watchOf(weekly), from, layers).slice(0, 3)).toEqual(["dee", "eve", "fay"]);
  });

  test("among the turns of somebody who has several, the one that keeps the order goes on", () => {
    const before = watchOf({ ...weekly, participants: ["ada", "bo", "ada", "cy"] });
    const layers = [{ ...weekly, participants: ["ada", "dee", "bo", "ada", "cy"] }];
    // In the third week ada stands for the second time, and cy follows.
    expect(peopleAfter(before, "2026-01-21T12:00Z", layers).slice(0, 3)).toEqual(["ada", "cy", "ada"]);
  });

  test("at the instant of a handoff it is the incoming person who stays", () => {
    const layers = [{ ...weekly, participants: ["ada", "bo", "cy", "dee"] }];
    expect(peopleAfter(watchOf(weekly), "2026-01-19T08:00Z", layers).slice(0, 2)).toEqual(["cy", "dee"]);
  });

  test("a turn that was chosen on purpose stays as it is", () => {
    const layers = [{ ...weekly, participants: ["ada", "bo", "cy", "dee"], firstTurn: 2 }];
    expect(continueTurns(watchOf(weekly), instant(from), layers)).toEqual(layers);
  });

  test("nothing changes where nothing was changed", () => {
    const before = watchOf({ ...weekly, firstTurn: 1 });
    expect(continueTurns(before, instant(from), [{ ...weekly, firstTurn: 1 }])).toEqual([{ ...weekly, firstTurn: 1 }]);
    expect(continueTurns(watchOf(weekly), instant(from), [weekly])).toEqual([weekly]);
  });

  test("neither the watch nor the layers that were given are touched", () => {
    const before = watchOf(weekly);
    const layers = [{ ...weekly, participants: ["dee", "ada", "bo"] }];
    const copy = structuredClone(layers);
    continueTurns(before, instant(from), layers);
    expect(layers).toEqual(copy);
    expect(before.versions[0]?.layers).toEqual([weekly]);
  });
});

describe("when the pattern changes", () => {
  test("whoever stands stays until the first handoff of the new pattern", () => {
    const layers = [{ ...weekly, startsAt: "2026-01-07T17:00" }];
    expect(peopleAfter(watchOf(weekly), "2026-01-14T12:00Z", layers, 14)).toEqual(["bo", "cy", "ada"]);
  });

  test("a pattern that begins later begins with whoever would have stood then", () => {
    const layers = [{ ...weekly, startsAt: "2026-01-20T09:00", participants: ["ada", "bo", "cy", "dee"] }];
    expect(peopleAfter(watchOf(weekly), "2026-01-14T12:00Z", layers, 20)).toEqual(["cy", "dee", "ada"]);
  });

  test("the rotation goes on in another zone", () => {
    const layers = [{ ...weekly, timeZone: "America/New_York", startsAt: "2026-01-12T09:00" }];
    expect(peopleAfter(watchOf(weekly), "2026-01-14T12:00Z", layers, 14)).toEqual(["bo", "cy", "ada"]);
  });
});

describe("in a layer with hours", () => {
  test("turns are counted by the periods that have some", () => {
    // Wednesday of the second week is the eighth working day: bo; nobody's turn goes by on a weekend.
    const layers = [{ ...daily, participants: ["ada", "bo", "cy", "dee"] }];
    const after = peopleAfter(watchOf(daily), "2026-01-14T12:00Z", layers, 7);
    expect(after).toEqual(["bo", "cy", "dee", "ada", "bo", "cy"]);
  });

  test("on a weekend the next in line is whoever stands on Monday", () => {
    // Friday of the first week was bo's.
    const layers = [{ ...daily, participants: ["dee", "ada", "bo", "cy"] }];
    expect(peopleAfter(watchOf(daily), "2026-01-10T12:00Z", layers, 3)).toEqual(["cy", "dee"]);
  });

  test("hours that are new to a weekly layer keep the person of the week", () => {
    const layers = [{ ...weekly, hours: office }];
    expect(peopleAfter(watchOf(weekly), "2026-01-14T12:00Z", layers, 7)).toEqual(["bo", "bo", "bo", "cy", "cy", "cy"]);
  });
});

describe("which layer goes on from which", () => {
  const from = instant("2026-01-14T12:00Z");
  const backup = { ...weekly, name: "backup", participants: ["kim", "lee", "mo"] };

  test("layers that changed places are told apart by their names", () => {
    const changed = [
      { ...backup, participants: ["new", ...backup.participants] },
      { ...weekly, participants: ["new", ...weekly.participants] },
    ];
    const [first, second] = continueTurns(watchOf(weekly, backup), from, changed);
    // Turn 1 was the second person's, who is now the third.
    expect([first?.firstTurn, second?.firstTurn]).toEqual([1, 1]);
  });

  test("a layer that was renamed goes on from the one in its place", () => {
    const renamed = { ...weekly, name: "first line", participants: ["new", ...weekly.participants] };
    expect(continueTurns(watchOf(weekly), from, [renamed])[0]?.firstTurn).toBe(1);
  });

  test("a new layer begins with its first turn", () => {
    expect(continueTurns(watchOf(weekly), from, [weekly, backup])).toEqual([weekly, backup]);
    expect(continueTurns(watchOf(weekly), from, [backup, weekly])).toEqual([backup, weekly]);
  });

  test("the first version of a rotation goes on from nothing", () => {
    expect(continueTurns({ ...watchOf(), versions: [] }, from, [weekly])).toEqual([weekly]);
  });

  test("a version that begins at the same instant is replaced, so what goes on is the one before", () => {
    const replaced = { from, layers: [{ ...weekly, firstTurn: 2 }] };
    const before = watchOf(weekly);
    const layers = [{ ...weekly, participants: ["new", ...weekly.participants] }];
    const [layer] = continueTurns({ ...before, versions: [...before.versions, replaced] }, from, layers);
    expect(layer?.firstTurn).toBe(1);
  });
});
