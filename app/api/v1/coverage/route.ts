import { answer, apiRoute, json } from "#lib/api";
import { listCoverageCall } from "#lib/api/coverage";
import { eachCoverageItem, listCoverageItems } from "#lib/coverage/api-queries";
import { wantsCsv } from "#lib/coverage/csv";
import { csvAnswer } from "#lib/coverage/csv-answer";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listCoverageCall, async ({ viewer, query: { at, ...filter }, request }) =>
    wantsCsv(request.headers.get("accept"))
      ? csvAnswer(eachCoverageItem(viewer, filter, at))
      : json(await listCoverageItems(viewer, filter, at)),
  ),
});
