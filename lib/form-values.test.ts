import { describe, expect, test } from "vitest";
import { readForm, typedValues } from "#lib/form-values";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("reading a form", () => {
  test("dotted names become nested values and numbered ones a list in order", () => {
    expect(
      readForm(form(["name", " Checkout "], ["links.1.url", "b"], ["links.0.url", "a"], ["links.0.title", "A"])),
    ).toEqual({
      name: "Checkout",
      links: [{ url: "a", title: "A" }, { url: "b" }],
    });
  });

  test("rows in which nothing was typed are left out", () => {
    expect(readForm(form(["links.0.url", ""], ["links.0.title", " "], ["links.1.url", "b"]))).toEqual({
      links: [{ url: "b" }],
    });
  });

  test("a name with brackets is a list even with one value, and an empty one with only blanks", () => {
    expect(readForm(form(["teams[]", "checkout"], ["others[]", ""]))).toEqual({ teams: ["checkout"], others: [] });
  });

  test("the last of several equal names counts, so that a checkbox can follow its hidden default", () => {
    expect(readForm(form(["customerFacing", "no"], ["customerFacing", "yes"]))).toEqual({ customerFacing: "yes" });
  });

  test("no field name reaches the prototype of an object", () => {
    const read = readForm(form(["__proto__.polluted", "yes"]));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(read).polluted).toBeUndefined();
  });
});

test("what was typed is given back, but never a secret", () => {
  expect(typedValues(form(["name", "Ada"], ["teams[]", "a"], ["clientSecret", "s"], ["$ACTION_ID", "x"]))).toEqual({
    name: "Ada",
    "teams[]": ["a"],
  });
});

test("a field that is read verbatim keeps the blanks and line ends around it, and the others do not", () => {
  const read = readForm(form(["body", "    code\n\n"], ["title", " Title "]), ["body"]);
  expect(read).toEqual({ body: "    code\n\n", title: "Title" });
});
