import { resolveAlert } from "#lib/alerts/commands";
import { ResolveInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** It is over. */
export const POST = nightForm(ResolveInput, resolveAlert);
