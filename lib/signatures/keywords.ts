/** By which words a phrase is found again. A text that has not got a phrase's keyword among its own cannot match it. */

const words = /[\p{L}\p{M}]+/gu;
const shortest = 3;
const wordsAndLineEnds = /[\p{L}\p{M}]{3,}|\n/gu;
const longest = 60;

// Words that stand in most errors and tell few of them apart.
const common = new Set(
  `and are but can cannot connection could does error errors exception exceptions fail failed failure fatal for from get
  has have http https info into java line log main message not null org com net out process request response server
  service status that the this time timeout trace unable undefined unknown value warn warning was when while with`.split(
    /\s+/,
  ),
);

// Words of which errors are made everywhere: a phrase is rather found by what its own people have named.
const usual = new Set(
  `after again attempt attempts available bad before broken buffer cache call cannot checksum client closed code commit
  config connect connections context corrupt crashed data database deadline deadlock denied differs disk down dropped
  empty entries entry event exceeded exhausted exited expected expired file found full given handler heap host index
  internal invalid killed leader lease left limit load lock lost memory missing more network node none object offline
  opened operation overflow panic partition peer permission pod pool port process queue reached read refused rejected replica
  reset resource restarted retries retry returned shard size skipped socket space started state stopped stream task
  terminated thread timed token too transaction unavailable unexpected unreachable update upstream user version waiting
  worker write`.split(/\s+/),
);

/** How many letters of a word that goes on elsewhere are its key, at most and at least. */
const [mostKept, leastKept] = [24, shortest] as const;
/** So short a beginning or end stands in many a word. */
const fewLetters = 5;

/** Letters by how often English uses them, so that a piece of a word can be chosen that stands in few others. */
const byFrequency = "etaoinshrdlcumwfgypbvkjxqz";

/** Whether `phrase`, without its `*`, has a word of three letters at all. */
export const hasKeyword = (phrase: string) => /[\p{L}\p{M}]{3}/u.test(phrase);

/** The most telling keyword of a phrase, and the others. `segments` are its literal parts, folded. */
export function keywordsOf(segments: readonly string[]): { keyword: string; others: string[] } {
  const keys = keysOf(segments).toSorted((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
  const [keyword, ...others] = new Set(keys.map(({ key }) => key));
  if (!keyword) throw new Error("The phrase has no word of three letters.");
  return { keyword, others };
}

type Key = { key: string; weight: number };

/**
 * What a text must have for a phrase to occur in it, one key for each of its words. What stands at the end of a
 * literal part may go on in the text: `-refuse` begins a word there, `fused-` ends one, `~use` stands in one.
 */
function keysOf(segments: readonly string[]): Key[] {
  return segments.flatMap((segment) =>
    [...segment.matchAll(words)].flatMap(({ 0: word, index }) => {
      const letters = lettersOf(word);
      if (letters.length < shortest) return [];
      const [isOpenBefore, isOpenAfter] = [index === 0, index + word.length === segment.length];
      return [keyOf(word, letters, isOpenBefore, isOpenAfter)];
    }),
  );
}

function keyOf(word: string, letters: Letters, isOpenBefore: boolean, isOpenAfter: boolean): Key {
  const length = letters.length + (common.has(word) ? 0 : usual.has(word) ? 50 : 100);
  if (isOpenBefore && isOpenAfter) return { key: `~${rarestPiece(letters)}`, weight: length - 60 };
  const open = length - (letters.length > fewLetters ? 0 : 20);
  if (isOpenBefore) return { key: `${pieceOf(letters, -mostKept)}-`, weight: open };
  if (isOpenAfter) return { key: `-${pieceOf(letters, 0, mostKept)}`, weight: open };
  if (letters.length > longest) return { key: `-${pieceOf(letters, 0, mostKept)}`, weight: length };
  return { key: word, weight: length };
}

/** Each word of at least three letters of a text with the lines in which it stands, counted from 0. */
export type WordsInLines = ReadonlyMap<string, ReadonlySet<number>>;

export function wordsInLines(folded: string): WordsInLines {
  const found = new Map<string, Set<number>>();
  let line = 0;
  for (const word of folded.match(wordsAndLineEnds) ?? []) {
    const known = found.get(word);
    if (word === "\n") line += 1;
    else if (known) known.add(line);
    else found.set(word, new Set([line]));
  }
  return found;
}

/** Everything that can be a key of a phrase that occurs in a text of these words. */
export function keysAmong(found: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const word of found) {
    const letters = lettersOf(word);
    if (letters.length < shortest) continue;
    if (letters.length <= longest) keys.add(word);
    for (let kept = leastKept; kept <= Math.min(mostKept, letters.length); kept += 1) {
      keys.add(`-${pieceOf(letters, 0, kept)}`).add(`${pieceOf(letters, -kept)}-`);
    }
    for (const piece of piecesOf(letters)) keys.add(`~${piece}`);
  }
  return keys;
}

/** Whether some line has all those of a phrase's keys that are whole words: a phrase occurs within a line. */
export function meetInALine(keys: readonly string[], found: WordsInLines): boolean {
  const lines = keys.filter((key) => !/^[-~]|-$/.test(key)).map((key) => found.get(key) ?? new Set<number>());
  const [fewest, ...others] = lines.toSorted((one, other) => one.size - other.size);
  return !fewest || fewest.values().some((line) => others.every((other) => other.has(line)));
}

/** Whether a word stands in so many errors that it tells little. */
export const isCommon = (word: string) => common.has(word);

/** A word by its letters: as it stands, unless some of them are two characters long. */
type Letters = string | readonly string[];

const lettersOf = (word: string): Letters => (/[\u{10000}-\u{10ffff}]/u.test(word) ? [...word] : word);

function pieceOf(letters: Letters, from: number, to?: number): string {
  return typeof letters === "string" ? letters.slice(from, to) : letters.slice(from, to).join("");
}

function piecesOf(letters: Letters): string[] {
  const pieces: string[] = [];
  for (let index = 0; index + shortest <= letters.length; index += 1) {
    pieces.push(pieceOf(letters, index, index + shortest));
  }
  return pieces;
}

function rarestPiece(letters: Letters): string {
  const pieces = piecesOf(letters).toSorted((one, other) => rarity(other) - rarity(one) || (one < other ? -1 : 1));
  return pieces[0] as string;
}

function rarity(piece: string): number {
  return [...piece].reduce((sum, letter) => {
    const rank = byFrequency.indexOf(letter);
    return sum + (rank === -1 ? byFrequency.length : rank);
  }, 0);
}
