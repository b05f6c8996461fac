import { errorWeight } from "#lib/signatures/error-lines";
import { mostPhrases, mostStars, readPattern, tidyPattern } from "#lib/signatures/pattern";
import { oneSpace } from "#lib/signatures/text";

const mostLines = 3;
const mostCharacters = 400;
const mostTextRead = 64 * 1024;

/**
 * A pattern for the error that `text` shows: its most telling lines, best first, with `*` for what changes from one
 * time to the next (numbers, times, hashes, ids, addresses, quoted values). It matches the text it came from. Empty
 * when no line has a word in it.
 */
export function proposePattern(text: string): string {
  const lines = text
    .slice(0, mostTextRead)
    .toWellFormed()
    .split(/\r\n|\r|\n/);
  const telling = lines
    .map((line, index) => ({ line: oneSpace(line), index }))
    .filter(({ line }) => line !== "")
    .map(({ line, index }) => ({ line, index, weight: errorWeight(line) }))
    .toSorted((one, other) => other.weight - one.weight || one.index - other.index);
  const best = telling[0]?.weight ?? 0;

  const phrases = new Set<string>();
  for (const { line, weight } of telling) {
    if (phrases.size >= Math.min(mostLines, mostPhrases)) break;
    // Beside an error, a line that is none says little; alone it is all there is.
    if (phrases.size > 0 && (weight < 2 || weight < best / 2)) break;
    const [phrase] = readPattern(generalised(line)).phrases;
    if (phrase) phrases.add(phrase.text);
  }
  return tidyPattern(readPattern([...phrases].join("\n")).phrases);
}

/** The phrases of a line: `line` with `*` in the place of everything that changes. */
function generalised(line: string): string {
  const cut = cutAtSpace(line);
  const starred = changing.reduce((text, [what, instead]) => text.replace(what, instead), cut);
  const joined = starred.replace(/\*(?:[\s.,:;/|_()[\]{}=+#@-]{0,3}\*)+/g, "*").replace(/^[\s*,;:|–-]+|[\s*]+$/g, "");
  return joined.split("*").slice(0, mostStars).join("*");
}

// In this order: what holds something of a later kind comes before it.
const changing: [RegExp, (word: string) => string][] = [
  [/"[^"]*"/g, () => '"*"'],
  [/`[^`]*`/g, () => "`*`"],
  [/(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, () => "'*'"],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/g, () => "*"],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?=\w{3} \d|\d)/g, () => "*"],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* {1,2}\d{1,2}\b/g, () => "*"],
  [/\b\d{1,2}[ /-](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ /-]\d{4}/g, () => "*"],
  [/\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,128}/g, () => "*"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, () => "*"],
  [/(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi, () => "*"],
  [/\b0x[0-9a-f]+\b/gi, () => "*"],
  [/\b(?:[a-f]+\d|\d+[a-f])[0-9a-f]{5,}\b/gi, () => "*"],
  // A word with digits in it: the letters before them stay when they say something, as in `worker12`.
  [/(?<![\p{L}\p{N}])[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu, withoutDigits],
];

function withoutDigits(word: string): string {
  const [, before = ""] = /^(\p{L}*)\p{N}+(?:\p{L}{0,2})$/u.exec(word) ?? [];
  if (before.length >= 3) return `${before}*`;
  const [, unit = ""] = /^\p{N}+(\p{L}{1,7})$/u.exec(word) ?? [];
  return units.has(unit.toLowerCase()) ? `*${unit}` : "*";
}

const units = new Set(["ms", "s", "us", "ns", "min", "h", "b", "kb", "mb", "gb", "kib", "mib", "gib", "px"]);

function cutAtSpace(line: string): string {
  if (line.length <= mostCharacters) return line;
  const space = line.lastIndexOf(" ", mostCharacters);
  return line.slice(0, space > 0 ? space : mostCharacters).toWellFormed();
}
