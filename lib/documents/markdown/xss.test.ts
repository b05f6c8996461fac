import type { Element } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { payloads } from "#e2e/xss-payloads";
import { htmlOf } from "#lib/documents/markdown/html";
import { destinationOf } from "#lib/documents/markdown/links";
import { renderDocument } from "#lib/documents/markdown/render";

const elements = new Set(
  (
    "a b blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p " +
    "pre q rp rt ruby s samp section span strike strong sub summary sup table tbody td tfoot th thead tr tt ul var"
  ).split(" "),
);
const attributes = new Set(
  (
    "id title lang href rel src alt width height loading decoding open type checked disabled className value start reversed " +
    "align colSpan rowSpan scope role tabIndex ariaLabel ariaDescribedBy dataFootnotes dataFootnoteRef dataFootnoteBackref " +
    "dataStep dataAdmonition dataTitle dataTable dataPicture"
  ).split(" "),
);
const ours = /^(?:hljs[\w-]*|[a-z]+_|language-[\w+#.-]+|contains-task-list|task-list-item|data-footnote-backref)$/;

// Reads HTML as the standard says a browser does.
const asBrowser = unified().use(rehypeRaw).freeze();

function complaints({ tagName, properties }: Element): string[] {
  const found = elements.has(tagName) ? [] : [`<${tagName}>`];
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (!attributes.has(name)) found.push(`${tagName} ${name}`);
    if (name === "href" && destinationOf(String(value))?.address !== value) found.push(`href ${value}`);
    if (name === "src" && !String(value).startsWith("/uploads/")) found.push(`src ${value}`);
    if (name === "className" && ![value].flat().every((word) => ours.test(String(word)))) found.push(`class ${value}`);
  }
  return found;
}

describe("of a document that tries to run a script, only harmless elements, attributes and addresses are left, as a browser reads them:", () => {
  test("the list tries more than ninety forms", () => {
    expect(Object.keys(payloads).length).toBeGreaterThan(90);
  });

  test.for(Object.entries(payloads))("%s", ([, payload]) => {
    for (const body of [
      payload,
      `Words ${payload} words`,
      `> ${payload}`,
      `1. ${payload}`,
      `<div>\n${payload}\n</div>`,
    ])
      for (const kind of ["runbook", "note"] as const) {
        const found: string[] = [];
        visit(renderDocument(body, kind).tree, (node) => {
          if (node.type === "element") found.push(...complaints(node));
          else if (node.type !== "text" && node.type !== "root") found.push(node.type);
        });
        expect(found, body).toEqual([]);
        const html = htmlOf(renderDocument(body, kind).tree);
        expect(htmlOf(asBrowser.runSync({ type: "root", children: [{ type: "raw", value: html }] })), body).toBe(html);
      }
  });
});
