import { answer, apiRoute } from "#lib/api";
import { downloadCoverageCall } from "#lib/api/coverage";
import { now } from "#lib/clock";
import { eachCoverageItem } from "#lib/coverage/api-queries";
import { csvAnswer } from "#lib/coverage/csv-answer";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(downloadCoverageCall, async ({ viewer, query: { at, ...filter } }) => {
    const day = (at ?? now()).toString().slice(0, 10);
    const fileName = `${["coverage", filter.team, day].filter(Boolean).join("-")}.csv`;
    return csvAnswer(eachCoverageItem(viewer, filter, at), { fileName });
  }),
});
