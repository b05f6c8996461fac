import type { Range } from "#lib/signatures/pattern";

/** A line of a text, counted from 1, in pieces of which some are marked. */
export type MarkedLine = { line: number; pieces: { text: string; isMatch: boolean }[] };

const before = 80;
const longest = 400;

/** The lines in which `ranges` lie, at most `most`, with these marked. Long lines are cut around the first mark. */
export function markedLines(text: string, ranges: readonly Range[], most: number): MarkedLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const byLine = [...Map.groupBy(ranges, ({ line }) => line)].toSorted(([one], [other]) => one - other);
  return byLine.slice(0, most).map(([line, there]) => ({ line: line + 1, pieces: cut(lines[line] ?? "", there) }));
}

function cut(line: string, ranges: readonly Range[]): MarkedLine["pieces"] {
  const sorted = ranges.toSorted((one, other) => one.from - other.from);
  const start = Math.max(0, (sorted[0]?.from ?? 0) > before ? (sorted[0]?.from ?? 0) - before / 2 : 0);
  const end = Math.min(line.length, start + longest);
  const pieces = [{ text: start > 0 ? "…" : "", isMatch: false }];
  let at = start;
  for (const { from, to } of sorted) {
    if (from < at || from >= end) continue;
    pieces.push(
      { text: line.slice(at, from), isMatch: false },
      { text: line.slice(from, Math.min(to, end)), isMatch: true },
    );
    at = Math.min(to, end);
  }
  pieces.push({ text: line.slice(at, end) + (end < line.length ? "…" : ""), isMatch: false });
  return pieces.filter(({ text }) => text !== "");
}
