import { answer, apiRoute, json } from "#lib/api";
import { findOwnershipCall } from "#lib/api/services";
import { now } from "#lib/clock";
import { NotFound } from "#lib/errors";
import { findOwnership } from "#lib/services/queries";

export const { GET, PUT, DELETE, POST, PATCH, OPTIONS } = apiRoute({
  GET: answer(findOwnershipCall, async ({ viewer, params: { slug }, query: { at = now() } }) => {
    const spans = await findOwnership(viewer, slug, at);
    if (!spans) throw new NotFound(`There is no service “${slug}”.`);
    const owners = spans.map(({ role, team, from, to }) => ({ role, team: team.slug, name: team.name, from, to }));
    return json({ at: at.toString(), owners });
  }),
});
