import { endMaintenance } from "#lib/alerts/maintenance/commands";
import { answer, apiRoute, noContent } from "#lib/api";
import { endMaintenanceCall } from "#lib/api/maintenance";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  DELETE: answer(endMaintenanceCall, async ({ viewer, params: { slug, id } }) => {
    await endMaintenance(viewer, { service: slug, maintenance: id });
    return noContent();
  }),
});
