import { z } from "zod";
import { answer, apiRoute, json } from "#lib/api";
import { defineCall } from "#lib/api/call";
import { suggestNames } from "#lib/documents/editor/name-queries";
import { isStorable, Slug } from "#lib/fields";

const namesCall = defineCall({
  id: "suggestNames",
  method: "GET",
  path: "/documents/names",
  tag: "Documents",
  summary: "Services or runbooks that a text may mean, to be linked to",
  query: z.object({
    what: z.enum(["service", "runbook"]),
    q: z.string().max(100).refine(isStorable, "Leave out characters that are no text."),
    near: Slug,
  }),
  answers: { 200: { description: "Names with their addresses, best first" } },
});

/** For the portal's own editor: no part of the interface that other programs rely on. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(namesCall, async ({ viewer, query: { what, q, near } }) =>
    json({ items: await suggestNames(viewer, what, q, near) }),
  ),
});
