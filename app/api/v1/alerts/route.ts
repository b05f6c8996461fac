import { listAlertAnswers } from "#lib/alerts/api-queries";
import { answerProgram } from "#lib/alerts/intake/senders-over-http";
import { answer, apiRoute, json } from "#lib/api";
import { listAlertsCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listAlertsCall, async ({ viewer, query }) => json(await listAlertAnswers(viewer, query))),
  POST: answerProgram,
});
