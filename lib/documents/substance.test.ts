import { expect, test } from "vitest";
import { isSubstantial } from "#lib/documents/substance";

const text = "Restart teh cache on both nodes, then look at the graph of the queue for a minute.";

test.each([
  ["nothing at all", text],
  ["the correction of a typo", text.replace("teh", "the")],
  ["other line ends and spaces", text.replaceAll(" ", "\n")],
  ["three new words", text.replace("both nodes", "every single node")],
  ["59 bytes more", `${text}${"e".repeat(59)}`],
])("%s is not substantial", (_, after) => {
  expect(isSubstantial(text, after)).toBe(false);
});

test.each([
  ["60 bytes more", `${text}${"e".repeat(60)}`],
  ["60 bytes less", text.slice(60)],
  ["bytes count, not letters", `${text}${"漢".repeat(20)}`],
  ["four new words in place of others", text.replace("look at the graph", "telephone whoever wrote this")],
])("%s: substantial", (_, after) => {
  expect(isSubstantial(text, after)).toBe(true);
});
