import { refusalOfVisit } from "#lib/auth/demo-visit";

/** The process answers. */
export function GET(request: Request): Response {
  const refusal = refusalOfVisit(request);
  return refusal ? Response.json({ status: "refused", refusal }, { status: 403 }) : Response.json({ status: "ok" });
}
