import { expect, test } from "vitest";
import { candidatesIn, namesAtAll, speaksOf } from "#lib/documents/surroundings/names";

const cache = { slug: "session-cache", name: "Session cache" };
const tax = { slug: "tax", name: "Tax" };

test("runs of words are offered to the catalog, and what stands in a block of code is not", () => {
  const candidates = candidatesIn("It asks Session cache, then tax.\n\n```\nkubectl -n orders get pods\n```\n");
  expect(candidates).toContain("session cache");
  expect(candidates).toContain("tax");
  expect(candidates).not.toContain("orders");
});

test("a block of code that never ends hides only what stands in it", () => {
  expect(candidatesIn("Before.\n~~~\norders")).toEqual(["before"]);
});

test("a service is spoken of by its name as spelt, by its address in code marks, or by an address with a hyphen", () => {
  expect(speaksOf("The Session cache holds it.", cache)).toBe(true);
  expect(speaksOf("Ask session-cache first.", cache)).toBe(true);
  expect(speaksOf("It asks `tax` for the rate.", tax)).toBe(true);
  expect(speaksOf("Rates come from Tax, by country.", tax)).toBe(true);
});

test("an everyday word is no service: not in small letters, not at the beginning of a sentence, not within a word", () => {
  expect(speaksOf("The tax is added.", tax)).toBe(false);
  expect(speaksOf("Tax is added. Tax again.", tax)).toBe(false);
  expect(speaksOf("# Tax\n", tax)).toBe(false);
  expect(speaksOf("the pre-Tax total", tax)).toBe(false);
  expect(speaksOf("A session-cache-old cluster.", cache)).toBe(false);
});

test("what is not named in any spelling is missing from the words", () => {
  expect(namesAtAll("The TAX service", tax)).toBe(true);
  expect(namesAtAll("our session cache", cache)).toBe(true);
  expect(namesAtAll("taxes", tax)).toBe(false);
});
