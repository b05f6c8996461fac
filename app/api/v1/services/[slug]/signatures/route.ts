import { answer, apiRoute, json } from "#lib/api";
import { listSignaturesCall } from "#lib/api/signatures";
import { listSignatureAnswers } from "#lib/signatures/api-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listSignaturesCall, async ({ viewer, params: { slug }, query }) =>
    json(await listSignatureAnswers(viewer, slug, query)),
  ),
});
