import { noteAlert } from "#lib/alerts/commands";
import { NoteInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** Writes a line into the timeline. */
export const POST = nightForm(NoteInput, noteAlert);
