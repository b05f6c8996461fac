import { answer, apiRoute, json } from "#lib/api";
import { findTeamCall, putTeamCall } from "#lib/api/teams";
import { NotFound } from "#lib/errors";
import { findTeamJson } from "#lib/teams/api-queries";
import { putTeam } from "#lib/teams/put";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findTeamCall, async ({ viewer, params: { slug } }) => {
    const team = await findTeamJson(viewer, slug);
    if (!team) throw new NotFound(`There is no team “${slug}”.`);
    return json(team);
  }),

  PUT: answer(putTeamCall, async ({ viewer, params: { slug }, body }) => {
    const isNew = await putTeam(viewer, slug, body);
    return json((await findTeamJson(viewer, slug)) ?? {}, isNew ? 201 : 200);
  }),
});
