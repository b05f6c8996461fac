import { answer, apiRoute, json } from "#lib/api";
import { findRecordCall } from "#lib/api/records";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { findRecordAnswer } from "#lib/records/api-queries";
import { noSuchRecord } from "#lib/records/views";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findRecordCall, async ({ viewer, params: { email }, query }) => {
    const record = await findRecordAnswer(viewer, email, query, now());
    if (!record) throw new NotFound(noSuchRecord);
    return json(record);
  }),
});
