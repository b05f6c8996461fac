import { revokeIntakeKey } from "#lib/alerts/intake/intake-key-commands";
import { answer, apiRoute, noContent } from "#lib/api";
import { revokeIntakeKeyCall } from "#lib/api/intake";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  DELETE: answer(revokeIntakeKeyCall, async ({ viewer, params: { slug, id } }) => {
    await revokeIntakeKey(viewer, { service: slug, key: id });
    return noContent();
  }),
});
