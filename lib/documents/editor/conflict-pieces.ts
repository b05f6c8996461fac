import { linesOf } from "#lib/documents/merge";
import type { ConflictingPart } from "#lib/documents/merge-conflict";

/** A stretch of a merged text: the same for both, or a place where each wrote something else. */
export type Piece = { isConflict: false; text: string } | { isConflict: true; part: ConflictingPart; text: string };

/** What somebody decided about one conflict: the text that takes its place. */
export type Choice = { which: "mine" | "theirs" | "both" | "hand"; text: string };

/** A merged text cut at its conflicts; put together again it is the same text. */
export function piecesOf(merged: string, conflicts: readonly ConflictingPart[]): Piece[] {
  const lines = linesOf(merged);
  const pieces: Piece[] = [];
  let next = 0;
  for (const part of conflicts) {
    if (part.line === null) continue;
    const from = part.line - 1;
    const to = from + linesOf(part.mine).length + linesOf(part.theirs).length + markerLines;
    if (from > next) pieces.push({ isConflict: false, text: lines.slice(next, from).join("") });
    pieces.push({ isConflict: true, part, text: lines.slice(from, to).join("") });
    next = to;
  }
  if (next < lines.length) pieces.push({ isConflict: false, text: lines.slice(next).join("") });
  return pieces;
}

const markerLines = 3;

/** What a choice makes of a conflict. For `hand` it is where writing begins. */
export function chosenText(which: Choice["which"], { mine, theirs }: ConflictingPart): string {
  if (which === "mine") return mine;
  return which === "theirs" ? theirs : ended(mine) + theirs;
}

/** The text with what was chosen; a conflict without a choice keeps both sides between their markers. */
export function resolvedText(pieces: readonly Piece[], choices: ReadonlyMap<ConflictingPart, Choice>): string {
  return pieces
    .map((piece, index) => {
      const choice = piece.isConflict ? choices.get(piece.part) : undefined;
      if (!choice) return piece.text;
      return index < pieces.length - 1 ? ended(choice.text) : choice.text;
    })
    .join("");
}

const ended = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
