import { diff3Merge } from "node-diff3";

/** A place where two people wrote different things. `line` counts from 1 in the merged text and is its first marker. */
export type Conflict = { line: number; base: string; mine: string; theirs: string };

/** `text` holds both sides of each conflict between markers; without conflicts it has no marker of ours. */
export type Merged = { text: string; conflicts: Conflict[] };

/** What stands at the beginning of a line around the two sides of a conflict, mine first. */
export const conflictMarkers = { mine: "<<<<<<< yours", between: "=======", theirs: ">>>>>>> theirs" };

type Piece = { ok: string[] } | { conflict: { base: string[]; mine: string[]; theirs: string[] } };

/**
 * Merges by whole lines what two people made of `base`. A line keeps the line end that it was written with, and a
 * missing one at the end of the text stays missing. What only one of them changed is taken from that one; changes that
 * touch each other and differ are a conflict, with both texts. Nothing that either inserted is ever left out.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { text: mine, conflicts: [] };
  if (mine === base) return { text: theirs, conflicts: [] };
  return assembled(piecesOf(linesOf(base), linesOf(mine), linesOf(theirs)));
}

/** The lines of a text, each with its line end. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

// Comparing costs up to the product of the lines between the first and the last change; beyond this it takes seconds.
const mostComparisons = 400_000_000;

function piecesOf(base: string[], mine: string[], theirs: string[]): Piece[] {
  const start = sharedLength(base, mine, theirs, (lines, index) => lines[index]);
  const [o, a, b] = [base.slice(start), mine.slice(start), theirs.slice(start)];
  const end = sharedLength(o, a, b, (lines, index) => lines[lines.length - 1 - index]);
  const middle = (lines: string[]) => lines.slice(0, lines.length - end);
  return [
    { ok: base.slice(0, start) },
    ...piecesOfMiddle(middle(o), middle(a), middle(b)),
    { ok: o.slice(o.length - end) },
  ];
}

type Region<Line> = { ok?: Line[]; conflict?: { o: Line[]; a: Line[]; b: Line[] } };

function piecesOfMiddle(base: string[], mine: string[], theirs: string[]): Piece[] {
  if (base.length * (mine.length + theirs.length) > mostComparisons) return [{ conflict: { base, mine, theirs } }];
  // Lines are compared as numbers: as keys of an object, some of them (`constructor`) would mean something else.
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const numbered = (lines: string[]) =>
    lines.map((line) => {
      const known = numbers.get(line);
      if (known !== undefined) return known;
      numbers.set(line, words.length);
      return words.push(line) - 1;
    });
  const read = (lines: number[]) => lines.map((line) => words[line] as string);
  const regions: Region<number>[] = diff3Merge(numbered(mine), numbered(base), numbered(theirs), {
    excludeFalseConflicts: true,
  });
  return regions.map(({ ok = [], conflict }) =>
    conflict
      ? { conflict: { base: read(conflict.o), mine: read(conflict.a), theirs: read(conflict.b) } }
      : { ok: read(ok) },
  );
}

function sharedLength(
  base: string[],
  mine: string[],
  theirs: string[],
  at: (lines: string[], index: number) => string | undefined,
): number {
  const most = Math.min(base.length, mine.length, theirs.length);
  let length = 0;
  while (length < most && at(base, length) === at(mine, length) && at(base, length) === at(theirs, length)) length += 1;
  return length;
}

function assembled(pieces: Piece[]): Merged {
  const conflicts: Conflict[] = [];
  let [text, line] = ["", 1];
  for (const piece of pieces) {
    if ("ok" in piece) {
      text += piece.ok.join("");
      line += piece.ok.length;
      continue;
    }
    const { base, mine, theirs } = piece.conflict;
    conflicts.push({ line, base: base.join(""), mine: mine.join(""), theirs: theirs.join("") });
    const { mine: opening, between, theirs: closing } = conflictMarkers;
    text += `${opening}\n${ended(mine)}${between}\n${ended(theirs)}${closing}\n`;
    line += mine.length + theirs.length + 3;
  }
  return { text, conflicts };
}

/** Lines of which each ends, so that a marker can follow. */
const ended = (lines: string[]) => `${lines.join("")}${lines.at(-1)?.endsWith("\n") === false ? "\n" : ""}`;
