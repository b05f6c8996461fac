"use server";

import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { documentUrl } from "#lib/documents/addresses";
import { type ConflictingSave, MergeConflict } from "#lib/documents/merge-conflict";
import {
  acceptSuggestion,
  declineSuggestion,
  makeSuggestion,
  withdrawSuggestion,
} from "#lib/documents/suggestions/suggestion-commands";
import {
  AcceptSuggestionForm,
  DeclineSuggestionInput,
  MakeSuggestionForm,
  OneSuggestion,
} from "#lib/documents/suggestions/suggestion-inputs";

const verbatim = ["body"];

export const makeSuggestionAction = formAction(
  MakeSuggestionForm,
  async (viewer, input) => {
    await makeSuggestion(viewer, { ...input, isFromForm: true });
    redirect(`${documentUrl({ ...input, service: { slug: input.service } })}?done=suggested`);
  },
  { verbatim },
);

/** Where the document changed in the same place since, the result is a `ConflictingSave`, and nothing is decided. */
export const acceptSuggestionAction = formAction(
  AcceptSuggestionForm,
  async (viewer, input) => {
    const accepted = await acceptSuggestion(viewer, { ...input, isFromForm: true }).catch(whenConflicting);
    if (accepted instanceof MergeConflict) {
      const result: ConflictingSave = { conflict: accepted.detail, summary: null };
      return { result };
    }
    redirect(`${documentUrl(accepted.document)}?done=accepted`);
  },
  { verbatim },
);

export const declineSuggestionAction = formAction(DeclineSuggestionInput, async (viewer, input) => {
  redirect(`${documentUrl(await declineSuggestion(viewer, input))}?done=declined`);
});

export const withdrawSuggestionAction = formAction(OneSuggestion, async (viewer, input) => {
  redirect(`${documentUrl(await withdrawSuggestion(viewer, input))}?done=withdrawn`);
});

function whenConflicting(error: unknown): MergeConflict {
  if (error instanceof MergeConflict) return error;
  throw error;
}
