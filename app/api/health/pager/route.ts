import { refusalOfVisit } from "#lib/auth/demo-visit";
import { now } from "#lib/clock";
import { provePager } from "#lib/jobs/pager-proof-queries";

/** No open alert is past its next step, and no message that is due waits. Never a reason to take the portal away. */
export async function GET(request: Request): Promise<Response> {
  const refusal = refusalOfVisit(request);
  if (refusal) return Response.json({ status: "refused", refusal }, { status: 403 });
  const proof = await provePager(now()).catch(() => undefined);
  const { isProven = false, ...late } = proof ?? {};
  const status = !proof ? "unavailable" : isProven ? "ok" : "late";
  const headers = { "cache-control": "no-store" };
  return Response.json({ status, ...late }, { status: isProven ? 200 : 503, headers });
}
