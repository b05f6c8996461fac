"use server";

import { refresh } from "next/cache";
import { formAction } from "#lib/action";
import { endMaintenance, planMaintenance } from "#lib/alerts/maintenance/commands";
import { EndMaintenanceForm, PlanMaintenanceForm } from "#lib/alerts/maintenance/form-inputs";

export const planMaintenanceAction = formAction(PlanMaintenanceForm, async (viewer, input) => {
  await planMaintenance(viewer, input);
  refresh();
  return { message: "Planned. Alerts are kept and shown meanwhile; “page ops now” works as ever." };
});

export const endMaintenanceAction = formAction(EndMaintenanceForm, async (viewer, input) => {
  await endMaintenance(viewer, input);
  refresh();
});
