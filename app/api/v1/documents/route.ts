import { answer, apiRoute, json } from "#lib/api";
import { importDocumentsCall } from "#lib/api/document-exchange";
import { listDocumentsCall } from "#lib/api/documents";
import { listDocumentAnswers } from "#lib/documents/api-queries";
import { importDocumentsRequest } from "#lib/documents/exchange/over-http";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listDocumentsCall, async ({ viewer, query }) => json(await listDocumentAnswers(viewer, query))),
  PUT: answer(importDocumentsCall, async ({ viewer, request, query }) =>
    json(await importDocumentsRequest(viewer, request, query)),
  ),
});
