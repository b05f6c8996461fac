import { beatHeart } from "#lib/alerts/heartbeats/commands";
import { answer, apiRoute, noContent } from "#lib/api";
import { beatCall } from "#lib/api/heartbeats";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(beatCall, async ({ viewer, params: { slug, heartbeat } }) => {
    await beatHeart(viewer, { service: slug, heartbeat });
    return noContent();
  }),
});
