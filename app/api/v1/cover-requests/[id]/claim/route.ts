import { answer, apiRoute, json } from "#lib/api";
import { claimCoverCall } from "#lib/api/cover-requests";
import { claimCover } from "#lib/rotations/cover-commands";
import { findCoverRequestAnswer } from "#lib/rotations/override-answer-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(claimCoverCall, async ({ viewer, params: { id }, body }) => {
    await claimCover(viewer, { ...body, request: id });
    return json((await findCoverRequestAnswer(viewer, id)) ?? {});
  }),
});
