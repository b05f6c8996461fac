import type { FormState } from "#lib/form-state";
import type { Draft } from "#lib/rotations/editor/draft";
import type { PreviewAnswer } from "#lib/rotations/editor/preview";

/** What the editor's form comes back with: errors beside the fields, and the draft as it was sent or as a button made it. */
export type EditorState = {
  form: FormState;
  draft: Draft;
  preview: PreviewAnswer | null;
  /** Somebody has been shown that there will be gaps, and may save all the same. */
  hasLooked: boolean;
  /** The last answer was that question. */
  isAsking: boolean;
};
