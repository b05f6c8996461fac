import { answer, answerWhileAsking, apiRoute, json, noContent } from "#lib/api";
import { findServiceCall, putServiceCall, retireServiceCall } from "#lib/api/services";
import { NotFound } from "#lib/errors";
import { findServiceJson } from "#lib/services/api-queries";
import { retireService } from "#lib/services/commands";
import { putService } from "#lib/services/put";

export const { GET, PUT, DELETE, POST, PATCH, OPTIONS } = apiRoute({
  GET: answerWhileAsking(findServiceCall, async ({ viewer, params: { slug } }) => {
    const service = await findServiceJson(viewer, slug);
    if (!service) throw new NotFound(`There is no service “${slug}”.`);
    return json(service);
  }),

  PUT: answer(putServiceCall, async ({ viewer, params: { slug }, body }) => {
    const isNew = await putService(viewer, slug, body);
    return json((await findServiceJson(viewer, slug)) ?? {}, isNew ? 201 : 200);
  }),

  DELETE: answer(retireServiceCall, async ({ viewer, params: { slug } }) => {
    await retireService(viewer, { service: slug });
    return noContent();
  }),
});
