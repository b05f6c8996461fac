import { answer, apiRoute, json } from "#lib/api";
import { findServiceOnCallCall } from "#lib/api/rosters";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { findServiceOnCallAnswer } from "#lib/rotations/answers/watch-answer-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findServiceOnCallCall, async ({ viewer, params: { slug }, query: { at = now() } }) => {
    const seats = await findServiceOnCallAnswer(viewer, slug, at);
    if (!seats) throw new NotFound(`There is no service “${slug}”.`);
    return json(seats);
  }),
});
