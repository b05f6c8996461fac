import { errorWeight } from "#lib/signatures/error-lines";

/** A name that may stand in a text: as it stands there, and in which line, counted from 1. */
export type Mention = { text: string; line: number };

const mostMentions = 3_000;
/** A line of at least this weight tells of the error itself. */
const telling = 4;
const mostWords = 4;
const mostParts = 6;

/**
 * Everything in `text` that could be the name or the address of a thing, by its lower-case form: words, words in a
 * row, e-mail addresses, and the parts in a row of composed ones, because a machine appends to the name of what it
 * runs (`checkout-api-7f9c4d` names `checkout-api`). Numbers and times separate names. Until there are 3,000 the lines
 * that tell of an error are read, then the words of all others, then words in a row of those.
 */
export function mentionsIn(text: string): Map<string, Mention> {
  const mentions = new Map<string, Mention>();
  const rest: Row[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const isTelling = errorWeight(line) >= telling;
    for (const words of namesIn(line)) {
      const row = { words, line: index + 1 };
      if (!isTelling) rest.push(row);
      else if (noteWords(mentions, row)) noteRuns(mentions, row);
    }
  }
  if (rest.every((row) => noteWords(mentions, row))) rest.every((row) => noteRuns(mentions, row));
  return mentions;
}

/** Words between which nothing stands that is in no name. */
type Row = { words: readonly string[]; line: number };

/** The words of a line, in rows between which something stands that is in no name. */
function namesIn(line: string): string[][] {
  const rows: string[][] = [[]];
  for (const [found] of line.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*/gu)) {
    const word = found.replace(/[._@+-]+$/, "");
    if (isNumber(word)) rows.push([]);
    else rows.at(-1)?.push(word);
  }
  return rows;
}

/** A number of more than three digits, a date or a time; what is shorter may be part of a name. */
const isNumber = (word: string) => word.length > 3 && /^\d[\d.+_-]*(?:t[\d.+-]*z?|z|ms|s|[kmg]i?b)?$/i.test(word);

/** Notes each word, and its parts. Whether there is room for more. */
function noteWords(mentions: Map<string, Mention>, { words, line }: Row): boolean {
  for (const word of words) {
    // The parts of a word that is known are known.
    if (note(mentions, word, line) && !word.includes("@")) for (const part of partsOf(word)) note(mentions, part, line);
  }
  return mentions.size < mostMentions;
}

/** Notes two to four words in a row. Whether there is room for more. */
function noteRuns(mentions: Map<string, Mention>, { words, line }: Row): boolean {
  for (const [index, word] of words.entries()) {
    let run = word;
    for (let count = 1; count < mostWords && index + count < words.length; count += 1) {
      run += ` ${words[index + count]}`;
      note(mentions, run, line);
    }
  }
  return mentions.size < mostMentions;
}

/** Whether it is new. */
function note(mentions: Map<string, Mention>, text: string, line: number): boolean {
  const key = text.toLowerCase();
  if (key.length < 3 || mentions.has(key) || mentions.size >= mostMentions) return false;
  mentions.set(key, { text, line });
  return true;
}

function* partsOf(word: string): Generator<string> {
  const parts = word.split(/(?<=[.-])|(?=[.-])/).filter(Boolean);
  const names = parts.filter((part) => !/^[.-]$/.test(part));
  if (names.length < 2 || names.length > mostParts * 2) return;
  for (let from = 0; from < parts.length; from += 2) {
    for (let to = Math.min(parts.length, from + mostParts * 2 - 1); to > from; to -= 2) {
      if (from > 0 || to < parts.length) yield parts.slice(from, to).join("");
    }
  }
}
