import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { type AddressValues, readAddress } from "#lib/address-values";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Part } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import { RotationFilter } from "#lib/rotations/filter";
import { listRotations } from "#lib/rotations/queries";
import type { Ref, RotationListItem } from "#lib/rotations/views";

/** A team that has rotations, and how many. */
export type RotationTeam = Ref & { count: number };

export type RotationDirectory = {
  filter: RotationFilter;
  rotations: Part<RotationListItem>;
  /** Those with the most rotations first; the one that is chosen is among them. */
  teams: RotationTeam[];
  problems: string[];
};

/** The rotations as an address asks for them. What of the address makes no sense is named in `problems` and left out. */
export async function browseRotations(viewer: Viewer, values: AddressValues): Promise<RotationDirectory> {
  const { filter, problems } = readAddress(RotationFilter, values);
  const [rotations, teams] = await Promise.all([
    listPart(viewer, filter, problems),
    listRotationTeams(viewer, filter.team),
  ]);
  return { filter, rotations, teams, problems };
}

async function listPart(viewer: Viewer, filter: RotationFilter, problems: string[]): Promise<Part<RotationListItem>> {
  try {
    return await listRotations(viewer, filter);
  } catch (error) {
    if (!(error instanceof Invalid) || filter.cursor === undefined) throw error;
    problems.push("cursor: The place in the list is not known any more; this is its beginning.");
    return listRotations(viewer, { ...filter, cursor: undefined });
  }
}

const mostTeams = 15;

function listRotationTeams(viewer: Viewer, chosen: string | undefined): Promise<RotationTeam[]> {
  authorize(viewer, "catalog:read");
  return readRows<RotationTeam>(sql`
    select t.slug, t.name, count(*)::int as count from rotations r join teams t on t.id = r.team_id
    where r.retired_at is null group by t.id
    order by coalesce(t.slug = ${chosen ?? null}, false) desc, count(*) desc, lower(t.name) limit ${mostTeams}`);
}
