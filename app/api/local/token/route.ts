import { printToken } from "#lib/auth/commands";
import { PrintTokenInput } from "#lib/auth/inputs";
import { localViewer } from "#lib/auth/local";
import { KnownError } from "#lib/errors";

/** `npm run token` while this server holds the embedded database: 201 with the token, or `{ "message" }`. */
export async function POST(request: Request): Promise<Response> {
  try {
    const viewer = localViewer(request);
    const parsed = PrintTokenInput.safeParse(await request.json().catch(() => undefined));
    if (!parsed.success) return Response.json({ message: parsed.error.issues[0]?.message }, { status: 422 });
    return Response.json(await printToken(viewer, parsed.data), { status: 201 });
  } catch (error) {
    if (error instanceof KnownError) return Response.json({ message: error.message }, { status: error.status });
    throw error;
  }
}
