import { answer, apiRoute, json } from "#lib/api";
import { listRotationsCall } from "#lib/api/rotations";
import { listRotationItems } from "#lib/rotations/answers/api-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listRotationsCall, async ({ viewer, query }) => json(await listRotationItems(viewer, query))),
});
