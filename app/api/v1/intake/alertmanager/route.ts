import { answerAlertmanager } from "#lib/alerts/intake/senders-over-http";
import { apiRoute } from "#lib/api";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({ POST: answerAlertmanager });
