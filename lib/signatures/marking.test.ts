import { expect, test } from "vitest";
import { markedLines } from "#lib/signatures/marking";
import { matchPhrase, readPattern } from "#lib/signatures/pattern";

const rangesOf = (pattern: string, text: string) =>
  readPattern(pattern).phrases.flatMap((phrase) => matchPhrase(phrase, text));

test("lines with a match are shown with their number and the matching words marked", () => {
  const text = "fine\nthe pump of deck 3 failed again\nfine";
  expect(markedLines(text, rangesOf("pump * failed", text), 5)).toEqual([
    {
      line: 2,
      pieces: [
        { text: "the ", isMatch: false },
        { text: "pump ", isMatch: true },
        { text: "of deck 3", isMatch: false },
        { text: " failed", isMatch: true },
        { text: " again", isMatch: false },
      ],
    },
  ]);
});

test("phrases that overlap are marked once, and a long line is cut around its first mark", () => {
  const text = `${"x ".repeat(300)}sail torn${" y".repeat(300)}`;
  const [line] = markedLines(text, rangesOf("sail torn\nail to", text), 5);
  const words = line?.pieces.map(({ text: piece }) => piece).join("") ?? "";
  expect(line?.pieces.filter(({ isMatch }) => isMatch).map(({ text: piece }) => piece)).toEqual(["sail torn"]);
  expect(words.startsWith("…") && words.endsWith("…") && words.length < 410).toBe(true);
});
