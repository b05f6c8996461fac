import { reviewAlert } from "#lib/alerts/commands";
import { ReviewInput } from "#lib/alerts/inputs";
import { nightForm } from "#lib/night-form";

/** Keeps what the sender says of it afterwards. */
export const POST = nightForm(ReviewInput, reviewAlert);
