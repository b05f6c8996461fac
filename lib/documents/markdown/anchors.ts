import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { toString as wordsOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { isHeading } from "#lib/documents/markdown/headings";

// Ids that the portal's own pages use, and globals that scripts look for before they make them.
const taken = [
  ...["main", "add", "administration", "default", "description", "facts", "manager", "needs", "rename", "repository"],
  ...[
    "retire",
    "span",
    "tier",
    "define",
    "exports",
    "global",
    "mermaid",
    "module",
    "next",
    "process",
    "react",
    "require",
  ],
];

/**
 * Gives every heading its anchor, made as GitHub makes it, unique in the document. A heading cannot take the name of
 * something else in the page: such a name is counted on at once, and one like those of bundlers, `__next_f`, gets a word
 * before it.
 */
export function nameHeadings(tree: Root): Set<string> {
  const slugger = new GithubSlugger();
  for (const name of taken) slugger.slug(name);
  const anchors = new Set<string>();
  visit(tree, "element", (node) => {
    if (node.properties.dataFootnotes !== undefined) return "skip";
    if (!isHeading(node)) return;
    const words = wordsOf(node).trim();
    const anchor = slugger.slug(/^_|^\P{L}*$/u.test(words) ? `section ${words}`.trim() : words);
    node.properties = { id: anchor };
    anchors.add(anchor);
    return "skip";
  });
  return anchors;
}
