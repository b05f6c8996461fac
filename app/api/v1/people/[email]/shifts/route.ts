import { answer, apiRoute, json } from "#lib/api";
import { listPersonShiftsCall } from "#lib/api/rosters";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { askedWindow } from "#lib/rotations/answers/asked-window";
import { findPersonShiftsAnswer } from "#lib/rotations/answers/watch-answer-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listPersonShiftsCall, async ({ viewer, params: { email }, query }) => {
    const shifts = await findPersonShiftsAnswer(viewer, email, askedWindow(query, now(), 28));
    if (!shifts) throw new NotFound(`There is nobody with the address “${email}”.`);
    return json(shifts);
  }),
});
