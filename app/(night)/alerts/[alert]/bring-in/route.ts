import { bringIn } from "#lib/alerts/help-commands";
import { BringInInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** Pages a person, or whoever stands the watch of a team. */
export const POST = nightForm(BringInInput, bringIn);
