import { describe, expect, test } from "vitest";
import { htmlOf } from "#lib/documents/markdown/html";
import { outlineOf, renderDocument } from "#lib/documents/markdown/render";
import type { DocumentKind } from "#lib/documents/views";

const html = (body: string, kind: DocumentKind = "runbook") => htmlOf(renderDocument(body, kind).tree);

describe("an outline", () => {
  test("has a section for each heading, and one before the first where something stands there", () => {
    const { sections } = outlineOf(
      "Read this.\n\n## Meaning\n\nIt is *down*.\n\n```sh\nls -l\n```\n\n### Why\n",
      "runbook",
    );
    expect(sections).toEqual([
      { anchor: "", depth: 0, heading: "", text: "Read this.", steps: [] },
      { anchor: "meaning", depth: 2, heading: "Meaning", text: "It is down.\nls -l", steps: [] },
      { anchor: "why", depth: 3, heading: "Why", text: "", steps: [] },
    ]);
    expect(outlineOf("# Only", "note").sections).toHaveLength(1);
    expect(outlineOf("", "note")).toEqual({ sections: [], links: [], mentions: [] });
  });

  test("counts the numbered items of a runbook on within a section, each with its plain words", () => {
    const body =
      "## Mitigation\n\n1. Drain **it**.\n2. Restart:\n\n   ```sh\n   systemctl restart x\n   ```\n\nThen\n\n1. Look.\n- no step\n\n> 1. quoted\n\n## Other\n\n3) Wait";
    const [mitigation, other] = outlineOf(body, "runbook").sections;
    expect(mitigation?.steps).toEqual([
      { anchor: "mitigation-1", text: "Drain it." },
      { anchor: "mitigation-2", text: "Restart: systemctl restart x" },
      { anchor: "mitigation-3", text: "Look." },
    ]);
    expect(other?.steps).toEqual([{ anchor: "other-1", text: "Wait" }]);
  });

  test("takes the items under the assumptions of a note as steps, also below a lesser heading, and no others", () => {
    const body =
      "## Flow\n\n1. In\n\n## What it assumes\n\n- [Tax](/services/tax) answers\n\n### Of the network\n\n1. No loss\n\n## Failure\n\n- none";
    const sections = outlineOf(body, "note").sections;
    expect(sections.map(({ steps }) => steps.map(({ anchor }) => anchor))).toEqual([
      [],
      ["what-it-assumes-1"],
      ["of-the-network-1"],
      [],
    ]);
  });

  test("gives no step the anchor of a heading, whichever comes first", () => {
    const { sections } = outlineOf(
      "## Mitigation\n\n1. a\n2. b\n\n## Mitigation\n\n1. c\n\n## Mitigation 2\n",
      "runbook",
    );
    const anchors = sections.flatMap(({ anchor, steps }) => [anchor, ...steps.map((step) => step.anchor)]);
    expect(anchors).toEqual([
      "mitigation",
      "mitigation-step-1",
      "mitigation-step-2",
      "mitigation-1",
      "mitigation-1-1",
      "mitigation-2",
    ]);
  });

  test("lists each outside link once, and the services that are linked to, assumed or not", () => {
    const body =
      "[a](https://a.example/x) https://a.example/x ![p](http://b.example/p.png) [c](/services/checkout/runbooks/x)\n\n## Assumptions\n\n- [t](/services/tax#top) [c](/services/checkout) [n](/services/new) [m](mailto:a@b.example)\n\nA note.[^1]\n\n[^1]: <https://c.example/>";
    expect(outlineOf(body, "note")).toMatchObject({
      links: ["https://a.example/x", "http://b.example/p.png", "https://c.example/"],
      mentions: [
        { service: "checkout", isAssumed: true },
        { service: "tax", isAssumed: true },
      ],
    });
  });

  test("is the one of the tree that is shown", () => {
    const body = "# A\n\n1. x\n\n## A\n\n<h2>Raw</h2>\n\n<ol><li>y</li></ol>";
    const { tree, outline } = renderDocument(body, "runbook");
    expect(outline).toEqual(outlineOf(body, "runbook"));
    for (const { anchor, steps } of outline.sections)
      for (const id of [anchor, ...steps.map((step) => step.anchor)])
        expect(htmlOf(tree).match(new RegExp(` id="${id}"`, "g"))).toHaveLength(1);
  });
});

describe("a heading", () => {
  test("stands below the title of the page, one level under the one it belongs to", () => {
    const levels = (body: string) => [...html(body).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels("# Title\n\n## Meaning\n\n#### Deep\n\n## Impact")).toEqual([2, 2, 3, 2]);
    expect(levels("### First\n\n# Second\n\n## Third\n\n# Fourth")).toEqual([2, 2, 3, 2]);
  });

  test("cannot take a name that the page or a bundler looks for", () => {
    const { sections } = outlineOf("# main\n\n# __next_f\n\n# Next\n\n# 日本\n\n# constructor\n\n# !!", "runbook");
    expect(sections.map(({ anchor }) => anchor)).toEqual([
      "main-1",
      "section-__next_f",
      "next-1",
      "日本",
      "constructor",
      "section-",
    ]);
  });
});

test("a step carries its anchor, and an author's HTML cannot pretend to be one", () => {
  expect(html("## Mitigation\n\n1. Go")).toContain('<li id="mitigation-1" data-step="mitigation-1">Go</li>');
  expect(html('<div data-step="x" id="mitigation-1">Go</div>')).toBe('<div id="user-content-mitigation-1">Go</div>');
});

