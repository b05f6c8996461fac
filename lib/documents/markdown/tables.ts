import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Lets a wide table scroll by itself, also with the keyboard, instead of the whole page. */
export function frameTables(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return;
    const frame: Element = {
      type: "element",
      tagName: "div",
      properties: { dataTable: "", role: "group", ariaLabel: "Table", tabIndex: 0 },
      children: [node],
    };
    parent.children[index] = frame;
    return SKIP;
  });
}
