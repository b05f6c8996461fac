"use server";

import { formAction } from "#lib/action";
import type { Ref } from "#lib/documents/views";
import { PastedText } from "#lib/search/inputs";
import { listWritable, type PasteAnswer, pasteError } from "#lib/search/paste-queries";

/** A text that was pasted, what is known about it, and services for which the reader may write a signature of it. */
export type PasteResult = { text: string; answer: PasteAnswer; writable: Ref[] };

export const pasteErrorAction = formAction(PastedText, async (viewer, { text }) => {
  const answer = await pasteError(viewer, text);
  const named = answer.services.flatMap(({ slug }) => slug ?? []);
  return { result: { text, answer, writable: await listWritable(viewer, named) } satisfies PasteResult };
});
