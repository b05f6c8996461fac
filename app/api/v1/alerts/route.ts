import { listAlertAnswers } from "#lib/alerts/api-queries";
import { raiseAlert } from "#lib/alerts/intake/over-http";
import { answer, apiRoute, json } from "#lib/api";
import { listAlertsCall } from "#lib/api/alerts";
import { taking } from "#lib/api/taking";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listAlertsCall, async ({ viewer, query }) => json(await listAlertAnswers(viewer, query))),
  POST: taking(async ({ viewer, body, bytes }) => json(await raiseAlert(viewer, body, bytes), 202)),
});
