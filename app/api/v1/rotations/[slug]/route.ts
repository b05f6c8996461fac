import { answer, apiRoute, json } from "#lib/api";
import { findRotationCall, putRotationCall } from "#lib/api/rotations";
import { NotFound } from "#lib/errors";
import { findRotationAnswer } from "#lib/rotations/answers/api-queries";
import { putRotation } from "#lib/rotations/put";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findRotationCall, async ({ viewer, params: { slug } }) => {
    const rotation = await findRotationAnswer(viewer, slug);
    if (!rotation) throw new NotFound(`There is no rotation “${slug}”.`);
    return json(rotation);
  }),

  PUT: answer(putRotationCall, async ({ viewer, params: { slug }, body }) => {
    const isNew = await putRotation(viewer, slug, body);
    return json((await findRotationAnswer(viewer, slug)) ?? {}, isNew ? 201 : 200);
  }),
});
