import { nightPage } from "../../night-page";
import { findServicePage } from "./service-page";

/** The briefing of a service before there is an alert. */
export const GET = nightPage("service", findServicePage);
