import { expect, it } from "vitest";
import { changeWords } from "#lib/change-words";

it("says a team’s working hours in words", () => {
  const after = { timeZone: "Asia/Kolkata", weekdays: ["monday", "tuesday"], from: "10:00", to: "18:00" };
  expect(changeWords({ field: "workingHours", before: null, after })).toEqual({
    field: "working hours",
    before: undefined,
    after: "Monday, Tuesday, 10:00 to 18:00 (Asia/Kolkata)",
  });
});
