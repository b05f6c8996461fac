import { answer, apiRoute, noContent } from "#lib/api";
import { withdrawCoverCall } from "#lib/api/cover-requests";
import { withdrawCover } from "#lib/rotations/standing-in/cover-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  DELETE: answer(withdrawCoverCall, async ({ viewer, params: { id } }) => {
    await withdrawCover(viewer, { request: id });
    return noContent();
  }),
});
