import { z } from "zod";
import { OptionalText, Slug } from "#lib/fields";
import { InstantInput } from "#lib/rotations/inputs";

/** A span `[from, to)` in which nobody is paged for a service by itself; without `from` it begins now. */
export const PlanMaintenanceInput = z.object({
  service: Slug,
  from: InstantInput.optional(),
  to: InstantInput,
  why: OptionalText(500).optional(),
});
export type PlanMaintenanceInput = z.output<typeof PlanMaintenanceInput>;

export const OneMaintenance = z.object({ service: Slug, maintenance: z.uuid("There is no such maintenance window.") });
export type OneMaintenance = z.output<typeof OneMaintenance>;
