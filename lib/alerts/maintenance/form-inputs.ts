import { z } from "zod";
import { OneMaintenance } from "#lib/alerts/maintenance/inputs";
import { OptionalText, Slug } from "#lib/fields";
import { TypedSpan } from "#lib/rotations/standing-in/life-inputs";

/** What the form sends: the span as the reader's clock shows it. */
export const PlanMaintenanceForm = z.object({ service: Slug, why: OptionalText(500).optional() }).and(TypedSpan);
export const EndMaintenanceForm = OneMaintenance;
