import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";

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
