import { expect, test } from "vitest";
import { findRegion, matchingRegions, regionText } from "#lib/people/regions";

const countries = [
  {
    code: "DE",
    name: "Germany",
    states: [
      { code: "DE-BE", name: "Berlin" },
      { code: "DE-BY", name: "Bavaria" },
    ],
  },
  { code: "PT", name: "Portugal", states: [] },
  { code: "CI", name: "Côte d’Ivoire", states: [] },
];
const names = (query: string) => matchingRegions(countries, query).map(({ name }) => name);

test("a region is found by its name or code, in whatever letters, parts with their country", () => {
  expect(names("port")).toEqual(["Portugal"]);
  expect(names("cote")).toEqual(["Côte d’Ivoire"]);
  expect(names("de-b")).toEqual(["Berlin, Germany", "Bavaria, Germany"]);
  expect(names("ger")).toEqual(["Germany", "Berlin, Germany", "Bavaria, Germany"]);
  expect(names("")).toEqual([]);
  expect(names("atlantis")).toEqual([]);
});

test("a code is told by its name", () => {
  expect(findRegion(countries, "DE-BE")?.name).toBe("Berlin, Germany");
  expect(findRegion(countries, "PT")?.name).toBe("Portugal");
  expect(findRegion(countries, "PT-99")).toBeUndefined();
  expect(findRegion(countries, null)).toBeUndefined();
  expect(regionText("DE-BE")).toBe("Germany (BE)");
  expect(regionText("PT")).toBe("Portugal");
});
