import { findAlertAnswer } from "#lib/alerts/api-queries";
import { resolveAlert } from "#lib/alerts/commands";
import { answer, apiRoute, json } from "#lib/api";
import { resolveAlertCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(resolveAlertCall, async ({ viewer, params: { id }, body }) => {
    await resolveAlert(viewer, { ...body, alert: id });
    return json(await findAlertAnswer(viewer, id));
  }),
});
