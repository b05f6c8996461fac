import { z } from "zod";
import { answer, apiRoute, json } from "#lib/api";
import { defineCall } from "#lib/api/call";
import { Body, DocumentKind } from "#lib/documents/inputs";
import { renderDocument } from "#lib/documents/markdown/render";

const previewCall = defineCall({
  id: "previewDocument",
  method: "POST",
  path: "/documents/preview",
  tag: "Documents",
  summary: "A text as its page would show it",
  isRead: true,
  body: z.object({ kind: DocumentKind, body: Body }),
  answers: { 200: { description: "The tree of the document and its outline" } },
});

/** For the portal's own editor: no part of the interface that other programs rely on. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(previewCall, async ({ body: { kind, body } }) =>
    json(JSON.stringify(renderDocument(body, kind), withoutPosition)),
  ),
});

// Where each node stood in the source is half of the answer, and nobody asks.
const withoutPosition = (name: string, value: unknown) => (name === "position" ? undefined : value);
