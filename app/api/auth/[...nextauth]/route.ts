import type { NextRequest } from "next/server";
import { countTry } from "#lib/auth/attempts";
import { handlers } from "#lib/auth/next-auth";
import { addressOf } from "#lib/auth/visitor";
import { TooManyTries } from "#lib/errors";

/** Where providers and e-mail links send people back to. Everything else of next-auth is done by server actions. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!request.nextUrl.pathname.startsWith("/api/auth/callback/")) return new Response(null, { status: 404 });
  try {
    await countTry("address", addressOf(request.headers));
  } catch (error) {
    if (error instanceof TooManyTries) return tooManyTries(request, error);
    throw error;
  }
  return handlers.GET(request);
}

function tooManyTries(request: NextRequest, { message, retryAfterSeconds }: TooManyTries): Response {
  const headers = { "retry-after": String(retryAfterSeconds) };
  if (!request.headers.get("accept")?.includes("text/html")) {
    const problem = { type: "about:blank", title: "Too many tries", status: 429, detail: message };
    return Response.json(problem, { status: 429, headers: { ...headers, "content-type": "application/problem+json" } });
  }
  return new Response(`${message}\n`, { status: 429, headers });
}
