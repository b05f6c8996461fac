import { retireHeartbeat } from "#lib/alerts/heartbeats/commands";
import { putHeartbeat } from "#lib/alerts/heartbeats/put-commands";
import { findHeartbeat } from "#lib/alerts/heartbeats/queries";
import { answer, apiRoute, json, noContent } from "#lib/api";
import { putHeartbeatCall, retireHeartbeatCall } from "#lib/api/heartbeats";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  PUT: answer(putHeartbeatCall, async ({ viewer, params: { slug, heartbeat }, body }) => {
    const isNew = await putHeartbeat(viewer, { ...body, service: slug, heartbeat });
    return json((await findHeartbeat(viewer, slug, heartbeat)) ?? {}, isNew ? 201 : 200);
  }),

  DELETE: answer(retireHeartbeatCall, async ({ viewer, params: { slug, heartbeat } }) => {
    await retireHeartbeat(viewer, { service: slug, heartbeat });
    return noContent();
  }),
});
