import { expect, test } from "vitest";
import { InstantInput, PutRotationInput } from "#lib/rotations/inputs";

const layer = {
  name: "weekly",
  timeZone: "Europe/Berlin",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: ["ada@example.com", "lin@example.com"],
  hours: [{ weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" }],
};
const body = { name: "Checkout primary", team: "checkout", effectiveFrom: "2026-01-05T08:00:00Z", layers: [layer] };

const faultsOf = (input: unknown) =>
  PutRotationInput.safeParse(input).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("the body that the contract shows is taken as it stands, `every` being 1 where it is left out", () => {
  expect(faultsOf(body)).toEqual([]);
  const { every: _, ...rest } = layer;
  expect(PutRotationInput.parse({ ...body, layers: [rest] }).layers?.[0]?.every).toBe(1);
});

test.each<[string, object]>([
  ["name", { name: " " }],
  ["timeZone", { timeZone: "Mars/Olympus" }],
  ["timeZone", { timeZone: "+02:00" }],
  ["startsAt", { startsAt: "2026-01-05T25:00" }],
  ["startsAt", { startsAt: "2026-02-30T09:00" }],
  ["startsAt", { startsAt: "2026-01-05T09:00:00Z" }],
  ["startsAt", { startsAt: "2026-01-05" }],
  ["every", { every: 0 }],
  ["every", { every: 1000 }],
  ["every", { every: 1.5 }],
  ["unit", { unit: "fortnight" }],
  ["participants", { participants: [] }],
  ["participants", { participants: Array.from({ length: 201 }, () => "ada@example.com") }],
  ["participants", { participants: "ada@example.com" }],
  ["participants.1", { participants: ["ada@example.com", "no address"] }],
  ["firstTurn", { firstTurn: -1 }],
  ["hours.0.from", { hours: [{ weekdays: ["monday"], from: "25:00", to: "17:00" }] }],
  ["hours.0.weekdays", { hours: [{ weekdays: [], from: "09:00", to: "17:00" }] }],
  ["hours.0.weekdays", { hours: [{ weekdays: ["monday", "monday"], from: "09:00", to: "17:00" }] }],
  ["hours.0.weekdays.0", { hours: [{ weekdays: ["noday"], from: "09:00", to: "17:00" }] }],
])("a wrong %s of a layer is told at its own path: %j", (path, facts) => {
  expect(faultsOf({ ...body, layers: [layer, { ...layer, name: "nights", ...facts }] })).toEqual([`layers.1.${path}`]);
});

test.each<[string, object]>([
  ["name", { name: "" }],
  ["team", { team: "No Team" }],
  ["effectiveFrom", { effectiveFrom: "yesterday" }],
  ["effectiveFrom", { effectiveFrom: "2026-01-05T08:00:00" }],
  ["replaceLater", { replaceLater: "yes" }],
  ["layers", { layers: [] }],
  ["layers", { layers: Array.from({ length: 21 }, (_, index) => ({ ...layer, name: `layer ${index}` })) }],
  ["layers.1.name", { layers: [layer, layer] }],
])("a wrong %s of a rotation is told at its own path", (path, facts) => {
  expect(faultsOf({ ...body, ...facts })).toEqual([path]);
});

test("an instant has an offset, and lies in a century that every database keeps", () => {
  expect(InstantInput.parse("2026-03-02T10:00:00+01:00").toString()).toBe("2026-03-02T09:00:00Z");
  for (const text of ["2026-03-02T10:00:00", "-000100-01-01T00:00:00Z", "+012026-01-01T00:00:00Z", "now"])
    expect(InstantInput.safeParse(text).success, text).toBe(false);
});
