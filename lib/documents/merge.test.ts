import fc from "fast-check";
import { expect, test } from "vitest";
import { conflictMarkers, linesOf, mergeTexts } from "#lib/documents/merge";

/** Few different lines, so that repetition and accidental agreement are common; some that objects treat specially. */
const line = fc.constantFrom("a", "b", "c", "", "constructor", "__proto__", "a\r", "- one", "<<<<<<< yours");
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join("\n") + (isEnded && lines.length > 0 ? "\n" : ""));

/** An edit that inserts lines of its own, `who` and a number in each, and removes others. */
type Edit = { at: number; removed: number; inserted: number };
const edits = fc.array(fc.record({ at: fc.nat(30), removed: fc.nat(3), inserted: fc.nat(3) }), { maxLength: 4 });

function edited(base: string, who: string, list: readonly Edit[]): { text: string; inserted: string[] } {
  const lines = linesOf(base);
  const inserted: string[] = [];
  for (const [index, edit] of list.entries()) {
    const own = Array.from({ length: edit.inserted }, (_, count) => `${who} ${index}.${count}`);
    inserted.push(...own);
    const at = edit.at % (lines.length + 1);
    lines.splice(at, edit.removed, ...own.map((one) => `${one}\n`));
  }
  const joined = lines.map((one, index) => (index < lines.length - 1 && !one.endsWith("\n") ? `${one}\n` : one));
  return { text: joined.join(""), inserted: inserted.filter((one) => joined.some((kept) => kept.startsWith(one))) };
}

const linesIn = (whole: string) => whole.split("\n");
const bases = fc
  .array(
    fc.nat(9).map((number) => `line ${number}`),
    { maxLength: 14 },
  )
  .map((lines) => lines.join("\n"));

test("every line that either of two people inserted is in the merged text, and in a conflict where there is one", () => {
  fc.assert(
    fc.property(bases, edits, edits, (base, own, foreign) => {
      const [mine, theirs] = [edited(base, "mine", own), edited(base, "theirs", foreign)];
      const merged = mergeTexts(base, mine.text, theirs.text);
      const lines = linesIn(merged.text);
      for (const inserted of [...mine.inserted, ...theirs.inserted]) expect(lines).toContain(inserted);
    }),
  );
});

test("a line that both kept is in the merged text as often as the one who has it less often has it", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const { text: merged, conflicts } = mergeTexts(base, mine, theirs);
      if (conflicts.length > 0) return;
      const count = (whole: string, wanted: string) => linesOf(`${whole}\n`).filter((one) => one === wanted).length;
      for (const one of new Set(linesOf(mine).filter((line) => line.endsWith("\n")))) {
        const least = Math.min(count(base, one), count(mine, one), count(theirs, one));
        expect(count(merged, one)).toBeGreaterThanOrEqual(least);
      }
    }),
  );
});

test("both texts can be read out of a merge: without conflicts it is one, with them it has either side whole", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const { conflicts } = mergeTexts(base, mine, theirs);
      for (const conflict of conflicts) {
        expect(mine).toContain(conflict.mine);
        expect(theirs).toContain(conflict.theirs);
        expect(base).toContain(conflict.base);
        expect(conflict.mine).not.toBe(conflict.theirs);
      }
    }),
  );
});

test("what one person leaves alone is what the other makes of it, and what both make is made once", () => {
  fc.assert(
    fc.property(text, text, (base, mine) => {
      expect(mergeTexts(base, mine, base)).toEqual({ text: mine, conflicts: [] });
      expect(mergeTexts(base, base, mine)).toEqual({ text: mine, conflicts: [] });
      expect(mergeTexts(base, mine, mine)).toEqual({ text: mine, conflicts: [] });
    }),
  );
});

test("edits of places that are apart both apply, whatever the line ends", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }),
      (end, isEnded, middle) => {
        const base = ["first", "second", ...middle.map(String), "before", "last"];
        const whole = (lines: string[]) => lines.join(end) + (isEnded ? end : "");
        const mine = base.with(0, "mine");
        const theirs = base.with(-1, "theirs");
        expect(mergeTexts(whole(base), whole(mine), whole(theirs))).toEqual({
          text: whole(mine.with(-1, "theirs")),
          conflicts: [],
        });
      },
    ),
  );
});

test("whose edit is called mine decides nothing but the order of the sides of a conflict", () => {
  fc.assert(
    fc.property(bases, edits, edits, (base, own, foreign) => {
      const [mine, theirs] = [edited(base, "mine", own).text, edited(base, "theirs", foreign).text];
      const [one, other] = [mergeTexts(base, mine, theirs), mergeTexts(base, theirs, mine)];
      expect(other.conflicts.map((conflict) => [conflict.theirs, conflict.mine])).toEqual(
        one.conflicts.map((conflict) => [conflict.mine, conflict.theirs]),
      );
      if (one.conflicts.length === 0) expect(other.text).toBe(one.text);
    }),
  );
});

test("a conflict names the line of its first marker in the merged text, and its sides stand between the markers", () => {
  const merged = mergeTexts("one\ntwo\nthree\n", "one\nmine\nthree\n", "one\ntheirs\nthree\n");
  expect(merged.text).toBe("one\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> theirs\nthree\n");
  expect(merged.conflicts).toEqual([{ line: 2, base: "two\n", mine: "mine\n", theirs: "theirs\n" }]);
  const second = mergeTexts("a\nb\nc\n", "1\nb\n2\n", "x\nb\ny\n");
  for (const { line } of second.conflicts) expect(linesIn(second.text)[line - 1]).toBe(conflictMarkers.mine);
  expect(second.conflicts).toHaveLength(2);
});

test("a side without a line end at its end stands whole before its marker", () => {
  const merged = mergeTexts("a", "mine", "theirs");
  expect(merged.text).toBe("<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> theirs\n");
  expect(merged.conflicts).toEqual([{ line: 1, base: "a", mine: "mine", theirs: "theirs" }]);
});

test("texts of half a megabyte are merged, or are one conflict, without a wait", () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
  const base = lines.join("\n");
  const apart = mergeTexts(base, lines.with(0, "mine").join("\n"), lines.with(9_000, "theirs").join("\n"));
  expect(apart).toEqual({ text: lines.with(0, "mine").with(9_000, "theirs").join("\n"), conflicts: [] });

  const blank = "\n".repeat(500_000);
  const started = performance.now();
  const hostile = mergeTexts(`x\n${blank}y`, `1\n${blank}2`, `3\n${blank}4`);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(hostile.conflicts).toHaveLength(1);
  expect(hostile.text).toContain("3\n");
  expect(hostile.text).toContain("1\n");
});
