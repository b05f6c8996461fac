import { type Draft, isSameDraft } from "#lib/rotations/editor/draft";

/** A draft with the way back, and forward again. */
export type DraftHistory = {
  past: readonly Draft[];
  present: Draft;
  future: readonly Draft[];
  /** The field in which the last change was typed; what is typed on there is the same change. */
  field: string | null;
};

const longestPast = 200;

export function beginHistory(present: Draft): DraftHistory {
  return { past: [], present, future: [], field: null };
}

/** One change more. Typing on in one `field` is one change, however many keys it took. */
export function changedTo(history: DraftHistory, present: Draft, field: string | null = null): DraftHistory {
  if (isSameDraft(present, history.present)) return { ...history, present };
  const goesOn = field !== null && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-longestPast);
  return { past, present, future: [], field };
}

export function undone({ past, present, future }: DraftHistory): DraftHistory {
  const before = past.at(-1);
  if (!before) return { past, present, future, field: null };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], field: null };
}

export function redone({ past, present, future }: DraftHistory): DraftHistory {
  const [after, ...rest] = future;
  if (!after) return { past, present, future, field: null };
  return { past: [...past, present], present: after, future: rest, field: null };
}
