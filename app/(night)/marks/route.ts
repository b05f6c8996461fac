import { markStep } from "#lib/documents/marks/mark-commands";
import { MarkStepInput } from "#lib/documents/marks/mark-inputs";
import { nightForm } from "#lib/night-form";

/** Notes what came of a step, and leads back to it. */
export const POST = nightForm(MarkStepInput, markStep);
