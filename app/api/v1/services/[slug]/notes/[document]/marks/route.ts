import { answer, apiRoute, json } from "#lib/api";
import { noteEvidenceCalls } from "#lib/api/document-evidence";
import { listMarkAnswers } from "#lib/documents/marks/mark-answer-queries";
import { markStep } from "#lib/documents/marks/mark-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(noteEvidenceCalls.list, async ({ viewer, params: { slug: service, document: slug } }) =>
    json({ items: await listMarkAnswers(viewer, { service, kind: "note", slug }) }),
  ),

  POST: answer(noteEvidenceCalls.mark, async ({ viewer, params: { slug: service, document: slug }, body }) => {
    const idempotencyKey = body.idempotencyKey ?? crypto.randomUUID();
    return json({ id: await markStep(viewer, { service, kind: "note", slug, ...body, idempotencyKey }) }, 201);
  }),
});
