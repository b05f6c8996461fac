import { expect, test } from "vitest";
import { EditTeamForm } from "#lib/teams/team-form-inputs";

const typed = { team: "crew", kind: "delivery" };
const hours = { weekdays: ["monday", "friday"], from: "09:00", to: "17:00", timeZone: "Europe/Lisbon" };
const parsed = (workingHours: unknown) => EditTeamForm.parse({ ...typed, workingHours }).workingHours;

test("working hours that nobody filled in are none, whatever the zone beside them", () => {
  expect(parsed({ from: "", to: "", timeZone: "Europe/Lisbon" })).toBeNull();
  expect(EditTeamForm.parse(typed).workingHours).toBeUndefined();
});

test("working hours are kept as they are typed", () => {
  expect(parsed(hours)).toEqual(hours);
});

test("what is missing of them is told beside its field", () => {
  const { error } = EditTeamForm.safeParse({ ...typed, workingHours: { ...hours, weekdays: undefined, to: "" } });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["workingHours.weekdays", "workingHours.to"]);
});
