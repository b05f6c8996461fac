/** A text made ready for finding phrases in it, whatever their case and spacing. Made once, asked by many patterns. */
export type ReadableText = {
  /** Lower case, each run of white space one space, each end of line one `\n`. */
  folded: string;
  /** Where each character of `folded` stands in the text; one more entry holds its length. */
  at: Uint32Array;
  /** Where each line begins in `folded`. */
  lineStarts: number[];
};

/** Lower case, of the same length as `text`, so that a place in one is a place in the other. */
export const foldCase = (text: string) => text.replaceAll("İ", "i").toLowerCase().replaceAll("ς", "σ");

/** Reads a text of any length in one pass. */
export function readText(text: string): ReadableText {
  const lower = foldCase(text);
  const at = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  const lineStarts = [0];
  let [length, copiedTo] = [0, 0];

  for (let index = 0; index < lower.length; index += 1) {
    at[length] = index;
    length += 1;
    // Nearly all is printable ASCII.
    const code = lower.charCodeAt(index);
    if (code > 32 && code < 128) continue;
    const end = endOfGap(lower, index);
    if (end === index) continue;
    const isLineEnd = lower[index] === "\n" || lower[index] === "\r";
    pieces.push(lower.slice(copiedTo, index), isLineEnd ? "\n" : " ");
    if (isLineEnd) lineStarts.push(length);
    copiedTo = end;
    index = end - 1;
  }
  pieces.push(lower.slice(copiedTo));
  at[length] = text.length;
  return { folded: pieces.join(""), at: at.subarray(0, length + 1), lineStarts };
}

/** Which line, counted from 0, `place` in the folded text lies in. */
export function lineOf({ lineStarts }: ReadableText, place: number): number {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** White space within a line as a phrase writes it. */
export const oneSpace = (line: string) => line.trim().replace(/\s+/g, " ");

/** Where the end of line or the run of white space at `index` ends; `index` itself when there is none. */
function endOfGap(text: string, index: number): number {
  if (text[index] === "\n") return index + 1;
  if (text[index] === "\r") return text[index + 1] === "\n" ? index + 2 : index + 1;
  let end = index;
  while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

const isSpace = (code: number) =>
  code === 32 || code === 9 || code === 11 || code === 12 || (code > 127 && /\s/.test(String.fromCharCode(code)));
