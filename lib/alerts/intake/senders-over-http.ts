import "server-only";
import { readAlertmanager } from "#lib/alerts/intake/alertmanager";
import { acceptAlerts, raiseAlert } from "#lib/alerts/intake/over-http";
import { json } from "#lib/api";
import { taking } from "#lib/api/taking";

/** Stores the alert that a program of one's own raises. */
export const answerProgram = taking(async ({ viewer, body, bytes }) =>
  json(await raiseAlert(viewer, body, bytes), 202),
);

/** Stores what a webhook of Alertmanager or Grafana brings. */
export const answerAlertmanager = taking(async ({ body, bytes }) =>
  json({ alerts: await acceptAlerts(readAlertmanager(body), bytes) }, 202),
);
