import { answer, apiRoute, json } from "#lib/api";
import { listDocumentsCall } from "#lib/api/documents";
import { listDocumentAnswers } from "#lib/documents/api-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listDocumentsCall, async ({ viewer, query }) => json(await listDocumentAnswers(viewer, query))),
});
