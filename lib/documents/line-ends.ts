import { linesOf } from "#lib/documents/merge";

/**
 * `typed`, which has LF alone, with the line ends of the text it was made from: each line that was there keeps its
 * own, a new one gets the usual one. The end of a text without a line end stays as it was typed.
 */
export function withLineEndsOf(before: string, typed: string): string {
  if (!before.includes("\r\n")) return typed;
  const lines = linesOf(before).filter((line) => line.endsWith("\n"));
  const ends = new Map(lines.map((line) => [line.replace(/\r?\n$/, ""), line.endsWith("\r\n") ? "\r\n" : "\n"]));
  const usual = lines.filter((line) => line.endsWith("\r\n")).length * 2 >= lines.length ? "\r\n" : "\n";
  return linesOf(typed)
    .map((line) => (line.endsWith("\n") ? line.slice(0, -1) + (ends.get(line.slice(0, -1)) ?? usual) : line))
    .join("");
}
