import { listIntakeNames } from "#lib/alerts/intake/intake-queries";
import { answer, apiRoute, json } from "#lib/api";
import { listIntakeNamesCall } from "#lib/api/intake";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listIntakeNamesCall, async ({ viewer }) => json({ items: await listIntakeNames(viewer) })),
});
