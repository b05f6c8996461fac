import { expect, test } from "vitest";
import { NightDocument } from "#components/briefing/night-document";
import { markupOf } from "#components/ui/markup";
import { renderDocument } from "#lib/documents/markdown/render";

const shown = (body: string) => {
  const { children } = renderDocument(body, "runbook").tree;
  return markupOf(
    <NightDocument nodes={children} address="/a&b" afterStep={(anchor) => <i title={anchor}>{'marks of "it"'}</i>} />,
  );
};

test("what came of a step stands inside it, after its words", () => {
  const html = shown("## Mitigation\n\n1. Roll back & wait.\n2. Look.");
  expect(html).toMatch(
    / data-step="mitigation-1">Roll back &#38; wait\.<i title="mitigation-1">marks of &quot;it&quot;<\/i><\/li>/,
  );
  expect(html).toMatch(/ data-step="mitigation-2">Look\.<i title="mitigation-2">/);
});

test("a drawing is named with the way to it, and code stands there to be copied as it is", () => {
  const html = shown("```mermaid\ngraph TD\nA-->B\n```\n\n```sh\nkubectl get pods | grep 'a<b'\n```");
  expect(html).toContain('<a href="/a&amp;b">A diagram</a>');
  expect(html).not.toContain("graph TD");
  expect(html).toContain("<pre>kubectl get pods | grep &#x27;a&lt;b&#x27;\n</pre>");
});

test("a link is no more than its address, and a task says whether it is done", () => {
  const html = shown("[*how*](https://x.example/?a=1&b=2)\n\n- [x] done\n- [ ] open");
  expect(html).toContain('<a href="https://x.example/?a=1&amp;b=2"><em>how</em></a>');
  expect(html).toMatch(/<span>☑ <\/span> ?done.*<span>☐ <\/span> ?open/s);
});
