import { bringIn } from "#lib/alerts/help-commands";
import { answer, apiRoute, json } from "#lib/api";
import { bringInCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(bringInCall, async ({ viewer, params: { id }, body }) => {
    const { people } = await bringIn(viewer, { ...body, alert: id });
    return json({ alert: id, people: people.map(({ slug, name }) => ({ email: slug, name })) });
  }),
});
