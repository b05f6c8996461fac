import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { rosterView } from "#lib/rotations/roster-view";
import type { Span } from "#lib/rotations/rotation";
import type { Ref, RosterView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** A rotation of a team with its roster; `homeZone` is the IANA zone of its first layer. */
export type TeamRoster = { rotation: Ref; isTeamDefault: boolean; homeZone: string; roster: RosterView };

type Row = Ref & { id: string; isTeamDefault: boolean };

const mostRotations = 12;

/** The living rotations of these teams over `window`, by team, the default of each first; at most twelve. */
export async function listTeamRosters(viewer: Viewer, teamIds: readonly string[], window: Span): Promise<TeamRoster[]> {
  authorize(viewer, "catalog:read");
  if (teamIds.length === 0) return [];
  const rotations = await readRows<Row>(sql`
    select id, slug, name, is_team_default as "isTeamDefault" from rotations
    where team_id = any(${uuids(teamIds)}) and retired_at is null
    order by team_id, is_team_default desc, lower(name), id limit ${mostRotations}`);
  const { byRotation, people } = await loadWatches(
    rotations.map(({ id }) => id),
    window,
  );
  return rotations.flatMap(({ id, slug, name, isTeamDefault }) => {
    const watch = byRotation.get(id);
    if (!watch) return [];
    const homeZone = watch.versions.at(-1)?.layers[0]?.timeZone ?? "UTC";
    const roster = rosterView(resolveRoster(watch, window), window, people);
    return [{ rotation: { slug, name }, isTeamDefault, homeZone, roster }];
  });
}
