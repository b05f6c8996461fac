import { makeIntakeKey } from "#lib/alerts/intake/intake-key-commands";
import { answer, apiRoute, json } from "#lib/api";
import { makeIntakeKeyCall } from "#lib/api/intake";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(makeIntakeKeyCall, async ({ viewer, params: { slug } }) =>
    json(await makeIntakeKey(viewer, { service: slug }), 201),
  ),
});
