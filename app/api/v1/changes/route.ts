import { answer, apiRoute, json } from "#lib/api";
import { recordChangeCall } from "#lib/api/changes";
import { recordChange } from "#lib/changes/commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(recordChangeCall, async ({ viewer, body }) => json(await recordChange(viewer, body), 201)),
});
