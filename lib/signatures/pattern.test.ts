import fc from "fast-check";
import { expect, test } from "vitest";
import { keysAmong, meetInALine, wordsInLines } from "#lib/signatures/keywords";
import { matchPattern, matchPhrase, type Phrase, readPattern, tidyPattern } from "#lib/signatures/pattern";
import { foldCase, readText } from "#lib/signatures/text";

const phrase = (text: string) => readPattern(text).phrases[0] as Phrase;
const marked = (pattern: string, text: string) => {
  const lines = text.split(/\r\n|\r|\n/);
  return matchPhrase(phrase(pattern), text).map(({ line, from, to }) => [line, lines[line]?.slice(from, to)]);
};

test("a phrase is found whatever its case and spacing, and its literal parts are marked where they stand", () => {
  const text = "ok\r\n  Connection   to\tredis-7 TIMED out after 30 ms\nlater";
  expect(marked("connection to * timed out", text)).toEqual([
    [1, "Connection   to\t"],
    [1, " TIMED out"],
  ]);
  expect(marked("İstanbul ΣΟΦΟΣ", "x istanbul σοφος")).toEqual([[0, "istanbul σοφος"]]);
});

test("a star stays within its line, and may stand for nothing", () => {
  expect(marked("pool*exhausted", "pool\nexhausted")).toEqual([]);
  expect(marked("pool*exhausted", "poolexhausted")).toHaveLength(2);
  expect(marked("pool*exhausted", "pool x\npool y exhausted")).toEqual([
    [1, "pool"],
    [1, "exhausted"],
  ]);
});

test("all phrases have to occur, in any order", () => {
  const { phrases } = readPattern("second thing\nfirst thing");
  expect(matchPattern(phrases, readText("first thing\nsecond thing"))).toHaveLength(2);
  expect(matchPattern(phrases, readText("first thing"))).toBeUndefined();
});

test("a pattern is kept tidy: no blank line, no line twice, no star twice in a row", () => {
  expect(tidyPattern(readPattern("\n  pool   of **\t size \n\npool of * size\r\nexhausted").phrases)).toBe(
    "pool of * size\nexhausted",
  );
});

test.each([
  ["", "Write at least one phrase of the error."],
  [" \n\t", "Write at least one phrase of the error."],
  ["*", "A pattern of only “*” would match everything: write words of the error."],
  ["* *\n***", "A pattern of only “*” would match everything: write words of the error."],
  ["pool exhausted\n*", "“*” needs a word of at least three letters, by which it is found."],
  ["12 ab * cd 503", "“12 ab * cd 503” needs a word of at least three letters, by which it is found."],
  [`pool${"*x".repeat(21)}`, `“pool${"*x".repeat(21)}” has 21 “*”: use at most 20 in one phrase.`],
  ["x".repeat(2_001), "Use at most 2,000 characters."],
  [Array.from({ length: 21 }, (_, index) => `phrase ${index}`).join("\n"), "Use at most 20 phrases, one a line."],
])("what cannot be a pattern is told in words: %#", (pattern, problem) => {
  expect(readPattern(pattern)).toEqual({ phrases: [], problems: [problem] });
});

const letters = fc.constantFrom("a", "b", "A", " ", "  ", "\n", "é", "😀", "7");
const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(""));
const phrases = fc
  .array(fc.constantFrom("a", "b", "aba", "bab", "abbaab", " ", "*", "é", "7", "😀"), { minLength: 1, maxLength: 10 })
  .map((parts) => readPattern(parts.join("")).phrases[0])
  .filter((one) => one !== undefined);

/** Tries every way in which the stars could be filled. */
function occursIn(line: string, pattern: string): boolean {
  if (pattern === "") return true;
  if (pattern[0] !== "*") return line.startsWith(pattern[0] as string) && occursIn(line.slice(1), pattern.slice(1));
  for (let skip = 0; skip <= line.length; skip += 1) if (occursIn(line.slice(skip), pattern.slice(1))) return true;
  return false;
}

test("a phrase matches exactly when some filling of its stars makes it part of a line", () => {
  fc.assert(
    fc.property(phrases, texts, (one, text) => {
      const lines = text.split("\n").map((line) => foldCase(line).replace(/\s+/g, " "));
      const isThere = lines.some((line) => occursIn(line, `*${foldCase(one.text)}`));
      expect(matchPhrase(one, text).length > 0).toBe(isThere);
    }),
    { numRuns: 2_000 },
  );
});

test("marked parts spell the phrase, in order, without overlap; each line at most once", () => {
  fc.assert(
    fc.property(phrases, texts, (one, text) => {
      const lines = text.split("\n");
      const ranges = matchPhrase(one, text, 1_000);
      for (const [index, { line, from, to }] of ranges.entries()) {
        const said = foldCase(lines[line]?.slice(from, to) ?? "").replace(/\s+/g, " ");
        expect(said).toBe(one.segments[index % one.segments.length]);
        const before = ranges[index - 1];
        if (index % one.segments.length > 0) expect(before?.line === line && before.to <= from).toBe(true);
        else if (before) expect(before.line).toBeLessThan(line);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a text that matches a phrase has its keyword", () => {
  const around = fc.tuple(texts, phrases, texts).map(([before, one, after]) => ({
    one,
    text: `${before}${one.text.replaceAll("*", "a7")}${after}`,
  }));
  fc.assert(
    fc.property(around, ({ one, text }) => {
      expect(matchPhrase(one, text).length).toBeGreaterThan(0);
      const words = wordsInLines(readText(text).folded);
      const keys = keysAmong(words.keys());
      for (const key of [one.keyword, ...one.others]) expect(keys).toContain(key);
      expect(meetInALine([one.keyword, ...one.others], words)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("the keyword is the longest telling word; a common one, or a piece of a word, only where there is no other", () => {
  expect(phrase("the quartermaster error occurred").keyword).toBe("quartermaster");
  expect(phrase("an error an").keyword).toBe("error");
  expect(phrase("deadlock found").keyword).toBe("deadlock-");
  expect(phrase("SpinnakerException").keyword).toMatch(/^~...$/);
  expect(phrase("Error: deadlock").keyword).toBe("-deadlock");
  expect(phrase("gear of the halyard").keyword).toBe("-halyard");
  expect(phrase("Error: halya").keyword).toBe("-halya");
});

test("folding keeps every character at its place", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
      expect(foldCase(text)).toHaveLength(text.length);
      const { folded, at, lineStarts } = readText(text);
      expect(at).toHaveLength(folded.length + 1);
      expect(lineStarts).toHaveLength(text.split(/\r\n|\r|\n/).length);
    }),
    { numRuns: 2_000 },
  );
});

test("no pattern and text make the search slow: 64 kB of what nearly matches is read in an instant", () => {
  const size = 64 * 1024;
  const hostile: [string, string][] = [
    [`b${"a".repeat(1_990)}`, "a".repeat(size)],
    [`${"a".repeat(1_990)}b`, "a".repeat(size)],
    [`${"a".repeat(900)}b${"a".repeat(900)}`, "a".repeat(size)],
    [`${"aaa*".repeat(20)}b`, "a".repeat(size)],
    [`${"aaa*".repeat(20)}b`, `${"aaa".repeat(20)}\n`.repeat(size / 61)],
    [`aaa*${"ab".repeat(500)}`, `aaa ${"ab".repeat(499)}\n`.repeat(size / 1_000)],
  ];
  for (const [pattern, text] of hostile) {
    const readable = readText(text);
    const begun = performance.now();
    expect(matchPhrase(phrase(pattern), readable)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  }
});
