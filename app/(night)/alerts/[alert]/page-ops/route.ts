import { pageOps } from "#lib/alerts/help-commands";
import { PageOpsInput } from "#lib/alerts/inputs";
import { senderByLink } from "#lib/auth/link-sender";
import { nightForm } from "#lib/night-form";

/** Pages the ops engineer on watch at once. The link of a message is good for this. */
export const POST = nightForm(PageOpsInput, pageOps, senderByLink);
