import { problem } from "#lib/api/problem";

/** Every address below /api/v1 that no call has. */
function notHere(): Response {
  const detail = "There is no such call. What there is stands in /api/v1/openapi.json.";
  return problem({ title: "Not found", status: 404, detail });
}

export { notHere as DELETE, notHere as GET, notHere as OPTIONS, notHere as PATCH, notHere as POST, notHere as PUT };
