import { answer, apiRoute, json } from "#lib/api";
import { swapShiftsCall } from "#lib/api/overrides";
import { listSwapAnswers } from "#lib/rotations/answers/override-answer-queries";
import { swapShifts } from "#lib/rotations/standing-in/swap-commands";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  POST: answer(swapShiftsCall, async ({ viewer, params: { slug }, body }) => {
    const id = await swapShifts(viewer, { ...body, rotation: slug });
    return json({ id, overrides: await listSwapAnswers(viewer, id) }, 201);
  }),
});
