import { describe, expect, test } from "vitest";
import { emptySeats } from "#lib/rotations/standing-in/empty-seats";
import type { SeatView } from "#lib/rotations/views";

const held = (name: string): SeatView => ({
  rotation: { slug: "a", name: "A" },
  person: { address: name.toLowerCase(), name, email: null, timeZone: null },
  from: null,
  until: null,
});
const nobody: SeatView = { rotation: { slug: "b", name: "B" }, person: null, from: null, until: null };
const none: SeatView = { rotation: null, person: null, from: null, until: null };

describe("a page passes an empty seat at once", () => {
  test("to the next that is held", () => {
    expect(emptySeats({ delivery: nobody, backup: held("Tomás"), ops: held("Noor") })).toEqual([
      { seat: "delivery", hasRotation: true, passesTo: { seat: "backup", name: "Tomás" } },
    ]);
    expect(emptySeats({ delivery: none, backup: nobody, ops: held("Noor") })).toEqual([
      { seat: "delivery", hasRotation: false, passesTo: { seat: "ops", name: "Noor" } },
      { seat: "backup", hasRotation: true, passesTo: { seat: "ops", name: "Noor" } },
    ]);
  });

  test("to nobody, when nobody comes after it", () => {
    expect(emptySeats({ delivery: held("Ada"), backup: null, ops: none })).toEqual([
      { seat: "ops", hasRotation: false, passesTo: null },
    ]);
  });

  test("and misses no backup where the path names none", () => {
    expect(emptySeats({ delivery: held("Ada"), backup: null, ops: held("Noor") })).toEqual([]);
  });
});
