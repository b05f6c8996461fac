import { hasKeyword, keywordsOf } from "#lib/signatures/keywords";
import { foldCase, lineOf, oneSpace, type ReadableText, readText } from "#lib/signatures/text";

/** One line of a pattern: literal parts with any run of characters of a line between them. */
export type Phrase = {
  text: string;
  /** The literal parts in their order, as they stand in a folded text; never empty. */
  segments: string[];
  /** A text without it cannot match. */
  keyword: string;
  /** Nor without one of these. */
  others: string[];
};

/** A literal part of a phrase in a text: line and columns, counted from 0, `to` exclusive. */
export type Range = { line: number; from: number; to: number };

export const mostPatternCharacters = 2_000;
export const mostPhrases = 20;
export const mostStars = 20;

/** A pattern read: its phrases, or what is wrong with it, in sentences that a person may see. */
export type ReadPattern = { phrases: Phrase[]; problems: string[] };

/** Reads a pattern: phrases, one a line, `*` for any run of characters. */
export function readPattern(pattern: string): ReadPattern {
  if (pattern.length > mostPatternCharacters) return refused("Use at most 2,000 characters.");
  const lines = pattern.split(/\r\n|\r|\n/).map((line) => oneSpace(line).replace(/\*+/g, "*"));
  const texts = [...new Set(lines.filter((line) => line !== ""))];
  if (texts.length === 0) return refused("Write at least one phrase of the error.");
  if (texts.every((text) => /^[*\s]*$/.test(text))) {
    return refused("A pattern of only “*” would match everything: write words of the error.");
  }
  if (texts.length > mostPhrases) return refused(`Use at most ${mostPhrases} phrases, one a line.`);
  const problems = texts.flatMap((text) => problemWith(text) ?? []);
  return problems.length > 0 ? { phrases: [], problems } : { phrases: texts.map(phraseOf), problems };
}

/** The literal parts of a phrase that is tidy already, folded. */
export const segmentsOf = (phrase: string) => foldCase(phrase).split("*").filter(Boolean);

/** The pattern as it is kept: one phrase a line, without blank lines and needless white space. */
export const tidyPattern = (phrases: readonly Phrase[]) => phrases.map(({ text }) => text).join("\n");

/**
 * Where `phrase` occurs: its literal parts in the first `most` lines that hold it. Case does not matter, and runs of
 * white space are equal. The time grows with the length of the text, whatever the phrase.
 */
export function matchPhrase({ segments }: Pick<Phrase, "segments">, text: string | ReadableText, most = 20): Range[] {
  const readable = typeof text === "string" ? readText(text) : text;
  const { folded } = readable;
  const ranges: Range[] = [];
  for (let [from, lines] = [0, 0]; lines < most; ) {
    const found = findInLine(folded, segments, from);
    if (!found) break;
    if (found.places.length === segments.length) {
      for (const [index, place] of found.places.entries()) {
        ranges.push(rangeOf(readable, place, place + (segments[index] as string).length));
      }
      lines += 1;
    }
    from = found.next;
  }
  return ranges;
}

/** Where each phrase of a pattern occurs, in the order of its phrases; undefined when one of them does not. */
export function matchPattern(
  phrases: readonly Pick<Phrase, "segments">[],
  text: ReadableText,
  most?: number,
): Range[][] | undefined {
  const found: Range[][] = [];
  for (const phrase of phrases) {
    const ranges = matchPhrase(phrase, text, most);
    if (ranges.length === 0) return undefined;
    found.push(ranges);
  }
  return found;
}

/** How many literal characters a phrase holds, spaces aside. */
export const literalCharacters = ({ segments }: Pick<Phrase, "segments">) =>
  segments.join("").replaceAll(" ", "").length;

const refused = (problem: string): ReadPattern => ({ phrases: [], problems: [problem] });

function problemWith(text: string): string | undefined {
  const quoted = `“${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}”`;
  if (!hasKeyword(text)) return `${quoted} needs a word of at least three letters, by which it is found.`;
  const stars = text.split("*").length - 1;
  return stars > mostStars ? `${quoted} has ${stars} “*”: use at most ${mostStars} in one phrase.` : undefined;
}

function phraseOf(text: string): Phrase {
  const segments = segmentsOf(text);
  return { text, segments, ...keywordsOf(segments) };
}

/**
 * Tries the first line from `from` on that could hold the parts: their places, all of them when the line matches, and
 * where to go on. Undefined when a part occurs no more. The earliest place of each part is as good as any later one.
 */
function findInLine(text: string, segments: readonly string[], from: number) {
  const places: number[] = [];
  let [place, lineEnd] = [from, text.length];
  for (const segment of segments) {
    const found = text.indexOf(segment, place);
    if (found === -1) return undefined;
    if (places.length === 0) lineEnd = endOfLine(text, found);
    // No line between this one and that of `found` has this part: the search goes on there.
    if (found >= lineEnd) return { places: [], next: text.lastIndexOf("\n", found) + 1 };
    places.push(found);
    place = found + segment.length;
  }
  return { places, next: lineEnd + 1 };
}

function endOfLine(text: string, place: number): number {
  const end = text.indexOf("\n", place);
  return end === -1 ? text.length : end;
}

function rangeOf(text: ReadableText, from: number, to: number): Range {
  const line = lineOf(text, from);
  const start = text.at[text.lineStarts[line] as number] as number;
  return { line, from: (text.at[from] as number) - start, to: (text.at[to] as number) - start };
}
