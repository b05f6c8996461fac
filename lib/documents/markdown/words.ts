import type { Nodes } from "hast";

const inline = /^(?:a|b|code|del|em|i|img|input|ins|kbd|mark|q|s|samp|span|strike|strong|sub|sup|tt|var)$/;

/** The words of a part of the document in one line: blocks and line breaks become a space, a picture its description. */
export const plainWords = (node: Nodes): string => spaced(node).replace(/\s+/g, " ").trim();

/** The same, with a line to each line of code and each block: what search looks through. */
export const plainLines = (node: Nodes): string =>
  spaced(node)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();

function spaced(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element" && node.tagName === "img") return String(node.properties.alt ?? "");
  const words = node.children.map(spaced).join("");
  return node.type === "element" && inline.test(node.tagName) ? words : `${words}\n`;
}
