import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { BriefedExpert, BriefedSeat, Colleague } from "#lib/briefing/views";

const most = 40;

/** The active members of the service's teams, its leads first. One round trip. */
export function listMembers(viewer: Viewer, serviceId: string | null): Promise<Colleague[]> {
  authorize(viewer, "catalog:read");
  if (serviceId === null) return Promise.resolve([]);
  return readRows<Colleague>(sql`
    select coalesce(p.email, p.handle) as address, p.name,
      case when m.role = 'lead' then 'lead of ' else '' end || t.name as as
    from services s join teams t on t.id in (s.delivery_team_id, s.ops_team_id)
      join memberships m on m.team_id = t.id and m.ends_at is null join people p on p.id = m.person_id
    where s.id = ${serviceId}::uuid and p.deactivated_at is null
    order by t.id = s.ops_team_id, m.role, lower(p.name) limit ${most}`);
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
