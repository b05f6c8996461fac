import { answer, apiRoute, json } from "#lib/api";
import { runbookEvidenceCalls } from "#lib/api/document-evidence";
import { listMarkAnswers } from "#lib/documents/marks/mark-answer-queries";
import { markStep } from "#lib/documents/marks/mark-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(runbookEvidenceCalls.list, async ({ viewer, params: { slug: service, document: slug } }) =>
    json({ items: await listMarkAnswers(viewer, { service, kind: "runbook", slug }) }),
  ),

  POST: answer(runbookEvidenceCalls.mark, async ({ viewer, params: { slug: service, document: slug }, body }) => {
    const idempotencyKey = body.idempotencyKey ?? crypto.randomUUID();
    return json({ id: await markStep(viewer, { service, kind: "runbook", slug, ...body, idempotencyKey }) }, 201);
  }),
});
