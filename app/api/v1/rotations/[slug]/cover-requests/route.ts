import { answer, apiRoute, json } from "#lib/api";
import { askForCoverCall, listCoverRequestsCall } from "#lib/api/cover-requests";
import { requireNamed } from "#lib/api/whom";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { askedWindow } from "#lib/rotations/answers/asked-window";
import { findCoverRequestAnswer, listCoverRequestAnswers } from "#lib/rotations/answers/override-answer-queries";
import { findRotationRef } from "#lib/rotations/answers/watch-answer-queries";
import { askForCover } from "#lib/rotations/standing-in/cover-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listCoverRequestsCall, async ({ viewer, params: { slug }, query: { cursor, limit, ...asked } }) => {
    const rotation = await findRotationRef(viewer, slug);
    if (!rotation) throw new NotFound(`There is no rotation “${slug}”.`);
    const listed = { ...askedWindow(asked, now(), 400), cursor, limit };
    return json(await listCoverRequestAnswers(viewer, rotation.id, listed));
  }),

  POST: answer(askForCoverCall, async ({ viewer, params: { slug }, body }) => {
    requireNamed(viewer, body);
    const id = await askForCover(viewer, { ...body, rotation: slug });
    return json((await findCoverRequestAnswer(viewer, id)) ?? {}, 201);
  }),
});
