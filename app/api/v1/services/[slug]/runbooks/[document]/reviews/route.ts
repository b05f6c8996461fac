import { answer, apiRoute, json } from "#lib/api";
import { runbookEvidenceCalls } from "#lib/api/document-evidence";
import { reviewDocument } from "#lib/documents/reviews/review-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(runbookEvidenceCalls.review, async ({ viewer, params: { slug: service, document: slug }, body }) => {
    const id = await reviewDocument(viewer, { service, kind: "runbook", slug, ...body });
    return json({ id, document: slug, revision: body.revision }, 201);
  }),
});
