import { answer, apiRoute, json } from "#lib/api";
import { listOverridesCall, makeOverrideCall } from "#lib/api/overrides";
import { requireNamed } from "#lib/api/whom";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { askedWindow } from "#lib/rotations/answers/asked-window";
import { findOverrideAnswer, listOverrideAnswers } from "#lib/rotations/answers/override-answer-queries";
import { findRotationRef } from "#lib/rotations/answers/watch-answer-queries";
import { takeOver } from "#lib/rotations/standing-in/override-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listOverridesCall, async ({ viewer, params: { slug }, query: { cursor, limit, ...asked } }) => {
    const rotation = await findRotationRef(viewer, slug);
    if (!rotation) throw new NotFound(`There is no rotation “${slug}”.`);
    const listed = { ...askedWindow(asked, now(), 400), cursor, limit };
    return json(await listOverrideAnswers(viewer, rotation.id, listed));
  }),

  POST: answer(makeOverrideCall, async ({ viewer, params: { slug }, body }) => {
    requireNamed(viewer, body);
    const id = await takeOver(viewer, { ...body, rotation: slug });
    return json((await findOverrideAnswer(viewer, id)) ?? {}, 201);
  }),
});
