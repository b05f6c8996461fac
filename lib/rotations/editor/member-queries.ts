import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";

import { uuids } from "#lib/order";
import type { Ref } from "#lib/rotations/views";

/** The teams for which the viewer may create rotations because of a part they have in them, by name. */
export function listTeamsToLead(viewer: Viewer): Promise<Ref[]> {
  authorize(viewer, "catalog:read");
  const own = viewer.memberships.filter(({ teamId }) => can(viewer, "rotation:create", { teamIds: [teamId] }));
  return readRows<Ref>(sql`
    select slug, name from teams where id = any(${uuids(own.map(({ teamId }) => teamId))}) and retired_at is null
    order by lower(name)`);
}

/** Somebody who may be put on a watch. */
export type MemberSuggestion = { address: string; name: string; title: string | null; timeZone: string | null };

/** The active people of a team, by name; none where there is no such team. */
export function listTeamMembers(viewer: Viewer, team: string): Promise<MemberSuggestion[]> {
  authorize(viewer, "catalog:read");
  return readRows<MemberSuggestion>(sql`
    select coalesce(p.email, p.handle) as address, p.name, p.title, p.time_zone as "timeZone"
    from teams t join memberships m on m.team_id = t.id and m.ends_at is null join people p on p.id = m.person_id
    where t.slug = ${team} and p.deactivated_at is null
    order by lower(p.name), p.id limit 200`);
}
