import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { depthOf, isHeading } from "#lib/documents/markdown/headings";

/**
 * Sets the headings below the title of the page they stand on, each one level below the heading that it belongs to,
 * whatever number of marks its author used; a single heading of the first level on top is a title and holds nothing.
 */
export function levelHeadings(tree: Root): void {
  const above: number[] = [];
  const headings = tree.children.filter(isHeading);
  const isTitled = headings.filter((heading) => depthOf(heading) === 1).length === 1;
  visit(tree, "element", (node) => {
    if (!isHeading(node)) return;
    const depth = depthOf(node);
    while (above.length > 0 && (above.at(-1) ?? 0) >= depth) above.pop();
    node.tagName = `h${Math.min(6, above.length + 2)}`;
    if (!(isTitled && node === headings[0] && depth === 1)) above.push(depth);
  });
}
