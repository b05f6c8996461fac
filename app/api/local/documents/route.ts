import { localViewer } from "#lib/auth/local";
import { exportDocuments } from "#lib/documents/exchange/export-queries";
import { DocumentsWish } from "#lib/documents/exchange/inputs";
import { importDocumentsRequest } from "#lib/documents/exchange/over-http";
import { zipAnswer } from "#lib/documents/exchange/zip-answer";
import { KnownError } from "#lib/errors";

/** `npm run documents -- export` while this server holds the embedded database: a ZIP archive, or `{ "message" }`. */
export function GET(request: Request): Promise<Response> {
  return told(async () => zipAnswer(await exportDocuments(localViewer(request))));
}

/** `npm run documents -- import`, the same way: 200 with the whole result. */
export function PUT(request: Request): Promise<Response> {
  return told(async () => {
    const viewer = localViewer(request);
    const parsed = DocumentsWish.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) return Response.json({ message: parsed.error.issues[0]?.message }, { status: 422 });
    return Response.json(await importDocumentsRequest(viewer, request, parsed.data));
  });
}

async function told(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnownError) return Response.json({ message: error.message }, { status: error.status });
    throw error;
  }
}
