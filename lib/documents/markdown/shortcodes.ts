import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent, Text } from "mdast";
import { visit } from "unist-util-visit";
import type { AdmonitionKind } from "#lib/documents/markdown/admonitions";
import type { DocumentKind } from "#lib/documents/views";
import { slugify } from "#lib/slugs";

// Documents that come from a site made with Hugo call its templates: {{< hint warning >}} … {{< /hint >}}.

const call = /\{\{[<%]\s*(\/?)\s*([a-z][\w-]*)((?:[^"}]|"[^"]*")*?)\s*\/?[>%]\}\}/;
const alone = new RegExp(`^\\s*${call.source}\\s*$`);
const reference = /\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?"?([^"\s>%]+)"?[^}]*[>%]\}\}/.source;
const linkTo = new RegExp(`\\[([^\\][]*)\\]\\(\\s*${reference}\\s*\\)|${reference}`, "g");

const kinds: Record<string, AdmonitionKind> = {
  note: "note",
  info: "note",
  tip: "tip",
  success: "tip",
  important: "important",
  warning: "warning",
  caution: "caution",
  danger: "caution",
  error: "caution",
};
const boxes = ["hint", "notice", "admonition", "alert", "callout", ...Object.keys(kinds)];
const folds = ["details", "expand"];
const wrappers = ["columns", "column", "tabs", "tabpane"];

/** Shows the shortcodes that have a meaning here; any other stays as it was written. */
export function readShortcodes(tree: Root, kind: DocumentKind): void {
  tree.children = nested(tree.children);
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("{{")) return;
    const parts = linked(node, kind);
    parent.children.splice(index, 1, ...(parts as typeof parent.children));
    return index + parts.length;
  });
}

function nested(nodes: RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as RootContent;
    const opened = callOf(node);
    const end = opened && !opened.isEnd ? endOf(nodes, i, opened.name) : -1;
    const shown = opened && end > i ? enclosed(opened, nested(nodes.slice(i + 1, end))) : undefined;
    out.push(...(shown ?? [node]));
    if (shown) i = end;
  }
  return out;
}

type Call = { name: string; words: string; isEnd: boolean };

function callOf(node: RootContent): Call | undefined {
  const only = node.type === "paragraph" && node.children.length === 1 ? node.children[0] : undefined;
  const [match, slash, name = "", words = ""] = (only?.type === "text" && alone.exec(only.value)) || [];
  return match ? { name: name.toLowerCase(), words: words.trim(), isEnd: slash === "/" } : undefined;
}

function endOf(nodes: RootContent[], from: number, name: string): number {
  let depth = 0;
  for (let i = from; i < nodes.length; i++) {
    const found = callOf(nodes[i] as RootContent);
    if (found?.name === name) depth += found.isEnd ? -1 : 1;
    if (depth === 0) return i;
  }
  return -1;
}

function enclosed({ name, words }: Call, content: RootContent[]): RootContent[] | undefined {
  const [first = ""] = words.match(/"[^"]*"|\S+/g) ?? [];
  const label = /(?:title|name)="([^"]*)"/.exec(words)?.[1] ?? first.replaceAll('"', "");
  if (boxes.includes(name)) return [admonition(kindOf(name, words), content)];
  if (folds.includes(name)) return [emphatic(label || "Details"), ...content];
  if (name === "tab") return label ? [emphatic(label), ...content] : content;
  return wrappers.includes(name) ? content : undefined;
}

function kindOf(name: string, words: string): AdmonitionKind {
  const named = [name, ...(words.toLowerCase().match(/[a-z]+/g) ?? [])].find((word) => word in kinds);
  return kinds[named ?? "note"] ?? "note";
}

const text = (value: string): Text => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });
const emphatic = (words: string) => paragraph({ type: "strong", children: [text(words)] });

// As somebody would write it for GitHub, so that one rule recognises both.
const admonition = (kind: AdmonitionKind, content: RootContent[]): Blockquote => ({
  type: "blockquote",
  children: [paragraph(text(`[!${kind.toUpperCase()}]`)), ...(content as Blockquote["children"])],
});

function linked({ value }: Text, kind: DocumentKind): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  for (const match of value.matchAll(linkTo)) {
    const [whole, label, inLink, bare] = match;
    const target = inLink ?? bare ?? "";
    if (match.index > from) out.push(text(value.slice(from, match.index)));
    const url = neighbour(target, kind);
    out.push(url ? { type: "link", url, children: [text(label || nameOf(target))] } : text(whole));
    from = match.index + whole.length;
  }
  return from < value.length ? [...out, text(value.slice(from))] : out;
}

const nameOf = (file: string) => (file.split("#")[0]?.split("/").at(-1) ?? "").replace(/\.md$/i, "") || file;

/**
 * Where a link to another Markdown file leads: a runbook's file is named after the alert that it answers. Undefined when
 * `address` is no such file, or one elsewhere.
 */
export function neighbour(address: string, kind: DocumentKind): string | undefined {
  const [, path = "", anchor = ""] = /^([^#?]*)(#.*)?$/.exec(address) ?? [];
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(path)) return undefined;
  if (path === "") return anchor || undefined;
  const name = nameOf(path);
  return kind === "runbook" ? `/r/${encodeURIComponent(name)}${anchor}` : `./${slugify(name)}${anchor}`;
}
