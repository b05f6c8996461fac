import { findAlertAnswer } from "#lib/alerts/api-queries";
import { answer, apiRoute, json } from "#lib/api";
import { findAlertCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findAlertCall, async ({ viewer, params: { id } }) => json(await findAlertAnswer(viewer, id))),
});
