import type { DraftFields } from "#lib/documents/editor/drafts";
import type { ConflictingSave } from "#lib/documents/merge-conflict";
import type { FormState } from "#lib/form-state";

/** What an editor opens with: its fields, the revision they are based on, and a conflict that has to be ended first. */
export type EditorStart = { fields: DraftFields; baseRevision: number | null; conflict: ConflictingSave | null };

/** Where a form stands after its answer: as it was, with everything typed, or with both texts of a conflict. */
export function startOf(state: FormState, fields: DraftFields, baseRevision: number | null): EditorStart {
  if (state.status === "failed") {
    const names = Object.keys(fields) as (keyof DraftFields)[];
    const typed = names.flatMap((name) => (name in state.values ? [[name, String(state.values[name])]] : []));
    const base = Number(state.values.baseRevision);
    return { fields: { ...fields, ...Object.fromEntries(typed) }, baseRevision: base || baseRevision, conflict: null };
  }
  const conflict = conflictIn(state);
  if (!conflict) return { fields, baseRevision, conflict: null };
  const { revision, merged } = conflict.conflict;
  const joined = {
    ...fields,
    title: merged.title,
    alertNames: merged.alertNames.join("\n"),
    summary: conflict.summary ?? "",
    body: merged.body,
  };
  return { fields: joined, baseRevision: revision, conflict };
}

/** The two texts that an answer asks to put together; null when it does not. */
export function conflictIn(state: FormState): ConflictingSave | null {
  if (state.status !== "done" || typeof state.result !== "object" || state.result === null) return null;
  return "conflict" in state.result ? (state.result as ConflictingSave) : null;
}