test("the author's HTML is cleaned before anything of ours is added: no class, colour or kind of it can be forged", () => {
  const forged =
    '<aside data-admonition="caution">a</aside><span class="hljs-keyword" style="color:red">b</span><div data-table tabindex="0" role="group">c</div>\n\n<pre><code class="hljs language-sh evil"><span class="hljs-string">d</span></code></pre>';
  const shown = html(forged);
  for (const word of ["data-admonition", "style", "data-table", "tabindex", "role", "evil", "hljs-string"])
    expect(shown).not.toContain(word);
  expect(html("```sh\necho 'x'\n```")).toContain("<span class=\"hljs-string\">'x'</span>");
});

test("a GitHub admonition loses its first line and keeps its kind; another quotation stays one", () => {
  expect(html("> [!WARNING]\n> Hot.")).toBe(
    '<div role="note" data-admonition="warning"><p data-title="">Warning</p>\n<p>Hot.</p>\n</div>',
  );
  expect(html("> [!tip]\n>\n> Cold.")).toContain('<div role="note" data-admonition="tip"><p data-title="">Tip</p>');
  expect(html("> [!tip]\n>\n> Cold.")).not.toContain("[!");
  expect(html("> [!OTHER]\n> x")).toContain("<blockquote>");
});

test("a picture is shown when it was uploaded here, and is a link elsewhere", () => {
  expect(html("![a](/uploads/1/a.png)")).toContain('<img src="/uploads/1/a.png" alt="a" loading="lazy"');
  expect(html("![a](https://b.example/c.png)")).toContain('<a href="https://b.example/c.png"');
  expect(html("![a](https://b.example/c.png)")).toContain("Picture: a, b.example");
  expect(html("[![a](https://b.example/c.png)](/d)")).toBe(
    '<p><a href="/d"><span data-picture="">Picture: a, b.example</span></a></p>',
  );
  for (const src of ["/uploads/../api/v1/x", "data:image/png;base64,AAAA", "../x.png", "javascript:alert(1)"])
    expect(html(`![a](${src})`)).not.toMatch(/<img|<a /);
});

test("links lead to http, https, mailboxes and within the portal only, and no backslash leads out of it", () => {
  const href = (address: string) => /href="([^"]*)"/.exec(html(`<a href="${address}">x</a>`))?.[1];
  expect(href("https://a.example/b?c#d")).toBe("https://a.example/b?c#d");
  expect(href("/teams/x?y#z")).toBe("/teams/x?y#z");
  expect(href("#here")).toBe("#here");
  expect(href("mailto:a@b.example")).toBe("mailto:a@b.example");
  expect(href("//evil.example/x")).toBe("https://evil.example/x");
  expect(href("/\\evil.example/x")).toBe("https://evil.example/x");
  for (const address of [
    "javascript:alert(1)",
    "JaVaScRiPt:1",
    "java\tscript:1",
    "&#1;javascript:1",
    "data:text/html,x",
    "vbscript:x",
    "ftp://a/b",
    "https://a:b@c.example/",
  ])
    expect(href(address), address).toBeUndefined();
});

test("a table scrolls by itself, and a task list cannot be ticked", () => {
  expect(html("|a|\n|-|\n|b|")).toMatch(/^<div data-table="" role="group" aria-label="Table" tabindex="0"><table>/);
  expect(html("- [x] done")).toContain('<input type="checkbox" checked="" disabled="">');
});

test("a footnote and its way back find each other", () => {
  const shown = html("A[^1]\n\n[^1]: B");
  expect(shown).toContain('href="#user-content-fn-1" id="user-content-fnref-1"');
  expect(shown).toContain('href="#user-content-fnref-1"');
});

describe("Hugo's shortcodes", () => {
  test("that refer to another file lead to the runbook of that alert", () => {
    expect(html('See [Node RAID]({{< ref "./NodeRAIDDegraded.md" >}}) for more.')).toBe(
      '<p>See <a href="/r/NodeRAIDDegraded">Node RAID</a> for more.</p>',
    );
    expect(html('{{% relref "x/KubeNodeNotReady.md#mitigation" %}}')).toContain(
      '<a href="/r/KubeNodeNotReady#mitigation">KubeNodeNotReady</a>',
    );
    expect(html("[b](./KubeNodeNotReady.md)")).toContain('href="/r/KubeNodeNotReady"');
    expect(html("[b](The%20Flow.md)", "note")).toContain('href="./');
  });

  test("that box their words are admonitions, nested ones too", () => {
    expect(html("{{< hint warning >}}\n\n**Hot**\n\n{{< /hint >}}")).toContain(
      '<div role="note" data-admonition="warning">',
    );
    expect(
      html("{{% notice danger %}}\n\nx\n\n{{% hint %}}\n\ny\n\n{{% /hint %}}\n\n{{% /notice %}}").match(/role="note"/g),
    ).toHaveLength(2);
  });

  test("that nobody knows are shown as they were written, and so is code", () => {
    expect(html('{{< youtube "abc" >}}')).toBe('<p>{{&#60; youtube "abc" &#62;}}</p>');
    expect(html('`{{< ref "./A.md" >}}`')).toContain("&#60; ref");
    expect(html("```\n{{< hint >}}\n```")).toContain("{{&#60; hint &#62;}}");
    expect(html("{{< hint >}}\n\nnever closed")).toContain("never closed");
    expect(html('[x]({{< ref "javascript:alert(1)" >}})')).not.toContain("<a");
  });
});
