import { answer, apiRoute, json, noContent } from "#lib/api";
import { putServiceCall, retireServiceCall } from "#lib/api/services";
import { findServiceJson } from "#lib/services/api-queries";
import { retireService } from "#lib/services/commands";
import { answerService } from "#lib/services/over-http";
import { putService } from "#lib/services/put";

export const { GET, PUT, DELETE, POST, PATCH, OPTIONS } = apiRoute({
  GET: answerService,

  PUT: answer(putServiceCall, async ({ viewer, params: { slug }, body }) => {
    const isNew = await putService(viewer, slug, body);
    return json((await findServiceJson(viewer, slug)) ?? {}, isNew ? 201 : 200);
  }),

  DELETE: answer(retireServiceCall, async ({ viewer, params: { slug } }) => {
    await retireService(viewer, { service: slug });
    return noContent();
  }),
});
