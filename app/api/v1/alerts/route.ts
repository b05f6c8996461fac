import { raiseAlert } from "#lib/alerts/intake/over-http";
import { apiRoute, json } from "#lib/api";
import { taking } from "#lib/api/taking";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: taking(async ({ viewer, body, bytes }) => json(await raiseAlert(viewer, body, bytes), 202)),
});
