"use server";

import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { requireViewer } from "#lib/auth/viewer";
import { signatureUrl } from "#lib/documents/addresses";
import { isStorable } from "#lib/fields";
import { PastedText } from "#lib/search/inputs";
import {
  editSignature,
  restoreSignature,
  retireSignature,
  type SignatureAddress,
  writeSignature,
} from "#lib/signatures/commands";
import { EditSignatureForm, OneSignature, WriteSignatureForm } from "#lib/signatures/inputs";
import { proposePattern } from "#lib/signatures/propose";
import { suggestRunbookSteps } from "#lib/signatures/queries";

const pageOf = ({ service, signature }: SignatureAddress) =>
  signatureUrl({ slug: signature, service: { slug: service } });

export const writeSignatureAction = formAction(WriteSignatureForm, async (viewer, input) => {
  redirect(pageOf(await writeSignature(viewer, input)));
});

export const editSignatureAction = formAction(EditSignatureForm, async (viewer, input) => {
  redirect(pageOf(await editSignature(viewer, input)));
});

export const retireSignatureAction = formAction(OneSignature, async (viewer, input) => {
  redirect(pageOf(await retireSignature(viewer, input)));
});

export const restoreSignatureAction = formAction(OneSignature, async (viewer, input) => {
  redirect(pageOf(await restoreSignature(viewer, input)));
});

/** An error that was pasted, and the pattern that is proposed for it. */
export type ReadError = { text: string; pattern: string };

/** Carries a pasted text to the form that is rendered next, for a browser without JavaScript. */
export const readErrorAction = formAction(PastedText, async (_viewer, { text }) => ({
  result: { text, pattern: proposePattern(text) } satisfies ReadError,
}));

/** Runbooks of a service and their steps, for the field in which one is chosen. */
export async function suggestRunbookStepsAction(service: string, query: string) {
  const viewer = await requireViewer();
  const isText = isStorable(String(service)) && isStorable(String(query));
  const found = isText ? await suggestRunbookSteps(viewer, String(service), String(query)) : [];
  return found.map(({ address, title, place }) => ({ value: address, label: title, detail: place }));
}
