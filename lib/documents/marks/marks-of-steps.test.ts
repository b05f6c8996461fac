import { expect, test } from "vitest";
import { placeMarks } from "#lib/documents/marks/marks-of-steps";
import type { Outline } from "#lib/documents/outline";

const outline = (...steps: string[]): Outline => ({
  sections: [
    {
      ...{ anchor: "mitigation", depth: 2, heading: "Mitigation", text: steps.join(" ") },
      steps: steps.map((text, index) => ({ anchor: `mitigation-${index + 1}`, text })),
    },
  ],
  links: [],
  mentions: [],
});

const mark = (anchor: string, step: string) => ({
  ...{ id: `${anchor} ${step}`, anchor, step, revision: 1, verdict: "worked" as const, word: null },
  ...{ person: { address: "ada@example.com", name: "Ada" }, at: "2026-01-05T09:00:00Z", isOwn: false },
});

const placedIn = (steps: string[], ...marks: ReturnType<typeof mark>[]) =>
  [...placeMarks(marks, outline(...steps))].flatMap(([anchor, list]) =>
    list.map(({ step, isEarlierWording }) => [anchor, step, isEarlierWording]),
  );

test("a mark stays with the words of its step, wherever the step moves", () => {
  expect(placedIn(["New first.", "Flush."], mark("mitigation-1", "Flush."))).toEqual([
    ["mitigation-2", "Flush.", false],
  ]);
});

test("after a change of the words it is shown in its place, as one about an earlier wording", () => {
  expect(placedIn(["Flush all."], mark("mitigation-1", "Flush."))).toEqual([["mitigation-1", "Flush.", true]]);
});

test("of two steps with the same words a mark belongs to the one in its own place", () => {
  expect(placedIn(["Wait.", "Wait."], mark("mitigation-2", "Wait."))).toEqual([["mitigation-2", "Wait.", false]]);
});

test("a mark whose words and place are gone is not shown", () => {
  expect(placedIn(["Flush."], mark("mitigation-4", "Restart."))).toEqual([]);
});
