import { findAlertAnswer } from "#lib/alerts/api-queries";
import { acknowledgeAlert } from "#lib/alerts/commands";
import { answer, apiRoute, json } from "#lib/api";
import { acknowledgeAlertCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(acknowledgeAlertCall, async ({ viewer, params: { id }, body }) => {
    await acknowledgeAlert(viewer, { ...body, alert: id });
    return json(await findAlertAnswer(viewer, id));
  }),
});
