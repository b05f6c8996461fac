import { answer, apiRoute, noContent } from "#lib/api";
import { endOverrideCall } from "#lib/api/overrides";
import { endOverride } from "#lib/rotations/standing-in/override-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  DELETE: answer(endOverrideCall, async ({ viewer, params: { slug, id } }) => {
    await endOverride(viewer, { rotation: slug, override: id });
    return noContent();
  }),
});
