import { findAlertAnswer } from "#lib/alerts/api-queries";
import { reopenAlert } from "#lib/alerts/commands";
import { answer, apiRoute, json } from "#lib/api";
import { reopenAlertCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(reopenAlertCall, async ({ viewer, params: { id }, body }) => {
    await reopenAlert(viewer, { ...body, alert: id });
    return json(await findAlertAnswer(viewer, id));
  }),
});
