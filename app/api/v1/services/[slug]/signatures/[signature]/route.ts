import { answer, apiRoute, json, noContent } from "#lib/api";
import { findSignatureCall, putSignatureCall, retireSignatureCall } from "#lib/api/signatures";
import { NotFound } from "#lib/errors";
import { findSignatureAnswer } from "#lib/signatures/api-queries";
import { retireSignature } from "#lib/signatures/commands";
import { putSignature } from "#lib/signatures/put";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findSignatureCall, async ({ viewer, params: { slug, signature } }) => {
    const found = await findSignatureAnswer(viewer, slug, signature);
    if (!found) throw new NotFound(`There is no signature “${signature}” of “${slug}”.`);
    return json(found);
  }),

  PUT: answer(putSignatureCall, async ({ viewer, params: { slug, signature }, body }) => {
    const isNew = await putSignature(viewer, { service: slug, signature }, body);
    return json((await findSignatureAnswer(viewer, slug, signature)) ?? {}, isNew ? 201 : 200);
  }),

  DELETE: answer(retireSignatureCall, async ({ viewer, params: { slug, signature } }) => {
    await retireSignature(viewer, { service: slug, signature });
    return noContent();
  }),
});
