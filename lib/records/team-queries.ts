import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { can, type Viewer } from "#lib/auth/policy";
import { iso } from "#lib/records/parts/window";
import { hoursToldAhead } from "#lib/records/right";

/** Somebody whom the viewer manages; `opensAt` is null until that person was told of them, an ISO instant after. */
export type ManagedPerson = { address: string; name: string; opensAt: string | null };

const most = 200;

/** The people of a team for whoever manages it, by name, with when their records open to them; for others nobody. */
export async function listManaged(viewer: Viewer, teamId: string): Promise<ManagedPerson[]> {
  if (!viewer.managedTeamIds.includes(teamId) || !can(viewer, "record:read", { teamIds: [teamId] })) return [];
  const rows = await readRows<{ address: string; name: string; toldAt: string | null }>(sql`
    select coalesce(p.email, p.handle) as address, p.name, ${iso("g.told_at")} as "toldAt"
    from memberships m join people p on p.id = m.person_id
      left join manager_tellings g on g.person_id = p.id and g.manager_id = ${viewer.personId}::uuid and g.ended_at is null
    where m.team_id = ${teamId}::uuid and m.ends_at is null and p.id <> ${viewer.personId}::uuid
      and p.deactivated_at is null
    order by lower(p.name), p.id limit ${most}`);
  return rows.map(({ toldAt, ...person }) => ({
    ...person,
    opensAt: toldAt && Temporal.Instant.from(toldAt).add({ hours: hoursToldAhead }).toString(),
  }));
}
