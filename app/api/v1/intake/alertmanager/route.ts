import { readAlertmanager } from "#lib/alerts/intake/alertmanager";
import { acceptAlerts } from "#lib/alerts/intake/over-http";
import { apiRoute, json } from "#lib/api";
import { taking } from "#lib/api/taking";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: taking(async ({ body, bytes }) => json({ alerts: await acceptAlerts(readAlertmanager(body), bytes) }, 202)),
});
