import { expect, test } from "vitest";
import { entriesOf } from "#lib/documents/markdown/contents";
import { copiedCode } from "#lib/documents/markdown/copied-code";
import { diagramName } from "#lib/documents/markdown/diagrams";
import { htmlOf } from "#lib/documents/markdown/html";
import { outlineOf, renderDocument } from "#lib/documents/markdown/render";
import { renderedOf } from "#lib/documents/markdown/rendered-of";
import { isAboutAssumptions, roleOf } from "#lib/documents/markdown/roles";
import { withoutTitle } from "#lib/documents/markdown/title";

test("the contents indent a heading below the one it belongs to, and leave out one that repeats the title", () => {
  const outline = outlineOf("# KubeNodeNotReady\n\n## Meaning\n\n#### Why\n\n## Impact", "runbook");
  const levels = (title?: string) => entriesOf(outline, title).map(({ heading, level }) => `${level} ${heading}`);
  expect(levels()).toEqual(["1 KubeNodeNotReady", "1 Meaning", "2 Why", "1 Impact"]);
  expect(levels("Kube Node Not Ready")).toEqual(["1 Meaning", "2 Why", "1 Impact"]);
});

test("a first heading that only repeats the title is left out of the page, any other stays", () => {
  const shown = (body: string) => htmlOf(withoutTitle(renderDocument(body, "runbook").tree, "Kube Node Not Ready"));
  expect(shown("# KubeNodeNotReady\n\nx").trim()).toBe("<p>x</p>");
  expect(shown("# Another\n\nx")).toContain("Another");
  expect(shown("x\n\n# KubeNodeNotReady")).toContain("KubeNodeNotReady");
});

test("the four parts of a runbook are recognised in any case, level or number, and nothing else is", () => {
  expect(["Mitigation", "MITIGATION:", "4. mitigation", " Mitigation — "].map(roleOf)).toEqual(
    Array.from({ length: 4 }, () => "mitigation"),
  );
  expect([roleOf("Meaning"), roleOf("Impact"), roleOf("Diagnosis")]).toEqual(["meaning", "impact", "diagnosis"]);
  expect([roleOf("Mitigation of floods"), roleOf(""), roleOf("Other")]).toEqual([undefined, undefined, undefined]);
  expect(["What it assumes", "Assumptions", "ASSUMED"].every(isAboutAssumptions)).toBe(true);
  expect(["How it flows", "Consumption"].some(isAboutAssumptions)).toBe(false);
});

test("what is copied of a shell session has no prompts; other code is copied as it is", () => {
  expect(copiedCode("$ ls -l\n$ wc -l x\n", "sh")).toBe("ls -l\nwc -l x");
  expect(copiedCode("$ ls", "php")).toBe("$ ls");
  expect(copiedCode("echo $ HOME", "sh")).toBe("echo $ HOME");
});

test("a diagram that cannot be seen is called by its title and kind", () => {
  expect(diagramName("graph LR\n  accTitle: How an order flows\n  A --> B")).toBe("Flow chart: How an order flows");
  expect(diagramName("---\ntitle: Orders\n---\nsequenceDiagram\n  A->>B: x")).toBe("Sequence diagram: Orders");
  expect(diagramName("nonsense")).toBe("Diagram");
});

test("a revision is laid out once, and another revision anew", () => {
  const first = renderedOf("0193", 1, "# One", "note");
  expect(renderedOf("0193", 1, "# One", "note")).toBe(first);
  expect(renderedOf("0193", 2, "# Two", "note")).not.toBe(first);
});
