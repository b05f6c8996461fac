import { findAlertAnswer } from "#lib/alerts/api-queries";
import { handOver } from "#lib/alerts/commands";
import { answer, apiRoute, json } from "#lib/api";
import { handOverCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(handOverCall, async ({ viewer, params: { id }, body }) => {
    await handOver(viewer, { ...body, alert: id });
    return json(await findAlertAnswer(viewer, id));
  }),
});
