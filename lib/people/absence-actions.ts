"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { eraseAbsenceReason, noteAbsence, removeAbsence } from "#lib/people/absence-commands";
import { NoteAbsenceForm } from "#lib/people/absence-form-inputs";
import { OneAbsence } from "#lib/people/absence-inputs";
import { listRegions } from "#lib/people/holiday-queries";
import { matchingRegions } from "#lib/people/regions";

export const noteAbsenceAction = formAction(NoteAbsenceForm, async (viewer, input) => {
  await noteAbsence(viewer, input);
  refresh();
  return { message: "Noted. Where a watch meets it, the roster says so." };
});

export const removeAbsenceAction = formAction(OneAbsence, async (viewer, input) => {
  await removeAbsence(viewer, input);
  refresh();
  return { message: "Taken off." };
});

export const eraseAbsenceReasonAction = formAction(OneAbsence, async (viewer, input) => {
  await eraseAbsenceReason(viewer, input);
  refresh();
  return { message: "The reason is erased." };
});

/** Countries and their parts to choose from while somebody types. */
export async function suggestRegionsAction(query: string) {
  await requireViewer();
  return matchingRegions(await listRegions(), String(query)).map(({ code, name }) => ({
    value: code,
    label: name,
    detail: code,
  }));
}
