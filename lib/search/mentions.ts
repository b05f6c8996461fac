/** A name that may stand in a text: as it stands there, and in which line, counted from 1. */
export type Mention = { text: string; line: number };

const mostMentions = 20_000;
const mostWords = 4;
const mostParts = 6;

/**
 * Everything in `text` that could be the name or the address of a thing, by its lower-case form: words, words in a
 * row, e-mail addresses, and the parts in a row of composed ones, because a machine appends to the name of what it
 * runs (`checkout-api-7f9c4d` names `checkout-api`). Long texts are read until there are 20,000.
 */
export function mentionsIn(text: string): Map<string, Mention> {
  const mentions = new Map<string, Mention>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const candidate of candidatesIn(line)) {
      if (mentions.size >= mostMentions) return mentions;
      const key = candidate.toLowerCase();
      if (key.length >= 3 && !mentions.has(key)) mentions.set(key, { text: candidate, line: index + 1 });
    }
  }
  return mentions;
}

function* candidatesIn(line: string): Generator<string> {
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]*/gu)?.map((word) => word.replace(/[._@+-]+$/, "")) ?? [];
  for (const [index, word] of words.entries()) {
    for (let count = Math.min(mostWords, words.length - index); count > 1; count -= 1) {
      yield words.slice(index, index + count).join(" ");
    }
    yield word;
    if (!word.includes("@")) yield* partsOf(word);
  }
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
