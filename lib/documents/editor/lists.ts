/** The kinds of lists that a line can belong to. */
export type ListKind = "bullet" | "number" | "task";

const marked = /^(\s*)(?:[-*+] \[[ xX]\] |[-*+] |\d+[.)] )/;
const patterns: Record<ListKind, RegExp> = {
  bullet: /^\s*[-*+] (?!\[[ xX]\] )/,
  number: /^\s*\d+[.)] /,
  task: /^\s*[-*+] \[[ xX]\] /,
};

/** Makes the lines items of such a list; when all of them are, makes them plain lines again. Blank lines stay blank. */
export function listed(lines: readonly string[], kind: ListKind): string[] {
  const isBlank = (line: string) => lines.length > 1 && line.trim() === "";
  const isDone = lines.every((line) => isBlank(line) || patterns[kind].test(line));
  let number = 0;
  return lines.map((line) => {
    if (isBlank(line)) return line;
    const words = line.replace(marked, "$1");
    if (isDone) return words;
    number += 1;
    return words.replace(/^\s*/, (indent) => indent + markerOf(kind, number));
  });
}

function markerOf(kind: ListKind, number: number): string {
  if (kind === "number") return `${number}. `;
  return kind === "task" ? "- [ ] " : "- ";
}

/** By how much an item is moved in to stand beneath the one before it; undefined for a line that is no item. */
export function indentOf(line: string): number | undefined {
  const marker = /^\s*([-*+] |\d+[.)] )/.exec(line)?.[1];
  return marker?.length;
}

/** The line as a heading one step smaller: none, `##`, `###`, none. */
export function nextHeading(line: string): string {
  const [, marks = "", words = line] = /^(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (marks === "") return `## ${words}`;
  return marks.length === 2 ? `### ${words}` : words;
}
