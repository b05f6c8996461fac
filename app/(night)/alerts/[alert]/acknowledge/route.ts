import { acknowledgeAlert } from "#lib/alerts/commands";
import { OneAlert } from "#lib/alerts/inputs";
import { senderByLink } from "#lib/auth/link-sender";
import { nightForm } from "#lib/night-form";

/** The sender has it from now on. The link of a message is good for this. */
export const POST = nightForm(OneAlert, acknowledgeAlert, senderByLink);
