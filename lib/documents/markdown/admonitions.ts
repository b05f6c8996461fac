import type { Element, ElementContent, Root, Text } from "hast";
import { visit } from "unist-util-visit";

/** The five kinds that GitHub knows, with the word that stands over each. */
export const admonitions = {
  note: "Note",
  tip: "Tip",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
} as const;

export type AdmonitionKind = keyof typeof admonitions;

const opening = /^\s*\[!(note|tip|important|warning|caution)\][^\S\n]*(?:\n|$)/i;

/** Marks `> [!WARNING]` as an admonition: it carries its kind, and begins with its word instead of that line. */
export function markAdmonitions(tree: Root): void {
  visit(tree, "element", (quote) => {
    if (quote.tagName !== "blockquote") return;
    const first = quote.children.find((node) => node.type === "element");
    const text = first?.tagName === "p" ? first.children[0] : undefined;
    if (!first || text?.type !== "text") return;
    const kind = opening.exec(text.value)?.[1]?.toLowerCase();
    if (!kind) return;
    leaveOut(first, text);
    quote.tagName = "div";
    quote.properties = { role: "note", dataAdmonition: kind };
    const rest = quote.children.filter((node) => node !== first || first.children.length > 0);
    quote.children = [titleOf(kind as AdmonitionKind), ...rest];
  });
}

const titleOf = (kind: AdmonitionKind): Element => ({
  type: "element",
  tagName: "p",
  properties: { dataTitle: "" },
  children: [{ type: "text", value: admonitions[kind] }],
});

function leaveOut(paragraph: Element, text: Text): void {
  text.value = text.value.replace(opening, "");
  if (text.value === "") paragraph.children.shift();
  const isBreak = (node?: ElementContent) => node?.type === "element" && node.tagName === "br";
  if (isBreak(paragraph.children[0])) paragraph.children.shift();
}
