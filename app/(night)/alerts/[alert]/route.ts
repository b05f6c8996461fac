import { nightPage } from "../../night-page";
import { findAlertPage } from "./alert-page";

/** The briefing of an open alert, or what came of one that is over. */
export const GET = nightPage("alert", findAlertPage);
