import { listHeartbeats } from "#lib/alerts/heartbeats/queries";
import { answer, apiRoute, json } from "#lib/api";
import { listHeartbeatsCall } from "#lib/api/heartbeats";
import { NotFound } from "#lib/errors";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listHeartbeatsCall, async ({ viewer, params: { slug } }) => {
    const items = await listHeartbeats(viewer, slug);
    if (!items) throw new NotFound(`There is no service “${slug}”.`);
    return json({ items });
  }),
});
