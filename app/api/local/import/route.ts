import { localViewer } from "#lib/auth/local";
import { KnownError } from "#lib/errors";
import { importCatalog } from "#lib/imports/commands";
import { LocalImport } from "#lib/imports/inputs";

/** `npm run import` while this server holds the embedded database: 200 with the whole result, or `{ "message" }`. */
export async function POST(request: Request): Promise<Response> {
  try {
    const viewer = localViewer(request);
    const parsed = LocalImport.safeParse(await request.json().catch(() => undefined));
    if (!parsed.success) return Response.json({ message: parsed.error.issues[0]?.message }, { status: 422 });
    const { documents, ...options } = parsed.data;
    return Response.json(await importCatalog(viewer, documents, options));
  } catch (error) {
    if (error instanceof KnownError) return Response.json({ message: error.message }, { status: error.status });
    throw error;
  }
}
