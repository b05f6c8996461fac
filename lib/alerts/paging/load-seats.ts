import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { isMember, loadSeatPeople, peopleAs } from "#lib/alerts/paging/people-rows";
import type { Pageable, Seats, WatchSeat } from "#lib/alerts/paging/steps";
import { systemViewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import { findSeat, listSeats } from "#lib/rotations/seat-queries";
import type { SeatView } from "#lib/rotations/views";

const pagerViewer = systemViewer("Watchbill");
const noSeat: SeatView = { rotation: null, person: null, from: null, until: null };

/** By the id of a service; that of no service is the empty text. */
export type SeatsOf = (serviceId: string | null) => Seats;

/**
 * Whom alerts of these services (null: unrouted ones) can ask at `at`. Read outside of transactions, by the resolver
 * that rosters, calendars and calls use too.
 */
export async function loadSeats(
  serviceIds: readonly (string | null)[],
  at: Temporal.Instant,
  { resolvesWatches = true } = {},
): Promise<SeatsOf> {
  const ids = [...new Set(serviceIds.filter((id) => id !== null))];
  const [views, leads, { fallback, rotation, fallbackLeads }] = await Promise.all([
    ids.length > 0 && resolvesWatches ? listSeats(pagerViewer, ids, at) : new Map(),
    loadLeads(ids),
    loadFallback(),
  ]);
  const isUnroutedAsked = resolvesWatches && serviceIds.includes(null);
  const unroutedOps = rotation && isUnroutedAsked ? await findSeat(pagerViewer, rotation, at) : noSeat;
  const all = [...views.values()].flatMap(({ delivery, backup, ops }) => [delivery, backup, ops]);
  const people = await loadSeatPeople([...all, unroutedOps]);
  const seatOf = (view: SeatView | null | undefined): WatchSeat => ({
    rotation: view?.rotation ?? null,
    person: (view?.person && people.get(view.person.address)) ?? null,
  });
  return (serviceId) => {
    const seats = serviceId === null ? undefined : views.get(serviceId);
    return {
      delivery: seatOf(seats?.delivery),
      backup: seatOf(seats?.backup),
      ops: seatOf(serviceId === null ? unroutedOps : seats?.ops),
      leads: serviceId === null ? fallbackLeads : (leads.get(serviceId) ?? []),
      fallback,
    };
  };
}

/** The leads of the delivery teams of these services; where a team has none, its manager. */
async function loadLeads(serviceIds: readonly string[]): Promise<Map<string, Pageable[]>> {
  if (serviceIds.length === 0) return new Map();
  const rows = await readRows<{ service: string; leads: Pageable[]; managers: Pageable[] }>(sql`
    select s.id as service,
      (select ${peopleAs} from memberships m join people x on x.id = m.person_id
        where m.team_id = s.delivery_team_id and m.role = 'lead' and ${isMember}) as leads,
      (select ${peopleAs} from teams t join people x on x.id = t.manager_id
        where t.id = s.delivery_team_id and x.deactivated_at is null) as managers
    from services s where s.id = any(${uuids(serviceIds)})`);
  return new Map(rows.map(({ service, leads, managers }) => [service, leads.length > 0 ? leads : managers]));
}

type Fallback = {
  rotation: { id: string; slug: string; name: string } | null;
  fallback: Pageable[];
  leads: Pageable[];
  managers: Pageable[];
};

/** Of the ops team that takes what nobody else has: its default rotation, its leads, and everybody in it. */
async function loadFallback() {
  const [row] = await readRows<Fallback>(sql`
    select (select json_build_object('id', r.id, 'slug', r.slug, 'name', r.name) from rotations r
        where r.team_id = i.fallback_ops_team_id and r.is_team_default) as rotation,
      (select ${peopleAs} from memberships m join people x on x.id = m.person_id
        where m.team_id = i.fallback_ops_team_id and ${isMember}) as fallback,
      (select ${peopleAs} from memberships m join people x on x.id = m.person_id
        where m.team_id = i.fallback_ops_team_id and m.role = 'lead' and ${isMember}) as leads,
      (select ${peopleAs} from teams t join people x on x.id = t.manager_id
        where t.id = i.fallback_ops_team_id and x.deactivated_at is null) as managers
    from installation i`);
  const { rotation = null, fallback = [], leads = [], managers = [] } = row ?? {};
  return { rotation, fallback, fallbackLeads: leads.length > 0 ? leads : managers };
}
