import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { isMember, loadSeatPeople, peopleAs } from "#lib/alerts/paging/people-rows";
import type { Pageable } from "#lib/alerts/paging/steps";
import { systemViewer } from "#lib/auth/policy";
import { findSeat } from "#lib/rotations/seat-queries";

const pagerViewer = systemViewer("Watchbill");

type Row = {
  rotation: { id: string; slug: string; name: string } | null;
  leads: Pageable[];
  everybody: Pageable[];
};

/** The leads and members of the ops team of a service. */
export async function listOpsTeam(serviceId: string): Promise<Pageable[]> {
  const [row] = await readRows<{ people: Pageable[] }>(sql`
    select ${peopleAs} as people from services s join memberships m on m.team_id = s.ops_team_id
      join people x on x.id = m.person_id where s.id = ${serviceId}::uuid and ${isMember}`);
  return row?.people ?? [];
}

/** Whoever stands the watch of a team at `at`; where nobody does, its leads, and in a team without leads everybody. */
export async function listWatchOf(teamId: string, at: Temporal.Instant): Promise<Pageable[]> {
  const [row] = await readRows<Row>(sql`
    select (select json_build_object('id', r.id, 'slug', r.slug, 'name', r.name) from rotations r
        where r.team_id = ${teamId}::uuid and r.is_team_default) as rotation,
      (select ${peopleAs} from memberships m join people x on x.id = m.person_id
        where m.team_id = ${teamId}::uuid and m.role = 'lead' and ${isMember}) as leads,
      (select ${peopleAs} from memberships m join people x on x.id = m.person_id
        where m.team_id = ${teamId}::uuid and ${isMember}) as everybody`);
  if (!row) return [];
  const seat = row.rotation ? await findSeat(pagerViewer, row.rotation, at) : null;
  const watch = [...(await loadSeatPeople([seat])).values()];
  if (watch.length > 0) return watch;
  return row.leads.length > 0 ? row.leads : row.everybody;
}
