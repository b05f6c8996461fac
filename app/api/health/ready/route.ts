import { isReady } from "#lib/readiness";

/** The database answers and has every migration of this source. */
export async function GET(): Promise<Response> {
  const isOk = await isReady();
  const headers = { "cache-control": "no-store", ...(isOk ? {} : { "retry-after": "5" }) };
  return Response.json({ status: isOk ? "ok" : "unavailable" }, { status: isOk ? 200 : 503, headers });
}
