import { MarkAlertStepInput } from "#lib/alerts/inputs";
import { markAlertStep } from "#lib/alerts/mark-commands";
import { senderByLink } from "#lib/auth/link-sender";
import { nightForm } from "#lib/night-form";

/** Notes what came of a step, and leads back to it. The link of a message is good for this, for its own alert. */
export const POST = nightForm(MarkAlertStepInput, markAlertStep, senderByLink);
