"use server";

import { formAction } from "#lib/action";
import { PastedText } from "#lib/search/inputs";
import { proposePattern } from "#lib/signatures/propose";

/** An error that was pasted, and the pattern that is proposed for it. */
export type ReadError = { text: string; pattern: string };

/** Carries a pasted text to the form that is rendered next, for a browser without JavaScript. */
export const readErrorAction = formAction(PastedText, async (_viewer, { text }) => ({
  result: { text, pattern: proposePattern(text) } satisfies ReadError,
}));
