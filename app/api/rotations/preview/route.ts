import { z } from "zod";
import { answer, apiRoute, json } from "#lib/api";
import { defineCall } from "#lib/api/call";
import { Slug } from "#lib/fields";
import { answerDraft } from "#lib/rotations/editor/preview-queries";

const previewCall = defineCall({
  id: "previewRotation",
  method: "POST",
  path: "/rotations/preview",
  tag: "Rotations",
  summary: "What would follow from a draft of a rotation",
  isRead: true,
  body: z.object({ rotation: Slug.optional(), team: z.string().max(100).optional(), draft: z.unknown() }),
  answers: { 200: { description: "The coming weeks, or what is wrong with the draft" } },
});

/** For the portal's own editor: no part of the interface that other programs rely on. */
export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(previewCall, async ({ viewer, body: { draft, ...place } }) =>
    json(await answerDraft(viewer, place, draft)),
  ),
});
