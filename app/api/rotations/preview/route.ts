import { z } from "zod";
import { issuesOf } from "#lib/action";
import { answer, apiRoute, json } from "#lib/api";
import { defineCall } from "#lib/api/call";
import type { Viewer } from "#lib/auth/policy";
import { Invalid } from "#lib/errors";
import { Slug } from "#lib/fields";
import { DraftInput } from "#lib/rotations/draft-inputs";
import type { PreviewAnswer } from "#lib/rotations/preview";
import { type PreviewRequest, previewDraft } from "#lib/rotations/preview-queries";

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
  POST: answer(previewCall, async ({ viewer, body: { rotation, team, draft } }) => {
    return json(await previewed(viewer, { rotation, team }, draft));
  }),
});

/** While somebody types, a draft that is not finished is nothing out of the ordinary. */
async function previewed(viewer: Viewer, place: Omit<PreviewRequest, "wish">, draft: unknown): Promise<PreviewAnswer> {
  const parsed = DraftInput.safeParse(draft);
  if (!parsed.success) return { status: "wrong", errors: issuesOf(parsed.error) };
  try {
    return { status: "fine", preview: await previewDraft(viewer, { ...place, wish: parsed.data }) };
  } catch (error) {
    if (error instanceof Invalid) return { status: "wrong", errors: error.errors };
    throw error;
  }
}
