import { expect, test } from "vitest";
import { afterLook, failuresOfDeadLink, type LinkRecord, type Look } from "#lib/documents/links/link-looks";

const start = Temporal.Instant.from("2026-02-02T08:00:00Z");
const hour = (hours: number) => start.add({ minutes: Math.round(hours * 60) });
const unknown: LinkRecord = { failures: 0, failingSince: null };

/** The record after looks at the given hours. */
const after = (...looks: [hours: number, look: Look][]) =>
  looks.reduce<LinkRecord>((record, [hours, look]) => afterLook(record, look, hour(hours)), unknown);
const isDead = (record: LinkRecord) => record.failures >= failuresOfDeadLink;

const gone: Look = { status: 404 };
const failures: [string, Look][] = [
  ["404", gone],
  ["410", { status: 410 }],
  ["a host without an address", { status: null, why: "unknown-host" }],
];

test.each(failures)("%s twice in a row, an hour apart, makes a link dead, since the first time", (_, look) => {
  expect(isDead(after([0, look]))).toBe(false);
  expect(after([0, look], [1, look])).toMatchObject({ failures: 2, failingSince: start });
});

test("two looks within the hour are one", () => {
  expect(isDead(after([0, gone], [0.99, gone]))).toBe(false);
});

test.each([200, 204, 401, 403, 405, 429, 500, 503])(
  "an answer of %i is not dead, and ends a row of failures",
  (status) => {
    expect(after([0, gone], [1, { status }], [2, gone]).failures).toBe(1);
    expect(isDead(after([0, gone], [2, gone], [4, { status }]))).toBe(false);
  },
);

test("no answer at all neither counts nor heals", () => {
  const silence: Look = { status: null, why: "unreachable" };
  expect(isDead(after([0, silence], [24, silence]))).toBe(false);
  expect(isDead(after([0, gone], [1, silence], [25, gone]))).toBe(true);
});

test("what lies in a private range is not judged", () => {
  const look: Look = { status: null, why: "private" };
  const record = afterLook({ failures: 2, failingSince: start }, look, hour(9));
  expect(record).toMatchObject({ failures: 0, failingSince: null });
  expect(record.failure).toContain("cannot be checked from here");
});

test.each<[string, [number, Look][], number]>([
  ["what answers", [[0, { status: 200 }]], 7 * 24],
  ["what keeps us out", [[0, { status: 403 }]], 7 * 24],
  ["what is in trouble", [[0, { status: 503 }]], 24],
  ["what says nothing", [[0, { status: null, why: "unreachable" }]], 24],
  ["what lies in a private range", [[0, { status: null, why: "private" }]], 7 * 24],
  ["what fails for the first time", [[0, gone]], 1],
  [
    "what fails for the second time",
    [
      [-2, gone],
      [0, gone],
    ],
    24,
  ],
  [
    "what has failed for long",
    [
      [-9, gone],
      [-5, gone],
      [0, gone],
    ],
    7 * 24,
  ],
])("the next look at %s is due after so many hours", (_, looks, hours) => {
  const [last, ...before] = looks.toReversed();
  const record = after(...before.toReversed());
  expect(afterLook(record, last?.[1] ?? gone, start).nextCheckAt).toEqual(hour(hours));
});
