import { reopenAlert } from "#lib/alerts/commands";
import { ReopenInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** It goes on. */
export const POST = nightForm(ReopenInput, reopenAlert);
