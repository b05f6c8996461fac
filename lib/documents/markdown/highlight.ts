import type { Element, Root } from "hast";
import { toString as wordsOf } from "hast-util-to-string";
import rehypeHighlight from "rehype-highlight";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { grammars } from "#lib/documents/markdown/grammars";
import { languageOf } from "#lib/documents/markdown/language";

const mostCharacters = 40_000;
const deepest = 30;

const aliases = {
  bash: ["console", "sh", "zsh", "shell"],
  yaml: ["yml"],
  ini: ["toml", "conf"],
  plaintext: ["text", "txt"],
};
const common = unified()
  .use(rehypeHighlight, { plainText: Object.keys(grammars), aliases })
  .freeze();
const own = unified().use(rehypeHighlight, { languages: grammars }).freeze();

/** Colours the words of code by classes, the rest of the tree untouched. Code that is too long or too nested stays plain. */
export function highlight(tree: Root): void {
  const plain = new Map<Element, string>();
  let left = mostCharacters;
  visit(tree, "element", (node, _, parent) => {
    if (node.tagName !== "code" || parent?.type !== "element" || parent.tagName !== "pre") return;
    if (!languageOf(node)) return;
    const code = wordsOf(node);
    left -= code.length;
    if (left > 0 && !isNested(code)) plain.set(node, code);
  });
  for (const [node, code] of plain) {
    const language = languageOf(node) ?? "";
    const pre: Root = {
      type: "root",
      children: [{ type: "element", tagName: "pre", properties: {}, children: [node] }],
    };
    (language in grammars ? own : common).runSync(pre);
    if (isDeep(node)) node.children = [{ type: "text", value: code }];
  }
}

// The highlighter goes as deep as the brackets do.
function isNested(code: string): boolean {
  let depth = 0;
  for (const [bracket] of code.matchAll(/[[{(]|[\]})]/g)) {
    depth = Math.max(0, depth + ("[{(".includes(bracket) ? 1 : -1));
    if (depth > 100) return true;
  }
  return false;
}

function isDeep(tree: Element): boolean {
  const open: [Element, number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > deepest) return true;
    for (const child of node.children) if (child.type === "element") open.push([child, depth + 1]);
  }
  return false;
}
