import { expect, test } from "vitest";
import { baseOf, DraftInput, EditedRotation } from "#lib/rotations/editor/draft-inputs";

const layer = {
  name: "weekly",
  timeZone: "Europe/Berlin",
  startsAt: "2026-01-05T09:00",
  every: "1",
  unit: "week",
  participants: ["ada@example.com"],
  hours: [],
};
const draft = { layers: [layer], begins: ["keep"], when: "at", effectiveFrom: "2026-03-02T09:00", replaceLater: false };
const at = (text: string) => Temporal.Instant.from(text);
const effectiveFrom = (typed: object) => DraftInput.parse({ ...draft, ...typed }).effectiveFrom?.toString();
const errorsOf = (typed: object) =>
  DraftInput.safeParse({ ...draft, ...typed }).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("from when it holds is meant by the clocks of the first layer, or now", () => {
  expect(effectiveFrom({})).toBe("2026-03-02T08:00:00Z");
  expect(effectiveFrom({ layers: [{ ...layer, timeZone: "Asia/Kolkata" }] })).toBe("2026-03-02T03:30:00Z");
  expect(effectiveFrom({ when: "now", effectiveFrom: "soon" })).toBeUndefined();
});

test("a beginning between two minutes stays what it is where nobody has changed it", () => {
  const shown = "2026-03-02T08:00:37Z";
  expect(effectiveFrom({ shown })).toBe(shown);
  expect(effectiveFrom({ shown, effectiveFrom: "2026-03-02T09:01" })).toBe("2026-03-02T08:01:00Z");
});

test("what is wrong is named by its field", () => {
  expect(errorsOf({ effectiveFrom: "2026-02-30T09:00" })).toEqual([
    "effectiveFrom: Write a date and a time such as 2026-03-02T09:00.",
  ]);
  expect(errorsOf({ layers: [] })).toEqual(["layers: Describe at least one layer."]);
  const bad = { ...layer, every: "0", timeZone: "Mars/Phobos", startsAt: "2026-01-05T25:00", participants: [] };
  expect(errorsOf({ layers: [bad] })).toEqual([
    "layers.0.timeZone: Name a time zone such as Europe/Lisbon.",
    "layers.0.startsAt: Write a date and a time such as 2026-01-05T09:00.",
    "layers.0.every: Use a whole number from 1 to 999.",
    "layers.0.participants: Name at least one person.",
  ]);
});

test("the version that a change is held against is the one in which it begins", () => {
  const known = ["2026-03-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"].map(at);
  expect(baseOf(known, undefined)?.toString()).toBe("2026-01-01T00:00:00Z");
  expect(baseOf(known, at("2026-01-15T00:00:00Z"))?.toString()).toBe("2026-01-01T00:00:00Z");
  expect(baseOf(known, at("2026-02-01T00:00:00Z"))?.toString()).toBe("2026-02-01T00:00:00Z");
  expect(baseOf(known, at("2027-01-01T00:00:00Z"))?.toString()).toBe("2026-03-01T00:00:00Z");
  expect(baseOf([], undefined)).toBeUndefined();
});

test("versions that an editor knows of come as instants with spaces between them", () => {
  const known = "2026-01-01T00:00:00+00:00 2026-02-01T00:00:00Z";
  expect(EditedRotation.parse({ rotation: "quay", known }).known.map(String)).toEqual([
    "2026-01-01T00:00:00Z",
    "2026-02-01T00:00:00Z",
  ]);
  expect(EditedRotation.safeParse({ rotation: "quay", known: "yesterday" }).success).toBe(false);
});
