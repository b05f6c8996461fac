import { errorWeight } from "#lib/signatures/error-lines";
import { isCommon } from "#lib/signatures/keywords";

const most = 12;
const mostLines = 2_000;

/**
 * The words of a pasted text that say what it is about, the most telling first: those of its error lines, long ones,
 * names of classes with their parts. Numbers, and words that stand in most errors, are left out.
 */
export function tellingWords(text: string): string[] {
  const heaviest = new Map<string, number>();
  for (const line of text.split(/\r\n|\r|\n/, mostLines)) {
    const weight = errorWeight(line);
    if (weight === 0) continue;
    for (const name of line.slice(0, 2_000).match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
      if ((heaviest.get(name) ?? 0) < weight) heaviest.set(name, weight);
    }
  }
  const weights = new Map<string, number>();
  for (const [name, weight] of heaviest) {
    for (const word of wordsOf(name)) weights.set(word, Math.max(weights.get(word) ?? 0, weight * tellingness(word)));
  }
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .toSorted(([one, its], [other, others]) => others - its || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);
}

function wordsOf(name: string): string[] {
  if (!/^\p{L}{4,40}$/u.test(name)) return [];
  const parts = name.split(/(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part.length >= 4);
  return (parts.length > 1 ? [name, ...parts] : [name]).map((word) => word.toLowerCase());
}

const tellingness = (word: string) => (isCommon(word) ? 0 : Math.min(word.length, 14) + 4);
