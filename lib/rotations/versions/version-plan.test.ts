import { describe, expect, test } from "vitest";
import { Invalid } from "#lib/errors";
import type { Layer } from "#lib/rotations/rotation";
import { beginningOf, type HeldVersion, planVersions } from "#lib/rotations/versions/version-plan";

const day = (number: number) => Temporal.Instant.from(`2026-03-${String(number).padStart(2, "0")}T09:00:00Z`);
const at = day(10);

const layers = (...participants: string[]): Layer[] => [
  { name: "weekly", timeZone: "UTC", startsAt: "2026-01-05T09:00", every: 1, unit: "week", participants },
];

/** Versions one after the other, the last one open; each was opened well before it begins, unless said otherwise. */
function held(...begins: [id: string, from: Temporal.Instant, openedAt?: Temporal.Instant][]): HeldVersion[] {
  return begins.map(([id, from, openedAt], index) => ({
    id,
    from,
    until: begins[index + 1]?.[1] ?? null,
    openedAt: openedAt ?? from.subtract({ hours: 24 * 30 }),
    layers: layers(id),
  }));
}

const now = held(["ada", day(1)]);
const nowAndLater = held(["ada", day(1)], ["lin", day(20)]);

describe("the first version", () => {
  test("begins when it says, in the past or in the future", () => {
    for (const from of [day(1), day(20)]) {
      const plan = planVersions([], { layers: layers("ada"), effectiveFrom: from }, at);
      expect(plan).toMatchObject({ dropped: [], bounded: null, opened: { from, until: null } });
    }
  });

  test("begins now where it says nothing", () => {
    expect(planVersions([], { layers: layers("ada") }, at)?.opened).toMatchObject({ from: at, until: null });
  });
});

describe("a later version", () => {
  test("ends the one that holds, and is open", () => {
    expect(planVersions(now, { layers: layers("lin") }, at)).toEqual({
      changesFrom: at,
      dropped: [],
      bounded: { id: "ada", until: at },
      opened: { from: at, until: null, openedAt: at },
    });
  });

  test("ends where a still later one begins, which stays", () => {
    expect(planVersions(nowAndLater, { layers: layers("noor"), effectiveFrom: day(15) }, at)).toEqual({
      changesFrom: day(15),
      dropped: [],
      bounded: { id: "ada", until: day(15) },
      opened: { from: day(15), until: day(20), openedAt: at },
    });
  });

  test("takes the place of those that begin later when it is told to", () => {
    const wish = { layers: layers("noor"), effectiveFrom: day(15), replaceLater: true };
    expect(planVersions(nowAndLater, wish, at)).toMatchObject({ dropped: ["lin"], opened: { until: null } });
  });

  test("replaces the one that begins at the same instant, and leaves the one before as it was", () => {
    const wish = { layers: layers("noor"), effectiveFrom: day(20) };
    expect(planVersions(nowAndLater, wish, at)).toMatchObject({
      dropped: ["lin"],
      bounded: null,
      opened: { from: day(20), until: null },
    });
  });

  test("comes before a rotation's first one that has not begun", () => {
    const plan = planVersions(held(["ada", day(20)]), { layers: layers("lin") }, at);
    expect(plan).toMatchObject({ bounded: null, opened: { from: at, until: day(20) } });
  });

  test("that would begin in the past is refused, naming the field", () => {
    const wish = { layers: layers("lin"), effectiveFrom: day(9) };
    expect(() => planVersions(now, wish, at)).toThrow(Invalid);
    expect(() => planVersions(now, { ...wish, effectiveFrom: day(1) }, at)).toThrow(Invalid);
    expect(() => planVersions(now, { ...wish, layers: layers("ada") }, at)).toThrow(Invalid);
  });

  test("that was meant for now and took a while to arrive begins now", () => {
    const wish = { layers: layers("lin"), effectiveFrom: at.subtract({ seconds: 20 }) };
    expect(planVersions(now, wish, at)?.opened?.from).toEqual(at);
  });
});

describe("what is there already", () => {
  test("changes nothing, whether its beginning is said or not", () => {
    expect(planVersions(now, { layers: layers("ada") }, at)).toBeNull();
    expect(planVersions(now, { layers: layers("ada"), effectiveFrom: day(1) }, at)).toBeNull();
    expect(planVersions(nowAndLater, { layers: layers("lin"), effectiveFrom: day(20) }, at)).toBeNull();
  });

  test("drops the later versions all the same when it is told to", () => {
    expect(planVersions(nowAndLater, { layers: layers("ada"), replaceLater: true }, at)).toEqual({
      changesFrom: day(20),
      dropped: ["lin"],
      bounded: { id: "ada", until: null },
      opened: null,
    });
  });
});

test("a version that another replica opened with its clock ahead has begun: the next change comes after it", () => {
  const ahead = at.add({ milliseconds: 300 });
  const versions = held(["ada", day(1)], ["lin", ahead, ahead]);
  expect(beginningOf(versions, undefined, at)).toEqual(ahead);
  expect(planVersions(versions, { layers: layers("noor") }, at)).toMatchObject({
    dropped: ["lin"],
    opened: { from: ahead, until: null, openedAt: ahead },
  });
});

test("a beginning counts in microseconds, as it is stored", () => {
  const precise = Temporal.Instant.from("2026-03-20T09:00:00.123456789Z");
  expect(beginningOf(now, precise, at).toString()).toBe("2026-03-20T09:00:00.123456Z");
});
