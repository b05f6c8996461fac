import { answer, apiRoute, json } from "#lib/api";
import { findOnCallCall } from "#lib/api/rosters";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { findOnCallAnswer } from "#lib/rotations/answers/watch-answer-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findOnCallCall, async ({ viewer, params: { slug }, query: { at = now() } }) => {
    const seat = await findOnCallAnswer(viewer, slug, at);
    if (!seat) throw new NotFound(`There is no rotation “${slug}”.`);
    return json(seat);
  }),
});
