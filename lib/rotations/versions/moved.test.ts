import { expect, test } from "vitest";
import type { Roster, Shift } from "#lib/rotations/rotation";
import { movedPeople } from "#lib/rotations/versions/moved";

const hour = (number: number) => Temporal.Instant.from("2026-03-02T00:00:00Z").add({ hours: number });

const shift = (person: string, from: number, to: number, layer = "weekly"): Shift => ({
  ...{ person, from: hour(from), to: hour(to) },
  ...{ source: "layer", layer, override: null },
});
const roster = (...shifts: Shift[]): Roster => ({ shifts, gaps: [] });

test("those who stand at other times moved: who came, who went, and whose shift got longer or shorter", () => {
  const before = roster(shift("ada", 0, 8), shift("lin", 8, 16), shift("noor", 16, 24));
  const after = roster(shift("ada", 0, 8), shift("lin", 8, 12), shift("kim", 12, 24));
  expect(movedPeople(before, after).sort()).toEqual(["kim", "lin", "noor"]);
});

test("nobody moved when only the layers are others", () => {
  const before = roster(shift("ada", 0, 8), shift("lin", 8, 24));
  const after = roster(shift("ada", 0, 4, "nights"), shift("ada", 4, 8, "days"), shift("lin", 8, 24, "days"));
  expect(movedPeople(before, after)).toEqual([]);
});

test("a pause in between is a change, and so is its end", () => {
  const whole = roster(shift("ada", 0, 8));
  const parted = roster(shift("ada", 0, 3), shift("ada", 5, 8));
  expect(movedPeople(whole, parted)).toEqual(["ada"]);
  expect(movedPeople(parted, whole)).toEqual(["ada"]);
});
