import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { BriefedExpert, BriefedSeat, Colleague } from "#lib/briefing/views";

const [most, mostLookedAt] = [40, 60];

/** The active members of the service's teams: of a large one its leads and whoever is in it longest. One round trip. */
export function listMembers(viewer: Viewer, serviceId: string | null): Promise<Colleague[]> {
  authorize(viewer, "catalog:read");
  if (serviceId === null) return Promise.resolve([]);
  return readRows<Colleague>(sql`
    select found.address, found.name, case when found.role = 'lead' then 'lead of ' else '' end || found.team as as
    from (
      select coalesce(p.email, p.handle) as address, p.name, m.role, t.name as team, t.id = s.ops_team_id as is_ops
      from services s join teams t on t.id in (s.delivery_team_id, s.ops_team_id)
        cross join lateral (
          -- Sorting a thousand people by name takes longer than all else.
          select person_id, role, row_number() over () as place from (
            select * from memberships where team_id = t.id and ends_at is null
            order by role, starts_at limit ${mostLookedAt}) first
        ) m join people p on p.id = m.person_id
      where s.id = ${serviceId}::uuid and p.deactivated_at is null
      order by is_ops, m.place limit ${most}
    ) found order by found.is_ops, found.role, lower(found.name)`);
}

/** Everybody who comes to mind, each once, the likeliest first: on watch, expert, member. Without the viewer. */
export function colleaguesOf(
  { email }: Viewer,
  {
    seats,
    experts,
    members,
  }: { seats: readonly BriefedSeat[]; experts: readonly BriefedExpert[]; members: readonly Colleague[] },
): Colleague[] {
  const onWatch = seats.flatMap(({ seat, person }) =>
    person ? [{ address: person.address, name: person.name, as: `on the ${seat} watch` }] : [],
  );
  const knowing = experts.map(({ address, name }) => ({ address, name, as: "expert" }));
  const known = new Map<string, Colleague>();
  for (const one of [...onWatch, ...knowing, ...members]) if (!known.has(one.address)) known.set(one.address, one);
  return [...known.values()].filter(({ address }) => address !== email);
}
