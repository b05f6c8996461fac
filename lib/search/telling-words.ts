import { errorWeight } from "#lib/signatures/error-lines";
import { isCommon } from "#lib/signatures/keywords";

const most = 12;
const mostLines = 2_000;
/** So many letters tell more than fewer, and more tell no more than these. */
const longEnough = 14;
const mostTelling = longEnough + 4;

/**
 * The words of a pasted text that say what it is about, the most telling first: those of its error lines, long ones,
 * names of classes with their parts. Numbers, and words that stand in most errors, are left out.
 */
export function tellingWords(text: string): string[] {
  const lines = Map.groupBy(text.split(/\r\n|\r|\n/, mostLines), errorWeight);
  const weights = new Map<string, number>();
  // The heaviest lines first: a word weighs what it does where it is first seen, and soon lighter ones add nothing.
  for (const [weight, ofWeight] of [...lines].toSorted(([one], [other]) => other - one)) {
    if (weight === 0 || (sorted(weights)[most - 1]?.[1] ?? 0) > weight * mostTelling) break;
    const names = new Set(ofWeight.flatMap((line) => line.slice(0, 2_000).match(/[\p{L}\p{N}]{4,}/gu) ?? []));
    for (const word of names.values().flatMap(wordsOf)) {
      if (!weights.has(word)) weights.set(word, weight * tellingness(word));
    }
  }
  return sorted(weights)
    .slice(0, most)
    .map(([word]) => word);
}

function sorted(weights: ReadonlyMap<string, number>): [string, number][] {
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .toSorted(([one, its], [other, others]) => others - its || (one < other ? -1 : 1));
}

function wordsOf(name: string): string[] {
  if (!/^\p{L}{4,40}$/u.test(name)) return [];
  const parts = name.split(/(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part.length >= 4);
  return (parts.length > 1 ? [name, ...parts] : [name]).map((word) => word.toLowerCase());
}

const tellingness = (word: string) => (isCommon(word) ? 0 : Math.min(word.length, longEnough) + 4);
