import { diffArrays, diffWordsWithSpace } from "diff";
import { linesOf } from "#lib/documents/merge";

/** A run of words of one line; `isChanged` where the other side has something else. */
export type WordRun = { text: string; isChanged: boolean };

/** One line of a difference, without its line end. Numbers count from 1; null on the side that lacks the line. */
export type DifferenceLine = {
  kind: "same" | "removed" | "added";
  before: number | null;
  after: number | null;
  words: WordRun[];
};

/** Lines that changed with a few around them. `skipped` counts the unchanged lines left out before it. */
export type Hunk = { skipped: number; lines: DifferenceLine[] };

/**
 * What `before` and `after` differ in. `isTooLarge`: they differ in more than can be told line by line, and `hunks` is
 * empty. `skippedAtEnd` counts the unchanged lines after the last hunk.
 */
export type Difference = {
  hunks: Hunk[];
  added: number;
  removed: number;
  skippedAtEnd: number;
  isTooLarge: boolean;
};

const linesAround = 3;
// More than a person reads, and little enough that comparing takes a blink.
const mostChangedLines = 4_000;
const mostMilliseconds = 1_000;
const longestLineInWords = 2_000;

/** Compares two texts by lines and, within lines that took each other's place, by words. Never takes longer than about a second. */
export function differenceOf(before: string, after: string): Difference {
  if (before === after)
    return { hunks: [], added: 0, removed: 0, skippedAtEnd: linesOf(before).length, isTooLarge: false };
  const lines = changedLines(linesOf(before), linesOf(after));
  if (!lines) return { hunks: [], added: 0, removed: 0, skippedAtEnd: 0, isTooLarge: true };
  const count = (kind: DifferenceLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return { ...folded(lines), added: count("added"), removed: count("removed"), isTooLarge: false };
}

function changedLines(before: string[], after: string[]): DifferenceLine[] | undefined {
  const runs = diffArrays(before, after, { maxEditLength: mostChangedLines, timeout: mostMilliseconds });
  if (!runs) return undefined;
  const lines: DifferenceLine[] = [];
  let [left, right] = [1, 1];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run) break;
    const next = runs[index + 1];
    if (!run.added && !run.removed) {
      for (const text of run.value) lines.push({ kind: "same", before: left++, after: right++, words: plain(text) });
      continue;
    }
    const [gone, come] = run.removed ? [run.value, next?.added ? next.value : []] : [[], run.value];
    if (run.removed && next?.added) index += 1;
    const pairs = gone.map((text, at) => wordsOf(text, come[at]));
    for (const [at, text] of gone.entries())
      lines.push({ kind: "removed", before: left++, after: null, words: pairs[at]?.before ?? plain(text) });
    for (const [at, text] of come.entries())
      lines.push({ kind: "added", before: null, after: right++, words: pairs[at]?.after ?? plain(text) });
  }
  return lines;
}

/** Two lines that took each other's place, word by word; undefined where they have next to nothing in common. */
function wordsOf(gone: string, come: string | undefined): { before: WordRun[]; after: WordRun[] } | undefined {
  if (come === undefined || gone.length + come.length > longestLineInWords) return undefined;
  const runs = diffWordsWithSpace(bare(gone), bare(come));
  const shared = runs.reduce((sum, run) => sum + (run.added || run.removed ? 0 : run.value.trim().length), 0);
  if (shared * 3 < Math.min(bare(gone).length, bare(come).length)) return undefined;
  const side = (other: "added" | "removed") =>
    runs.filter((run) => !run[other]).map((run) => ({ text: run.value, isChanged: run.added || run.removed }));
  return { before: side("added"), after: side("removed") };
}

const bare = (line: string) => line.replace(/\r?\n$/, "");
const plain = (line: string): WordRun[] => [{ text: bare(line), isChanged: false }];

/** Unchanged lines far from any change are counted, not shown. */
function folded(lines: DifferenceLine[]): Pick<Difference, "hunks" | "skippedAtEnd"> {
  const hunks: Hunk[] = [];
  let [shownUntil, hunk]: [number, Hunk | undefined] = [0, undefined];
  for (const [index, { kind }] of lines.entries()) {
    if (kind === "same") continue;
    const from = Math.max(shownUntil, index - linesAround);
    if (!hunk || from > shownUntil) {
      hunk = { skipped: from - shownUntil, lines: [] };
      hunks.push(hunk);
    }
    const until = Math.min(lines.length, nextSame(lines, index) + linesAround);
    if (until > shownUntil) hunk.lines.push(...lines.slice(Math.max(from, shownUntil), until));
    shownUntil = Math.max(shownUntil, until);
  }
  return { hunks, skippedAtEnd: lines.length - shownUntil };
}

function nextSame(lines: DifferenceLine[], from: number): number {
  let index = from;
  while (index < lines.length && lines[index]?.kind !== "same") index += 1;
  return index;
}
