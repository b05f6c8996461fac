import { answer, apiRoute, json } from "#lib/api";
import { listPeopleCall } from "#lib/api/people";
import { listPersonItems } from "#lib/people/api-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listPeopleCall, async ({ viewer, query }) => json(await listPersonItems(viewer, query))),
});
