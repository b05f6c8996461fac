/** By which words a phrase is found again. A text that has not got a phrase's keyword among its own cannot match it. */

const words = /[\p{L}\p{M}]+/gu;
const shortest = 3;
const longest = 60;

// Words that stand in most errors and tell few of them apart.
const common = new Set(
  `and are but can cannot connection could does error errors exception exceptions fail failed failure fatal for from get
  has have http https info into java line log main message not null org com net out process request response server
  service status that the this time timeout trace unable undefined unknown value warn warning was when while with`.split(
    /\s+/,
  ),
);

/** Letters by how often English uses them, so that a piece of a word can be chosen that stands in few others. */
const byFrequency = "etaoinshrdlcumwfgypbvkjxqz";

/** Whether `phrase`, without its `*`, has a word of three letters at all. */
export const hasKeyword = (phrase: string) => /[\p{L}\p{M}]{3}/u.test(phrase);

/**
 * The most telling keyword of a phrase, in lower case: a whole word where one stands between other characters; else
 * three letters in a row, because what stands at an end may go on in the text. `segments` are its literal parts, folded.
 */
export function keywordOf(segments: readonly string[]): string {
  const candidates = segments.flatMap(candidatesIn);
  const [best] = candidates.toSorted((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
  if (!best) throw new Error("The phrase has no word of three letters.");
  return best.key;
}

/** Everything that can be the keyword of a phrase that occurs in `folded`, each once. */
export function keywordsIn(folded: string): string[] {
  const whole = new Set(folded.match(words));
  const keys = new Set<string>();
  for (const word of whole) {
    const letters = lettersOf(word);
    if (letters.length >= shortest && letters.length <= longest) keys.add(word);
    for (const piece of piecesOf(letters)) keys.add(piece);
  }
  return [...keys];
}

/** Whether a word stands in so many errors that it tells little. */
export const isCommon = (word: string) => common.has(word);

type Candidate = { key: string; weight: number };

function candidatesIn(segment: string): Candidate[] {
  return [...segment.matchAll(words)].flatMap(({ 0: word, index }) => {
    const letters = lettersOf(word);
    if (letters.length < shortest) return [];
    const isWhole = index > 0 && index + word.length < segment.length && letters.length <= longest;
    if (isWhole) return [{ key: word, weight: common.has(word) ? letters.length : 1_000 + letters.length }];
    return piecesOf(letters).map((key) => ({ key, weight: 100 + rarity(key) - (common.has(word) ? 99 : 0) }));
  });
}

const lettersOf = (word: string) => (isPlain(word) ? word.split("") : [...word]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself.
const isPlain = (word: string) => /^[\x00-\x7f]*$/.test(word);

function piecesOf(letters: readonly string[]): string[] {
  const pieces: string[] = [];
  for (let index = 0; index + shortest <= letters.length; index += 1) {
    pieces.push(letters.slice(index, index + shortest).join(""));
  }
  return pieces;
}

function rarity(piece: string): number {
  return [...piece].reduce((sum, letter) => {
    const rank = byFrequency.indexOf(letter);
    return sum + (rank === -1 ? byFrequency.length : rank);
  }, 0);
}
