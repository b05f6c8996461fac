import fc from "fast-check";
import { expect, test } from "vitest";
import { type Difference, type DifferenceLine, differenceOf } from "#lib/documents/difference";
import { linesOf } from "#lib/documents/merge";

const text = fc
  .array(fc.constantFrom("a", "b", "one two three", "one two four", ""), { maxLength: 20 })
  .map((lines) => lines.join("\n"));

const shown = ({ hunks }: Difference) => hunks.flatMap(({ lines }) => lines);
const textOf = ({ words }: DifferenceLine) => words.map((word) => word.text).join("");

test("every line of either side is shown with its number, or counted as left out", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const difference = differenceOf(before, after);
      const skipped = difference.hunks.reduce((sum, hunk) => sum + hunk.skipped, difference.skippedAtEnd);
      for (const [side, whole] of [
        ["before", before],
        ["after", after],
      ] as const) {
        const lines = linesOf(whole);
        const numbered = shown(difference).filter((line) => line[side] !== null);
        expect(numbered.length + skipped).toBe(lines.length);
        for (const line of numbered) expect(textOf(line)).toBe(lines[(line[side] ?? 0) - 1]?.replace(/\n$/, ""));
      }
    }),
  );
});

test("lines that stayed around a change are shown, those farther away are counted", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
  const difference = differenceOf(lines.join("\n"), lines.with(14, "changed").join("\n"));
  expect(difference).toMatchObject({ added: 1, removed: 1, skippedAtEnd: 12, isTooLarge: false });
  expect(difference.hunks).toHaveLength(1);
  expect(difference.hunks[0]?.skipped).toBe(11);
  expect(difference.hunks[0]?.lines.map((line) => [line.kind, line.before, line.after])).toEqual([
    ["same", 12, 12],
    ["same", 13, 13],
    ["same", 14, 14],
    ["removed", 15, null],
    ["added", null, 15],
    ["same", 16, 16],
    ["same", 17, 17],
    ["same", 18, 18],
  ]);
});

test("changes far apart are two hunks, changes close together are one", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
  const changed = (...at: number[]) => at.reduce((all, index) => all.with(index, "changed"), lines).join("\n");
  expect(differenceOf(lines.join("\n"), changed(5, 30)).hunks).toHaveLength(2);
  expect(differenceOf(lines.join("\n"), changed(5, 10)).hunks).toHaveLength(1);
});

test("a line that took another's place says which words changed", () => {
  const [gone, come] = shown(differenceOf("Restart the cache now\n", "Restart the queue now\n"));
  expect(gone?.words.filter(({ isChanged }) => isChanged)).toEqual([{ text: "cache", isChanged: true }]);
  expect(come?.words.filter(({ isChanged }) => isChanged)).toEqual([{ text: "queue", isChanged: true }]);
  const unlike = shown(differenceOf("Restart the cache now\n", "Xyz\n"));
  expect(unlike.flatMap(({ words }) => words).some(({ isChanged }) => isChanged)).toBe(false);
});

test("a text and itself differ in nothing", () => {
  expect(differenceOf("a\nb\n", "a\nb\n")).toEqual({
    hunks: [],
    added: 0,
    removed: 0,
    skippedAtEnd: 2,
    isTooLarge: false,
  });
});

test("texts of megabytes get an answer within seconds: the difference where it is small, and that it is too large where not", () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `this is the long line number ${index} of the text`);
  const started = performance.now();
  expect(differenceOf(lines.join("\n"), lines.with(50_000, "x").join("\n"))).toMatchObject({ added: 1, removed: 1 });
  const others = lines.map((line) => `${line}!`).join("\n");
  expect(differenceOf(lines.join("\n"), others)).toMatchObject({ hunks: [], isTooLarge: true });
  const oneLine = "word ".repeat(1_000_000);
  expect(differenceOf(oneLine, `${oneLine}!`)).toMatchObject({ added: 1, removed: 1, isTooLarge: false });
  expect(performance.now() - started).toBeLessThan(10_000);
});
