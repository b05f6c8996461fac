import "server-only";
import { type AddressValues, readAddress } from "#lib/address-values";
import type { Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { TeamFilter } from "#lib/teams/filter";
import { countTeamFacets, listTeams, type TeamFacets, type TeamItem } from "#lib/teams/list-queries";
import { findTeamHead, type TeamHead } from "#lib/teams/queries";
import { rememberVisit } from "#lib/visits";

export type TeamDirectory = { filter: TeamFilter; facets: TeamFacets; teams: Part<TeamItem>; problems: string[] };

/** The teams as an address asks for them. What of the address makes no sense is named in `problems` and left out. */
export async function browseTeams(viewer: Viewer, values: AddressValues): Promise<TeamDirectory> {
  const { filter, problems } = readAddress(TeamFilter, values);
  const [facets, teams] = await Promise.all([countTeamFacets(viewer, filter), listPart(viewer, filter, problems)]);
  return { filter, facets, teams, problems };
}

async function listPart(viewer: Viewer, filter: TeamFilter, problems: string[]): Promise<Part<TeamItem>> {
  try {
    return await listTeams(viewer, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listTeams(viewer, { ...filter, cursor: undefined });
  }
}

/** The team for somebody who opens its page; the palette will offer it again. */
export async function visitTeam(viewer: Viewer, slug: string): Promise<TeamHead | undefined> {
  const team = await findTeamHead(viewer, slug);
  if (team) rememberVisit(viewer, "team", team.id);
  return team;
}
