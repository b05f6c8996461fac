import { answer, apiRoute, json } from "#lib/api";
import { listTeamsCall } from "#lib/api/teams";
import { listTeamItems } from "#lib/teams/api-queries";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(listTeamsCall, async ({ viewer, query }) => json(await listTeamItems(viewer, query))),
});
