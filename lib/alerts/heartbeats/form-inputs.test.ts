import { expect, test } from "vitest";
import { AddHeartbeatForm } from "#lib/alerts/heartbeats/form-inputs";

const typed = { service: "checkout", name: "Nightly export", every: "5", unit: "minutes", graceMinutes: "2" };
const read = (more: object) => AddHeartbeatForm.safeParse({ ...typed, customerImpact: "", ...more });

test("a heartbeat has the address that its name makes, and times in seconds", () => {
  expect(read({}).data).toEqual({
    ...{ service: "checkout", heartbeat: "nightly-export", name: "Nightly export" },
    ...{ everySeconds: 300, graceSeconds: 120, customerImpact: null },
  });
  expect(read({ every: "1", unit: "days" }).data?.everySeconds).toBe(86_400);
});

test.each([
  ["every", { every: "0" }],
  ["every", { every: "half an" }],
  ["every", { every: "32", unit: "days" }],
  ["unit", { unit: "weeks" }],
  ["graceMinutes", { graceMinutes: "" }],
  ["name", { name: "…" }],
])("what cannot be is refused beside its field: %s %o", (field, more) => {
  expect(read(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});
