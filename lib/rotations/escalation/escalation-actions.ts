"use server";

import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { isStorable } from "#lib/fields";
import { clearEscalation, setEscalation } from "#lib/rotations/escalation/escalation-commands";
import { EscalationForm } from "#lib/rotations/escalation/escalation-inputs";
import { suggestRotations } from "#lib/rotations/queries";
import { OneService } from "#lib/services/inputs";

export const setEscalationAction = formAction(EscalationForm, async (viewer, input) => {
  redirect(`/services/${await setEscalation(viewer, input)}/escalation`);
});

export const clearEscalationAction = formAction(OneService, async (viewer, input) => {
  redirect(`/services/${await clearEscalation(viewer, input)}/escalation`);
});

/** Rotations to choose from while somebody types. */
export async function suggestRotationsAction(query: string) {
  const viewer = await requireViewer();
  const found = isStorable(String(query)) ? await suggestRotations(viewer, String(query)) : [];
  return found.map(({ slug, name, team }) => ({ value: slug, label: name, detail: team }));
}
