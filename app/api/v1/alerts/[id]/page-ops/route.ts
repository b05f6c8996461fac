import { pageOps } from "#lib/alerts/help-commands";
import { answer, apiRoute, json } from "#lib/api";
import { pageOpsCall } from "#lib/api/alerts";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(pageOpsCall, async ({ viewer, params: { id }, body }) => {
    const { people } = await pageOps(viewer, { ...body, alert: id });
    return json({ alert: id, people: people.map(({ slug, name }) => ({ email: slug, name })) });
  }),
});
