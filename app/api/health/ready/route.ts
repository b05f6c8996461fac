import { refusalOfVisit } from "#lib/auth/demo-visit";
import { isReady } from "#lib/readiness";

/** The database answers and has every migration of this source. */
export async function GET(request: Request): Promise<Response> {
  const refusal = refusalOfVisit(request);
  if (refusal) return Response.json({ status: "refused", refusal }, { status: 403 });
  const isOk = await isReady();
  const headers = { "cache-control": "no-store", ...(isOk ? {} : { "retry-after": "5" }) };
  return Response.json({ status: isOk ? "ok" : "unavailable" }, { status: isOk ? 200 : 503, headers });
}
