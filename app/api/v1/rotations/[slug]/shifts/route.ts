import { answer, apiRoute, json } from "#lib/api";
import { listShiftsCall } from "#lib/api/rosters";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { askedWindow } from "#lib/rotations/answers/asked-window";
import { findShiftsAnswer } from "#lib/rotations/answers/watch-answer-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listShiftsCall, async ({ viewer, params: { slug }, query }) => {
    const shifts = await findShiftsAnswer(viewer, slug, askedWindow(query, now(), 28));
    if (!shifts) throw new NotFound(`There is no rotation “${slug}”.`);
    return json(shifts);
  }),
});
