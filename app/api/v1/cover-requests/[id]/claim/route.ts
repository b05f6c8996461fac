import { answer, apiRoute, json } from "#lib/api";
import { claimCoverCall } from "#lib/api/cover-requests";
import { findCoverRequestAnswer } from "#lib/rotations/answers/override-answer-queries";
import { claimCover } from "#lib/rotations/standing-in/cover-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(claimCoverCall, async ({ viewer, params: { id }, body }) => {
    await claimCover(viewer, { ...body, request: id });
    return json((await findCoverRequestAnswer(viewer, id)) ?? {});
  }),
});
