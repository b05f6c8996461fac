import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import { rosterView, seatView } from "#lib/rotations/roster-view";
import type { Span } from "#lib/rotations/rotation";
import type { Ref, RosterView, SeatView, ServiceSeats } from "#lib/rotations/views";
import { loadWatches, type Watches } from "#lib/rotations/watches";

/** A roster of one seat, with the rotation that it comes from. */
export type SeatRoster = { rotation: Ref; roster: RosterView };

/** Who stands the three watches of a service at `at`. */
export async function findServiceSeats(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<ServiceSeats> {
  const seats = await listSeats(viewer, [serviceId], at);
  return seats.get(serviceId) ?? { delivery: noSeat, backup: null, ops: noSeat };
}

/** Who stands the watches of all living services, or of those with these ids, at `at`; by the service's id. */
export async function listSeats(
  viewer: Viewer,
  serviceIds: readonly string[] | "all",
  at: Temporal.Instant,
): Promise<Map<string, ServiceSeats>> {
  authorize(viewer, "catalog:read");
  const { services, rotations, watches } = await loadSeats(serviceIds, around(at));
  const seats = new Map([...rotations].map(([id, rotation]) => [id, resolvedSeat(rotation, watches, at)]));
  const seatOf = (id: string | null) => (id && seats.get(id)) || noSeat;
  return new Map(
    services.map(({ service, delivery, backup, ops }) => [
      service,
      { delivery: seatOf(delivery), backup: backup === null ? null : seatOf(backup), ops: seatOf(ops) },
    ]),
  );
}

/** Who stands this rotation's watch at `at`. */
export async function findSeat(viewer: Viewer, rotation: RotationRow, at: Temporal.Instant): Promise<SeatView> {
  authorize(viewer, "catalog:read");
  return resolvedSeat(rotation, await loadWatches([rotation.id], around(at)), at);
}

/** The rosters of a service's three seats over `window`; null where no rotation fills the seat. */
export async function findServiceRosters(
  viewer: Viewer,
  serviceId: string,
  window: Span,
): Promise<Record<keyof ServiceSeats, SeatRoster | null>> {
  authorize(viewer, "catalog:read");
  const { services, rotations, watches } = await loadSeats([serviceId], window);
  const rosterOf = (id: string | null = null): SeatRoster | null => {
    const [rotation, watch] = id ? [rotations.get(id), watches.byRotation.get(id)] : [];
    if (!rotation || !watch) return null;
    const roster = rosterView(resolveRoster(watch, window), window, watches.people);
    return { rotation: { slug: rotation.slug, name: rotation.name }, roster };
  };
  const [seats] = services;
  return { delivery: rosterOf(seats?.delivery), backup: rosterOf(seats?.backup), ops: rosterOf(seats?.ops) };
}

const noSeat: SeatView = { rotation: null, person: null, from: null, until: null };

/** What decides the bounds of a seat: they are sought so far either way. */
export const around = (at: Temporal.Instant): Span => ({
  from: at.subtract({ hours: 24 * 401 }),
  to: at.add({ hours: 24 * 401 }),
});

export function resolvedSeat(rotation: RotationRow, watches: Watches, at: Temporal.Instant): SeatView {
  const watch = watches.byRotation.get(rotation.id);
  return watch ? seatView(rotation, seatAt(watch, at), watches.people) : noSeat;
}

/** Which rotation fills each seat of a service, by id. */
type SeatRow = { service: string; delivery: string | null; backup: string | null; ops: string | null };
type RotationRow = Ref & { id: string };

async function loadSeats(serviceIds: readonly string[] | "all", window: Span) {
  const services = await listSeatRows(serviceIds);
  const ids = [...new Set(services.flatMap(({ delivery, backup, ops }) => [delivery, backup, ops]))].filter(
    (id) => id !== null,
  );
  const [watches, rows] = await Promise.all([
    loadWatches(ids, window),
    readRows<RotationRow>(sql`select id, slug, name from rotations where id = any(${uuids(ids)})`),
  ]);
  return { services, watches, rotations: new Map(rows.map((row) => [row.id, row])) };
}

/**
 * Delivery: that of the escalation path, without one the default rotation of the delivery team. Backup: the path's.
 * Ops: the path's, else the default rotation of the service's ops team, else that of the fallback ops team.
 */
function listSeatRows(serviceIds: readonly string[] | "all"): Promise<SeatRow[]> {
  const wanted = serviceIds === "all" ? sql`s.retired_at is null` : sql`s.id = any(${uuids(serviceIds)})`;
  return readRows<SeatRow>(sql`
    select s.id as service, coalesce(p.delivery_rotation_id, d.id) as delivery, p.backup_rotation_id as backup,
      coalesce(p.ops_rotation_id, o.id, (select r.id from installation i
        join rotations r on r.team_id = i.fallback_ops_team_id and r.is_team_default)) as ops
    from services s
      left join escalation_paths p on p.service_id = s.id
      left join rotations d on d.team_id = s.delivery_team_id and d.is_team_default
      left join rotations o on o.team_id = s.ops_team_id and o.is_team_default
    where ${wanted}`);
}
