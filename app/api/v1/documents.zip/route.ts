import { answer, apiRoute } from "#lib/api";
import { exportDocumentsCall } from "#lib/api/document-exchange";
import { exportDocuments } from "#lib/documents/exchange/export-queries";
import { zipAnswer } from "#lib/documents/exchange/zip-answer";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(exportDocumentsCall, async ({ viewer }) => zipAnswer(await exportDocuments(viewer))),
});
