import type { Nodes } from "mdast";

/** Characters of Markdown that are laid out at all; a longer text is shown as it was written. */
const mostCharacters = 262_144;
const deepestContainers = 16;
const deepestIndent = 60;
const deepestTree = 100;
const longestWord = 8_000;
const mostDefinitions = 2_000;
const mostCells = 60_000;
const mostPipes = 6_000;
const mostNesting = 100_000;
const mostWork = 1_500_000;

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const marks = /\*+|~+|!?\[|\]|<|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Why `body` is too much to be laid out, or undefined. A parser of Markdown takes time that grows with the square of what
 * is nested or left open, so that a small text could keep the server busy for minutes; this reads each line once.
 */
export function excessOf(body: string): string | undefined {
  if (body.length > mostCharacters) return "it is longer than 256 kB";
  const prose = withoutCode(body);
  if (longest(prose, /\S{2,}/g) > longestWord) return "it holds a word that does not end";
  if ((prose.match(/^[ \t>]*\[[^\]\n]{1,999}\]:/gm)?.length ?? 0) > mostDefinitions) return "it defines too many links";
  if (isTooDeep(prose)) return tooDeep;
  if ((prose.match(/\|/g)?.length ?? 0) > mostPipes) return tooManyCells;
  const blocks = prose.split(/\n[ \t]*\n/);
  const work = blocks.flatMap(stretches).reduce((sum, text) => sum + (text.match(marks)?.length ?? 0) ** 2, 0);
  return work > mostWork ? "too many of its marks are left open" : undefined;
}

const tooDeep = "it is nested too deeply";
const tooManyCells = "its tables have too many cells";

/** The same question about what was read: the tree of Markdown. Walks without recursion, whatever its depth. */
export function excessOfTree(tree: Nodes): string | undefined {
  let cells = 0;
  const open: [Nodes, number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > deepestTree) return tooDeep;
    // Each row is filled up to the width of the table.
    if (node.type === "table") cells += node.children.length * (node.align?.length ?? 0);
    if (cells > mostCells) return tooManyCells;
    if ("children" in node) for (const child of node.children) open.push([child, depth + 1]);
  }
  return isTagSoup(tree) ? tooDeep : undefined;
}

const rule = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const columns = (row: string) => row.replaceAll("\\|", "").match(/\|/g)?.length;

// What is read in one go: a paragraph as a whole, but each row of a table by itself.
function stretches(block: string): string[] {
  const [head = "", under = "", ...rows] = block.split("\n");
  const isTable =
    rule.test(under) &&
    columns(head) === columns(under) &&
    [head, ...rows].every((row) => row === "" || row[0] === "|");
  return isTable ? [head, ...rows] : [block];
}

function isTooDeep(prose: string): boolean {
  let nesting = 0;
  return prose.split("\n").some((line) => {
    const depth = (containers.exec(line)?.[0] ?? "").replace(/[ \t]|\d+(?=[.)])/g, "").length;
    const indent = item.test(line) ? line.search(/\S/) : 0;
    nesting += depth ** 2 + (indent / 2) ** 2;
    return depth > deepestContainers || indent > deepestIndent || nesting > mostNesting;
  });
}

const voids = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

// Tags left open, over the whole text: the depth to which a reader of HTML would go.
function isTagSoup(tree: Nodes): boolean {
  let depth = 0;
  let tags = 0;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("children" in node) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as Nodes);
    if (node.type !== "html") continue;
    for (const [, closing, name = ""] of node.value.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
      if (voids.test(name)) continue;
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (depth > deepestTree || ++tags > 10_000) return true;
    }
  }
  return false;
}

// Code between fences at the margin holds no marks. Where HTML could hide a fence, everything counts.
function withoutCode(body: string): string {
  if (/<(?:!|\?|script|pre|style|textarea)/i.test(body)) return body;
  let closing: RegExp | undefined;
  let isInHtml = false;
  return body
    .split("\n")
    .filter((line) => {
      if (closing) {
        if (closing.test(line)) closing = undefined;
        return false;
      }
      isInHtml = line.trim() !== "" && (isInHtml || /^\s*</.test(line));
      const [, run] = (!isInHtml && fence.exec(line)) || [];
      if (run) closing = new RegExp(`^ {0,3}${run[0]}{${run.length},}[ \\t]*$`);
      return !run;
    })
    .join("\n");
}

function longest(text: string, pattern: RegExp): number {
  let most = 0;
  for (const [word] of text.matchAll(pattern)) most = Math.max(most, word.length);
  return most;
}
