import fc from "fast-check";
import { expect, test } from "vitest";
import { sized } from "#db/testing/runs";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import type { Gap, Roster, Seat, Shift, Span, Watch } from "#lib/rotations/rotation";
import { isBefore } from "#lib/rotations/spans";
import { plain, resolverAgreesWithOracle } from "#lib/rotations/testing/agreement";
import { anyCase } from "#lib/rotations/testing/any-watch";
import { readSpan, readWatch, writeRoster } from "#lib/rotations/testing/notation";

const timeout = sized(60_000, 1_800_000);
const { compare } = Temporal.Instant;

test("the resolver agrees with an oracle that walks from change to change", { timeout }, () => {
  fc.assert(resolverAgreesWithOracle(), { numRuns: sized(250, 5_000) });
});

test("shifts and gaps tile the window, and neighbours differ", { timeout }, () => {
  fc.assert(
    fc.property(anyCase(), ({ watch, window }) => {
      const pieces = inOrder(resolveRoster(watch, window));
      expect(pieces.at(0)?.from.equals(window.from)).toBe(true);
      expect(pieces.at(-1)?.to.equals(window.to)).toBe(true);
      for (const [index, { from, to, ...rest }] of pieces.entries()) {
        expect(compare(from, to)).toBe(-1);
        const next = pieces[index + 1];
        if (!next) continue;
        expect(next.from.equals(to)).toBe(true);
        expect({ ...next, from: undefined, to: undefined }).not.toEqual({ ...rest, from: undefined, to: undefined });
      }
    }),
  );
});

test("a window shows the slice of any wider one", { timeout }, () => {
  fc.assert(
    fc.property(anyCase(), fc.nat(60 * 24), fc.nat(60 * 24), ({ watch, window }, before, after) => {
      const wider = { from: window.from.subtract({ hours: before }), to: window.to.add({ hours: after }) };
      const { shifts, gaps } = resolveRoster(watch, wider);
      const slice = { shifts: cut(shifts, window), gaps: cut(gaps, window) };
      expect(plain(resolveRoster(watch, window))).toEqual(plain(slice));
    }),
  );
});

test("a seat is what the roster shows around it, as far as 400 days", { timeout }, () => {
  fc.assert(
    fc.property(anyCase(), ({ watch, at }) => {
      expect(plain(seatAt(watch, at))).toEqual(plain(seatInRoster(watch, at)));
    }),
    { numRuns: sized(150, 2_500) },
  );
});

test("a seat that is sought less far is the same, without the bounds beyond", { timeout }, () => {
  fc.assert(
    fc.property(anyCase(), fc.integer({ min: 1, max: 400 }), ({ watch, at }, days) => {
      const whole = seatAt(watch, at);
      const reach = { hours: 24 * days };
      const from = whole.from && isBefore(at.subtract(reach), whole.from) ? whole.from : null;
      const until = whole.until && isBefore(whole.until, at.add(reach)) ? whole.until : null;
      expect(plain(seatAt(watch, at, days))).toEqual(plain({ ...whole, from, until }));
    }),
    { numRuns: sized(150, 2_500) },
  );
});

test("what is given is never changed", { timeout }, () => {
  fc.assert(
    fc.property(anyCase(), ({ watch, window }) => {
      const before = readable(watch);
      for (const spans of watch.inactive.values()) freeze(spans);
      resolveRoster(freeze(watch), freeze(window));
      seatAt(watch, window.from);
      expect(readable(watch)).toBe(before);
    }),
    { numRuns: sized(100, 2_500) },
  );
});

test("an empty window holds nothing", () => {
  const at = Temporal.Instant.from("2026-01-01T00:00Z");
  expect(resolveRoster({ versions: [], overrides: [], inactive: new Map() }, { from: at, to: at })).toEqual({
    shifts: [],
    gaps: [],
  });
});

test("overrides that overlap in spite of all leave no hole and no overlap: the one that began first goes on", () => {
  const watch = readWatch(
    "override 2026-06-01T02:00Z/2026-06-01T06:00Z kim<br>override 2026-06-01T00:00Z/2026-06-01T04:00Z lee<br>" +
      "override 2026-06-01T01:00Z/2026-06-01T02:00Z mo<br>override 2026-06-01T07:00Z/2026-06-01T07:00Z no",
  );
  const roster = resolveRoster(watch, readSpan("2026-06-01T00:00Z/2026-06-01T08:00Z"));
  expect(writeRoster(roster)).toBe("2026-06-01T00:00Z lee<br>2026-06-01T04:00Z kim<br>2026-06-01T06:00Z nobody");
});

test("a zone that does not exist is refused", () => {
  const watch = readWatch("Mars/Olympus_Mons 2026-06-01T00:00 every 1 day: ada");
  expect(() => seatAt(watch, Temporal.Instant.from("2026-06-01T00:00Z"))).toThrow(RangeError);
});

function inOrder({ shifts, gaps }: Roster): (Shift | Gap)[] {
  return [...shifts, ...gaps].sort((one, other) => compare(one.from, other.from));
}

function cut<T extends Span>(spans: readonly T[], { from, to }: Span): T[] {
  return spans
    .map((span) => ({
      ...span,
      from: compare(span.from, from) < 0 ? from : span.from,
      to: compare(span.to, to) > 0 ? to : span.to,
    }))
    .filter((span) => compare(span.from, span.to) < 0);
}

function seatInRoster(watch: Watch, at: Temporal.Instant): Seat {
  const hours = 400 * 24;
  const window = { from: at.subtract({ hours }), to: at.add({ hours }) };
  const { shifts, gaps } = resolveRoster(watch, window);
  const holds = ({ from, to }: Span) => compare(from, at) <= 0 && compare(at, to) < 0;
  const { from, to, ...shift } = shifts.find(holds) ?? gaps.filter(holds).map((gap) => widened(gap, gaps))[0] ?? window;
  return {
    shift: "person" in shift ? (shift as Seat["shift"]) : null,
    from: from.equals(window.from) ? null : from,
    until: to.equals(window.to) ? null : to,
  };
}

/** Nobody is nobody, for whatever reasons. */
function widened(gap: Span, gaps: readonly Span[]): Span {
  const before = gaps.find(({ to }) => to.equals(gap.from));
  const after = gaps.find(({ from }) => from.equals(gap.to));
  if (!before && !after) return gap;
  return widened({ from: before?.from ?? gap.from, to: after?.to ?? gap.to }, gaps);
}

function readable({ inactive, ...watch }: Watch): string {
  return JSON.stringify({ ...watch, inactive: [...inactive] });
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || value instanceof Temporal.Instant) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
