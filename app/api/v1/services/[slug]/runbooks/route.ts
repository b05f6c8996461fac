import { answer, apiRoute, json } from "#lib/api";
import { runbookCalls } from "#lib/api/documents";
import { isService, listDocumentAnswers } from "#lib/documents/api-queries";
import { NotFound } from "#lib/errors";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(runbookCalls.list, async ({ viewer, params: { slug: service }, query }) => {
    if (!(await isService(viewer, service))) throw new NotFound(`There is no service “${service}”.`);
    return json(await listDocumentAnswers(viewer, { ...query, service, kind: "runbook" }));
  }),
});
