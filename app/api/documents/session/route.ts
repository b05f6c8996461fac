import { answer, apiRoute, noContent } from "#lib/api";
import { defineCall } from "#lib/api/call";

const sessionCall = defineCall({
  id: "askSession",
  method: "GET",
  path: "/documents/session",
  tag: "Documents",
  summary: "Whether the session is still good, asked before a text is sent that would be led away to the sign-in",
  answers: { 204: { description: "It is" } },
});

/** For the portal's own editor: no part of the interface that other programs rely on. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(sessionCall, async () => noContent()),
});
