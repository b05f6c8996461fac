import { planMaintenance } from "#lib/alerts/maintenance/commands";
import { findMaintenance, listMaintenance } from "#lib/alerts/maintenance/queries";
import { answer, apiRoute, json } from "#lib/api";
import { listMaintenanceCall, planMaintenanceCall } from "#lib/api/maintenance";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listMaintenanceCall, async ({ viewer, params: { slug } }) => {
    const items = await listMaintenance(viewer, slug, now());
    if (!items) throw new NotFound(`There is no service “${slug}”.`);
    return json({ items });
  }),

  POST: answer(planMaintenanceCall, async ({ viewer, params: { slug }, body }) => {
    const id = await planMaintenance(viewer, { ...body, service: slug });
    return json((await findMaintenance(viewer, id)) ?? {}, 201);
  }),
});
