import { expect, it } from "vitest";
import { readForm } from "#lib/form-values";
import { typedLinks } from "#lib/services/link-rows";

it("counts the typed links as the server does, so that an error stands beside its row", () => {
  const form = new FormData();
  const rows = [
    ["", "", ""],
    ["Board", "nonsense", ""],
    ["  ", "", ""],
    ["", "https://logs.example", "logs"],
  ] as const;
  for (const [index, [title, url, type]] of rows.entries()) {
    form.set(`links.${index}.title`, title);
    form.set(`links.${index}.url`, url);
    form.set(`links.${index}.type`, type);
  }
  const typed = typedLinks(Object.fromEntries(form) as Record<string, string>);
  expect(typed).toEqual(readForm(form).links);
  expect(typed.map(({ url }) => url)).toEqual(["nonsense", "https://logs.example"]);
});

it("finds none where none were typed", () => {
  expect(typedLinks({ name: "Checkout" })).toEqual([]);
});
