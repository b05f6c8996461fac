import { describe, expect, it } from "vitest";
import { isRegionKnown, listHolidays, listRegions } from "#lib/people/holiday-queries";

const year = (region: string, of: number) =>
  listHolidays(region, Temporal.PlainDate.from(`${of}-01-01`), Temporal.PlainDate.from(`${of + 1}-01-01`));
const days = async (region: string, of: number) => (await year(region, of)).map(({ day }) => day);

describe("listHolidays", () => {
  it("knows what is a holiday in one state and not in the next", async () => {
    expect(await year("DE-BE", 2027)).toContainEqual({ day: "2027-03-08", name: "International Women's Day" });
    expect(await days("DE-BY", 2027)).not.toContain("2027-03-08");
    expect(await days("DE-BY", 2027)).toContain("2027-01-06");
    expect(await days("DE", 2027)).not.toContain("2027-01-06");
  });

  it("counts movable feasts from the Easter of the year", async () => {
    expect(await days("PT", 2026)).toEqual([
      ...["2026-01-01", "2026-04-03", "2026-04-05", "2026-04-25", "2026-05-01", "2026-06-04", "2026-06-10"],
      ...["2026-08-15", "2026-10-05", "2026-11-01", "2026-12-01", "2026-12-08", "2026-12-25"],
    ]);
    expect(await days("GB-ENG", 2027)).toContain("2027-03-26");
  });

  it("knows the days of provinces and the substitutes of what falls on a weekend", async () => {
    expect(await year("CA-ON", 2026)).toContainEqual({ day: "2026-02-16", name: "Family Day" });
    expect(await days("CA-QC", 2026)).toContain("2026-06-24");
    expect(await year("GB-ENG", 2026)).toContainEqual({ day: "2026-12-28", name: "Boxing Day (substitute day)" });
  });

  it("leaves out days that are observed, but not free", async () => {
    const names = (await year("DE-BE", 2026)).map(({ name }) => name);
    expect(names).not.toContain("Mother's Day");
    expect(names).not.toContain("Christmas Eve");
  });

  it("gives every day of a feast of several, from sunset or not", async () => {
    const feast = (await year("EG", 2026)).filter(({ name }) => name.includes("al-Fitr"));
    expect(feast.map(({ day }) => day)).toEqual(["2026-03-20", "2026-03-21", "2026-03-22"]);
  });

  it("takes the days from the first up to, and without, the last, across years", async () => {
    const turn = await listHolidays("PT", Temporal.PlainDate.from("2026-12-25"), Temporal.PlainDate.from("2027-01-01"));
    expect(turn.map(({ day }) => day)).toEqual(["2026-12-25"]);
    const further = await listHolidays(
      "PT",
      Temporal.PlainDate.from("2026-12-26"),
      Temporal.PlainDate.from("2027-01-02"),
    );
    expect(further.map(({ day }) => day)).toEqual(["2027-01-01"]);
  });

  it.each(["LB", "ZZ", "DE-ZZ", "DE-BY-ZZ", "de-be", "", "Portugal", "DE-BE-", "__proto__"])(
    "says of %s that its holidays are not known",
    async (region) => {
      await expect(year(region, 2026)).rejects.toMatchObject({
        errors: [{ path: "holidayRegion", message: expect.stringContaining(`“${region}”`) }],
      });
      expect(await isRegionKnown(region)).toBe(false);
    },
  );
});

describe("listRegions", () => {
  it("names countries and their states in the order of the alphabet", async () => {
    const countries = await listRegions();
    expect(countries.length).toBeGreaterThan(180);
    expect(countries.map(({ name }) => name)).toEqual(
      countries.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, "en")),
    );
    expect(countries.find(({ code }) => code === "PT")).toEqual({ code: "PT", name: "Portugal", states: [] });
    const canada = countries.find(({ code }) => code === "CA");
    expect(canada?.states).toContainEqual({ code: "CA-ON", name: "Ontario" });
  });

  it("offers only regions that can be stored and whose holidays are known", async () => {
    for (const { code, states } of await listRegions()) {
      for (const region of [code, ...states.map((state) => state.code)]) {
        expect(region).toMatch(/^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/);
        expect(await isRegionKnown(region)).toBe(true);
      }
    }
  });
});
