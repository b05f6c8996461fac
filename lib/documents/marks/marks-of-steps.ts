import type { Outline } from "#lib/documents/outline";
import type { Author } from "#lib/documents/views";

/** What somebody found who used a step. `at` is an ISO instant. */
export type MarkView = {
  id: string;
  /** Where the step stood in the revision that was read, and its words there. */
  anchor: string;
  step: string;
  revision: number;
  verdict: "worked" | "failed" | "out-of-date";
  word: string | null;
  person: Author;
  at: string;
  isOwn: boolean;
  /** The words of the step changed since: it may no longer be true of them. */
  isEarlierWording: boolean;
};

/** By the anchor of the present step; the latest first. */
export type MarksByStep = ReadonlyMap<string, readonly MarkView[]>;

/**
 * Lays marks beside the steps of the present text. A mark belongs to the step with the same words, wherever that stands
 * now; where no step has them any more, to the one in its old place, as one about an earlier wording. A mark whose
 * place is gone too is left out.
 */
export function placeMarks(marks: readonly Omit<MarkView, "isEarlierWording">[], outline: Outline): MarksByStep {
  const steps = outline.sections.flatMap((section) => section.steps);
  const placed = new Map<string, MarkView[]>();
  for (const mark of marks) {
    const same = steps.filter(({ text }) => text === mark.step);
    const step = same.find(({ anchor }) => anchor === mark.anchor) ?? same[0];
    const anchor = step?.anchor ?? steps.find((one) => one.anchor === mark.anchor)?.anchor;
    if (anchor === undefined) continue;
    const view = { ...mark, isEarlierWording: step === undefined };
    placed.set(anchor, [...(placed.get(anchor) ?? []), view]);
  }
  return placed;
}
