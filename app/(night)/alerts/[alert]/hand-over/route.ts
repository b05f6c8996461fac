import { handOver } from "#lib/alerts/commands";
import { HandOverInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** Asks somebody to take it over. */
export const POST = nightForm(HandOverInput, handOver);
