"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { failed, formAction, issuesOf } from "#lib/action";
import { requireViewer, type Viewer } from "#lib/auth/viewer";
import { Invalid, KnownError } from "#lib/errors";
import { readForm, typedValues } from "#lib/form-values";
import {
  changeLayers,
  createRotation,
  editRotation,
  makeTeamDefault,
  renameRotation,
  restoreRotation,
  retireRotation,
} from "#lib/rotations/commands";
import { readDraft, typedInput } from "#lib/rotations/editor/draft";
import { pressed } from "#lib/rotations/editor/draft-edits";
import { baseOf, DraftInput, type DraftWish, EditedRotation } from "#lib/rotations/editor/draft-inputs";
import type { EditorState } from "#lib/rotations/editor/editor-state";
import { listTeamMembers, type MemberSuggestion } from "#lib/rotations/editor/member-queries";
import { answerDraft } from "#lib/rotations/editor/preview-queries";
import { OneRotation, RenameRotationInput } from "#lib/rotations/inputs";
import { EditRotationInput, NewRotationFacts } from "#lib/rotations/versions/shape-inputs";

/** Opens a version of a rotation; `known` are the beginnings of the versions that the editor was shown. */
export async function changeLayersAction(_state: EditorState, form: FormData): Promise<EditorState> {
  return edited(
    await requireViewer(),
    form,
    EditedRotation,
    async (viewer, { rotation, known }, { layers, begins, effectiveFrom, replaceLater }) => {
      const slug = await changeLayers(viewer, {
        ...{ rotation, layers, begins, effectiveFrom, replaceLater },
        ...{ keepTurns: true, base: baseOf(known, effectiveFrom) },
      });
      return `${slug}?done=changed.${slug}`;
    },
  );
}

/** Creates a rotation with its first layers. */
export async function createRotationAction(_state: EditorState, form: FormData): Promise<EditorState> {
  return edited(await requireViewer(), form, NewRotationFacts, (viewer, facts, { layers, begins }) =>
    createRotation(viewer, { ...facts, layers, begins }),
  );
}

/**
 * What the editor's form comes to: a button that changes the draft gives it back changed, and the others save it, once
 * somebody has looked at what nobody would stand. Everything typed is given back with whatever is wrong.
 */
async function edited<Schema extends z.ZodType>(
  viewer: Viewer,
  form: FormData,
  schema: Schema,
  save: (viewer: Viewer, facts: z.output<Schema>, wish: DraftWish) => Promise<string>,
): Promise<EditorState> {
  const text = (name: string) => form.get(name)?.toString() || undefined;
  const place = { rotation: text("rotation"), team: text("team") };
  const edit = text("edit");
  const draft = edit ? pressed(readDraft(form), edit) : readDraft(form);
  const typed = typedInput(draft);
  const hasLooked = form.has("looked");
  const untouched = { status: "failed" as const, message: "", errors: {}, values: typedValues(form) };

  try {
    if (edit)
      return { form: untouched, draft, preview: await answerDraft(viewer, place, typed), hasLooked, isAsking: false };
    const [facts, wish] = [schema.safeParse(readForm(form)), DraftInput.safeParse(typed)];
    if (!facts.success || !wish.success)
      throw new Invalid([facts, wish].flatMap(({ error }) => (error ? issuesOf(error) : [])));
    if (!hasLooked) {
      const preview = await answerDraft(viewer, place, typed);
      if (preview.status === "fine" && preview.preview.warnings.some(({ isHole }) => isHole))
        return { form: untouched, draft, preview, hasLooked: true, isAsking: true };
    }
    redirect(`/rotations/${await save(viewer, facts.data, wish.data)}`);
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof KnownError)
      return { form: failed(form, error), draft, preview: null, hasLooked, isAsking: false };
    throw error;
  }
}

/** The people of a team, to be put on its watch. */
export async function listTeamMembersAction(team: string): Promise<MemberSuggestion[]> {
  return listTeamMembers(await requireViewer(), String(team));
}

export const editRotationAction = formAction(EditRotationInput, async (viewer, input) => {
  redirect(`/rotations/${await editRotation(viewer, input)}`);
});

export const renameRotationAction = formAction(RenameRotationInput, async (viewer, input) => {
  redirect(`/rotations/${await renameRotation(viewer, input)}`);
});

export const makeTeamDefaultAction = formAction(OneRotation, async (viewer, input) => {
  redirect(`/rotations/${await makeTeamDefault(viewer, input)}`);
});

export const retireRotationAction = formAction(OneRotation, async (viewer, input) => {
  redirect(`/rotations/${await retireRotation(viewer, input)}`);
});

export const restoreRotationAction = formAction(OneRotation, async (viewer, input) => {
  redirect(`/rotations/${await restoreRotation(viewer, input)}`);
});
