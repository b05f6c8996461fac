import { expect, test } from "vitest";
import { pageWords } from "#lib/records/parts/development";

const quiet = { reviewed: 0, needless: 0, medianSeconds: null };
const loud = { reviewed: 3, needless: 1, medianSeconds: 240 };
const words = (then: typeof loud | typeof quiet, now: typeof loud | typeof quiet) =>
  pageWords([
    { ...then, isLast: false },
    { ...now, isLast: true },
  ]).map(({ words: said }) => said);

test("a quarter of which there is nothing to tell is said as such, on either side, and never as a figure", () => {
  expect(words(loud, loud)).toEqual([
    "Pages that needed nobody, of those looked back at: 1 of 3 then, 1 of 3 now.",
    "Half of the answers came within 4 min then, 4 min now.",
  ]);
  expect(words(quiet, loud)).toEqual([
    "Pages that needed nobody, of those looked back at: 1 of 3 now; none was looked back at then.",
    "Half of the answers came within 4 min now; there were none then.",
  ]);
  expect(words(loud, quiet)[1]).toBe("Half of the answers came within 4 min then; there were none now.");
  expect(words(quiet, quiet)).toEqual([]);
});
