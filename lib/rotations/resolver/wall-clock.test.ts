import { describe, expect, test } from "vitest";
import { isLongRun, sized } from "#db/testing/runs";
import { day, hour, instantOf, minute, momentOf, week } from "#lib/rotations/resolver/moments";
import { clockOf, type Local } from "#lib/rotations/resolver/wall-clock";

const zones = Intl.supportedValuesOf("timeZone");
const [begin, end] = ["1880-01-01T00:00Z", "2150-01-01T00:00Z"].map((text) => momentOf(Temporal.Instant.from(text)));
const jumpsOf = (zone: string) => clockOf(zone).jumpsBetween(begin ?? 0, end ?? 0);

describe("in every zone", () => {
  test("what the clocks show around a jump means what Temporal says", { timeout: sized(30_000, 900_000) }, () => {
    for (const { zone, local } of timesAtJumps()) {
      const expected = plain(local).toZonedDateTime(zone, { disambiguation: "compatible" });
      expect(clockOf(zone).momentOf(local), `${plain(local)} in ${zone}`).toBe(expected.epochMilliseconds);
    }
  });

  test("what the clocks show at an instant is what Temporal says", { timeout: sized(30_000, 900_000) }, () => {
    for (const { zone, local: moment } of timesAtJumps()) {
      const expected = instantOf(moment).toZonedDateTimeISO(zone).toPlainDateTime();
      expect(plain(clockOf(zone).localAt(moment)).toString(), `${instantOf(moment)} in ${zone}`).toBe(
        expected.toString(),
      );
    }
  });

  // The resolver relies on the next three.
  test("clocks are less than a day from UTC", () => {
    for (const zone of zones) {
      for (const { before, after, at } of jumpsOf(zone)) {
        expect(Math.max(Math.abs(before - at), Math.abs(after - at)), zone).toBeLessThan(day);
      }
    }
  });

  test("no jump is longer than a day, and none longer than the clock knows", () => {
    for (const zone of zones) {
      for (const { before, after } of jumpsOf(zone)) {
        expect(Math.abs(after - before), zone).toBeLessThanOrEqual(Math.min(day, clockOf(zone).longestJump()));
      }
    }
  });

  test("jumps are days apart", () => {
    for (const zone of zones) {
      const ats = jumpsOf(zone).map(({ at }) => at);
      for (const [index, at] of ats.slice(1).entries()) expect(at - (ats[index] ?? at), zone).toBeGreaterThan(5 * day);
    }
  });
});

test("a clock answers for times far from any that it was asked for before", () => {
  const far = [-3_000, 1_200, -40, 0, 900].map((years) => years * 52 * week);
  for (const local of [...far, ...far.reverse()]) {
    const expected = plain(local).toZonedDateTime("America/Santiago").epochMilliseconds;
    expect(clockOf("America/Santiago").momentOf(local)).toBe(expected);
  }
});

test("a zone that does not exist is refused", () => {
  expect(() => clockOf("Mars/Olympus_Mons")).toThrow(RangeError);
});

/** Each jump of each zone, or one of each forty in a short run, and times from half a day before to half a day after. */
function* timesAtJumps(): Generator<{ zone: string; local: Local }> {
  let number = 0;
  for (const zone of zones) {
    for (const { before, after } of jumpsOf(zone)) {
      number += 1;
      if (!isLongRun && number % 40 !== 0) continue;
      for (const shift of [-12 * hour, -hour, -minute, 0, minute, hour, 12 * hour]) {
        yield { zone, local: before + shift };
        yield { zone, local: after + shift };
      }
    }
  }
}

function plain(local: Local): Temporal.PlainDateTime {
  return instantOf(local).toZonedDateTimeISO("UTC").toPlainDateTime();
}
