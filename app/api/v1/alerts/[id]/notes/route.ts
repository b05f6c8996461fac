import { findAlertAnswer } from "#lib/alerts/api-queries";
import { noteAlert } from "#lib/alerts/commands";
import { answer, apiRoute, json } from "#lib/api";
import { noteAlertCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(noteAlertCall, async ({ viewer, params: { id }, body }) => {
    await noteAlert(viewer, { ...body, alert: id });
    return json(await findAlertAnswer(viewer, id));
  }),
});
