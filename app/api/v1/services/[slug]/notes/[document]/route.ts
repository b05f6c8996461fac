import { answer, apiRoute, json, noContent } from "#lib/api";
import { noteCalls } from "#lib/api/documents";
import { findDocumentAnswer } from "#lib/documents/api-queries";
import { retireDocument } from "#lib/documents/commands";
import { putDocument } from "#lib/documents/put";
import { NotFound } from "#lib/errors";

const addressOf = ({ slug: service, document: slug }: { slug: string; document: string }) =>
  ({ service, kind: "note", slug }) as const;

export const { GET, PUT, DELETE, POST, PATCH, OPTIONS } = apiRoute({
  GET: answer(noteCalls.find, async ({ viewer, params }) => {
    const document = await findDocumentAnswer(viewer, addressOf(params));
    if (!document) throw new NotFound(`${params.slug} has no architecture note “${params.document}”.`);
    return json(document);
  }),

  PUT: answer(noteCalls.put, async ({ viewer, params, body }) => {
    const { isNew, ...saved } = await putDocument(viewer, addressOf(params), body);
    return json({ ...(await findDocumentAnswer(viewer, addressOf(params))), ...saved }, isNew ? 201 : 200);
  }),

  DELETE: answer(noteCalls.retire, async ({ viewer, params }) => {
    await retireDocument(viewer, addressOf(params));
    return noContent();
  }),
});
