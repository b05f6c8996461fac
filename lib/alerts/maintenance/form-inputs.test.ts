import { expect, test } from "vitest";
import { PlanMaintenanceForm } from "#lib/alerts/maintenance/form-inputs";

const typed = {
  service: "checkout",
  why: "",
  timeZone: "Europe/Berlin",
  from: "2026-03-29T02:30",
  to: "2026-03-29T05:00",
};

test("a window is read by the clock of whoever planned it, also where that clock jumps", () => {
  const { data } = PlanMaintenanceForm.safeParse(typed);
  expect([`${data?.from}`, `${data?.to}`]).toEqual(["2026-03-29T01:30:00Z", "2026-03-29T03:00:00Z"]);
  expect(data).toMatchObject({ service: "checkout", why: null });
});

test("an end that is no time is refused beside its field", () => {
  const { error } = PlanMaintenanceForm.safeParse({ ...typed, to: "soon" });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["to"]);
});
