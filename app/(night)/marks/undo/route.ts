import { unmarkStep } from "#lib/documents/marks/mark-commands";
import { OneMark } from "#lib/documents/marks/mark-inputs";
import { nightForm } from "#lib/night-form";

/** Takes a mark back, and leads to its step. */
export const POST = nightForm(OneMark, unmarkStep);
