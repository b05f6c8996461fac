import { expect, test } from "vitest";
import { firstWorkingDay, isCoverageDay, zonesInCoverageHour } from "#lib/coverage/digest-hours";

const first = (month: string) => firstWorkingDay(Temporal.PlainYearMonth.from(month)).toString();
const zones = ["Pacific/Kiritimati", "Asia/Tokyo", "Europe/Lisbon", "America/New_York", "Pacific/Pago_Pago"];
const awake = (at: string) => zonesInCoverageHour(zones, Temporal.Instant.from(at));

test("the first working day of a month is its first day from Monday to Friday", () => {
  expect(first("2026-12")).toBe("2026-12-01");
  expect(first("2027-05")).toBe("2027-05-03");
  expect(first("2026-11")).toBe("2026-11-02");
  expect(first("2027-01")).toBe("2027-01-01");
});

test("it is that morning from eight to twelve by the clock of each zone", () => {
  expect(awake("2027-05-03T07:30:00Z")).toEqual(["Europe/Lisbon"]);
  expect(awake("2027-05-03T10:59:59Z")).toEqual(["Europe/Lisbon"]);
  expect(awake("2027-05-03T11:00:00Z")).toEqual([]);
  expect(awake("2027-05-03T00:00:00Z")).toEqual(["Asia/Tokyo"]);
  expect(awake("2027-05-01T09:00:00Z")).toEqual([]);
  expect(awake("2027-05-04T09:00:00Z")).toEqual([]);
});

test("no such morning anywhere is missed by looking at the days of UTC", () => {
  const start = Temporal.Instant.from("2026-01-01T00:00:00Z");
  for (let hour = 0; hour < 24 * 800; hour += 1) {
    const at = start.add({ hours: hour });
    if (zonesInCoverageHour(zones, at).length > 0) expect(isCoverageDay(at)).toBe(true);
  }
});
