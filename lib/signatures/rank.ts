import { literalCharacters, type Range } from "#lib/signatures/pattern";

/** A signature that a text matches: where its phrases stand in the text, and the labels that were seen. */
export type Match = {
  id: string;
  meaning: string;
  /** One phrase a line. */
  phrases: { segments: string[] }[];
  ranges: Range[][];
  labels: string[];
};

/**
 * Best first: the one with more of the text word for word, then with more phrases, then with more labels, then by
 * name. The same text and signatures give the same order.
 */
export function byStrength(one: Match, other: Match): number {
  return (
    charactersOf(other) - charactersOf(one) ||
    other.phrases.length - one.phrases.length ||
    other.labels.length - one.labels.length ||
    order(one.meaning.toLowerCase(), other.meaning.toLowerCase()) ||
    order(one.id, other.id)
  );
}

/** Why a signature matched, in words; lines count from 1. */
export function describeStrength(match: Match): string {
  const characters = `${charactersOf(match)} characters word for word`;
  const lines = [...new Set(match.ranges.map((ranges) => (ranges[0]?.line ?? 0) + 1))].toSorted((a, b) => a - b);
  const where = `${lines.length === 1 ? "line" : "lines"} ${new Intl.ListFormat("en").format(lines.map(String))}`;
  const phrases =
    match.phrases.length === 1
      ? `${where} has its phrase, ${characters}`
      : `all ${match.phrases.length} of its phrases are there, ${characters} (${where})`;
  return match.labels.length === 0 ? phrases : `${phrases}; so is ${new Intl.ListFormat("en").format(match.labels)}`;
}

const charactersOf = ({ phrases }: Match) => phrases.reduce((sum, phrase) => sum + literalCharacters(phrase), 0);
const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));
