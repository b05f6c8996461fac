import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { settleAddresses } from "#lib/documents/markdown/addresses";
import { markAdmonitions } from "#lib/documents/markdown/admonitions";
import { nameHeadings } from "#lib/documents/markdown/anchors";
import { excessOf, excessOfTree } from "#lib/documents/markdown/bounds";
import { highlight } from "#lib/documents/markdown/highlight";
import { levelHeadings } from "#lib/documents/markdown/levels";
import { asWritten } from "#lib/documents/markdown/plain";
import { cleaned, sanitised } from "#lib/documents/markdown/sanitise";
import { outlineFrom } from "#lib/documents/markdown/sections";
import { readShortcodes } from "#lib/documents/markdown/shortcodes";
import { passagesOf } from "#lib/documents/markdown/steps";
import { frameTables } from "#lib/documents/markdown/tables";
import type { Outline } from "#lib/documents/outline";
import type { DocumentKind } from "#lib/documents/views";

/** A document ready to be shown: no script, style or address in `tree` that could do harm, an anchor on each step. */
export type Rendered = { tree: Root; outline: Outline };

/** What `body` is made of and points at. Takes GitHub-flavoured Markdown of any size and shape. */
export function outlineOf(body: string, kind: DocumentKind): Outline {
  return read(body, kind).outline;
}

/** Lays `body` out. The same text always gives the same tree; what is too much to lay out is shown as it was written. */
export function renderDocument(body: string, kind: DocumentKind): Rendered {
  const { tree, outline } = read(body, kind);
  levelHeadings(tree);
  markAdmonitions(tree);
  frameTables(tree);
  highlight(tree);
  return { tree, outline };
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" }).freeze();
const rawToHtml = unified().use(rehypeRaw).freeze();

// Everything of the author's is cleaned here; whatever is added to the tree from now on is ours.
function read(body: string, kind: DocumentKind): Rendered {
  const tree = sanitised(parsed(body, kind));
  // Where a node stood in the text would be most of what is kept and sent.
  visit(tree, (node) => {
    delete node.position;
  });
  settleAddresses(tree, kind);
  const passages = passagesOf(tree, kind, nameHeadings(tree));
  return { tree, outline: outlineFrom(tree, passages) };
}

function parsed(body: string, kind: DocumentKind): Root {
  const excess = excessOf(body);
  if (excess) return asWritten(body, excess);
  const markdown = parser.parse(body);
  const nested = excessOfTree(markdown);
  if (nested) return asWritten(body, nested);
  readShortcodes(markdown, kind);
  const tree = toHtml.runSync(markdown) as Root;
  if (!hasHtml(tree)) return tree;
  // What cleaning takes out may leave a tree that a browser would grow differently, so it is read once more without it.
  return rawToHtml.runSync(cleaned(rawToHtml.runSync(tree) as Root)) as Root;
}

function hasHtml(tree: Root): boolean {
  let found = false;
  visit(tree, "raw", () => {
    found = true;
    return EXIT;
  });
  return found;
}
