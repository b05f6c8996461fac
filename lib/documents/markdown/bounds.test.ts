import { describe, expect, test } from "vitest";
import { excessOf } from "#lib/documents/markdown/bounds";
import { htmlOf } from "#lib/documents/markdown/html";
import { renderDocument } from "#lib/documents/markdown/render";

const many = 10_000;
const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("");

const excessive: Record<string, string> = {
  "five megabytes": "word ".repeat(1_000_000),
  quotations: `${"> ".repeat(many)}x`,
  "quotations without spaces": `${">".repeat(many)}x`,
  "lists in one line": `${"- ".repeat(many)}x`,
  "lists line by line": rows(1_000, (i) => `${" ".repeat(i * 2)}- x\n`),
  "many nested lists": `${"- ".repeat(15)}x\n\n`.repeat(2_000),
  brackets: "[".repeat(many) + "a".repeat(9) + "]".repeat(many),
  "links in links": "[a](".repeat(many),
  "pictures in pictures": `${"![".repeat(many)}a${"](x)".repeat(many)}`,
  emphasis: `${"*a ".repeat(many)}${"a* ".repeat(many)}`,
  "double emphasis": `${"**a ".repeat(many)}${"a** ".repeat(many)}`,
  "less-than signs": "< ".repeat(many),
  "open tags": "<div>".repeat(many),
  "open tags line by line": "<div>\n\n".repeat(many),
  "a table of a million cells": `${"|a ".repeat(1_000)}|\n${"|- ".repeat(1_000)}|\n${"|x|\n".repeat(1_000)}`,
  "an address without an end": "a.b-c_".repeat(20_000),
  definitions: rows(many, (i) => `[d${i}]: /x\n\n`),
  footnotes: rows(many, (i) => `[^${i}]: x\n\n`),
};

describe("what is too much is shown word for word, with the reason over it:", () => {
  test.for(Object.entries(excessive))("%s", ([, body]) => {
    const { tree, outline } = renderDocument(body, "runbook");
    const html = htmlOf(tree);
    expect(html).toMatch(
      /^<div role="note" data-admonition="note"><p data-title="">Note<\/p><p>This text is shown as it was written, because /,
    );
    expect(html).toContain(htmlOf({ type: "text", value: body.trimEnd() }));
    expect(outline.sections).toHaveLength(1);
  });
});

const plenty: Record<string, string> = {
  "code of open brackets": `\`\`\`js\n${"`${".repeat(9_000)}\n\`\`\``,
  "code of nested brackets": `\`\`\`json\n${"[".repeat(many)}${"]".repeat(many)}\n\`\`\``,
  "code of stars": `\`\`\`\n${"*a ".repeat(many)}\n\`\`\``,
  "a table of 500 rows with links": `|a|b|\n|-|-|\n${"|[x](/a) `b`|[y](/b) *c*|\n".repeat(500)}`,
  "nothing but line breaks": "\n".repeat(many),
  "characters that are no text": "\0\u0001\uFFFE\uD800".repeat(500),
};

test.for(Object.entries(plenty))("what is plenty but harmless is laid out: %s", ([, body]) => {
  expect(excessOf(body)).toBeUndefined();
  expect(htmlOf(renderDocument(body, "runbook").tree)).not.toContain("shown as it was written");
});

test("a fence that HTML hides does not smuggle marks past the count", () => {
  const marks = `${"*a ".repeat(many)}`;
  for (const hidden of [
    `<!--\n\n\`\`\`\n-->\n\n${marks}`,
    `<div>\n\`\`\`\n\n${marks}`,
    `<pre>\n\n\`\`\`\n</pre>\n\n${marks}`,
  ])
    expect(excessOf(hidden)).toContain("marks");
});
