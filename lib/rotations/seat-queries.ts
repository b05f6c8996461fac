import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { isAmong } from "#lib/order";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import { rosterView, seatView } from "#lib/rotations/roster-view";
import type { Seat, Span } from "#lib/rotations/rotation";
import type { Ref, RosterView, SeatView, ServiceSeats } from "#lib/rotations/views";
import { loadWatches, loadWatchesAlone, loadWatchPeople, type Watches } from "#lib/rotations/watches";

/** A roster of one seat, with the rotation that it comes from. */
export type SeatRoster = { rotation: Ref; roster: RosterView };

/** Who stands the three watches of a service at `at`. */
export async function findServiceSeats(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<ServiceSeats> {
  authorize(viewer, "catalog:read");
  const { services, watches } = await loadSeats([serviceId], around(at));
  const [seats] = services;
  if (!seats) return { delivery: noSeat, backup: null, ops: noSeat };
  return serviceSeats(seats, (id) => {
    const rotation = watches.rotations.get(id);
    return rotation && resolvedSeat(rotation, watches, at);
  });
}

/** Who stands the watches of all living services, or of those with these ids, at `at`; by the service's id. */
export async function listSeats(
  viewer: Viewer,
  serviceIds: readonly string[] | "all",
  at: Temporal.Instant,
): Promise<Map<string, ServiceSeats>> {
  authorize(viewer, "catalog:read");
  const rows = listSeatRows(serviceIds);
  // All services together are paged through nearly all rotations, so these need not wait for those.
  const wanted = serviceIds === "all" ? listRotationRows("all") : rows.then(rotationsOf).then(listRotationRows);
  const resolving = wanted.then((rotations) =>
    resolveSeats(
      rotations.map(({ id }) => id),
      at,
    ),
  );
  const [services, rotations, resolved] = await Promise.all([rows, wanted, resolving]);
  const people = await loadWatchPeople([
    ...new Set([...resolved.values()].flatMap(({ shift }) => shift?.person ?? [])),
  ]);
  const seats = new Map(rotations.map((row) => [row.id, seatView(row, resolved.get(row.id) ?? null, people)]));
  return new Map(services.map((row) => [row.service, serviceSeats(row, (id) => seats.get(id))]));
}

/**
 * Who stands these watches at `at`, by the rotation's id. Nearly all seats begin and end within weeks, and what decides
 * a year either way is a multiple of that: only the others are loaded so far.
 */
async function resolveSeats(rotationIds: readonly string[], at: Temporal.Instant): Promise<Map<string, Seat>> {
  const seats = new Map<string, Seat>();
  let open = rotationIds;
  for (const days of [nearDays, farDays]) {
    for (const [id, watch] of await loadWatchesAlone(open, around(at, days))) seats.set(id, seatAt(watch, at, days));
    open = open.filter((id) => seats.get(id)?.from === null || seats.get(id)?.until === null);
  }
  return seats;
}

function serviceSeats(
  { delivery, backup, ops }: SeatRow,
  seatOf: (rotationId: string) => SeatView | undefined,
): ServiceSeats {
  const seat = (id: string | null) => (id === null ? undefined : seatOf(id)) ?? noSeat;
  return { delivery: seat(delivery), backup: backup === null ? null : seat(backup), ops: seat(ops) };
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
  const { services, watches } = await loadSeats([serviceId], window);
  const rosterOf = (id: string | null = null): SeatRoster | null => {
    const [rotation, watch] = id ? [watches.rotations.get(id), watches.byRotation.get(id)] : [];
    if (!rotation || !watch) return null;
    const roster = rosterView(resolveRoster(watch, window), window, watches.people);
    return { rotation: { slug: rotation.slug, name: rotation.name }, roster };
  };
  const [seats] = services;
  return { delivery: rosterOf(seats?.delivery), backup: rosterOf(seats?.backup), ops: rosterOf(seats?.ops) };
}

const noSeat: SeatView = { rotation: null, person: null, from: null, until: null };

/** How far the bounds of a seat are sought either way, and where most of them are. */
const [farDays, nearDays] = [400, 64];

/** What decides the bounds of a seat that are sought so far either way. */
export const around = (at: Temporal.Instant, days = farDays): Span => ({
  from: at.subtract({ hours: 24 * (days + 1) }),
  to: at.add({ hours: 24 * (days + 1) }),
});

export function resolvedSeat(rotation: RotationRow, watches: Watches, at: Temporal.Instant): SeatView {
  const watch = watches.byRotation.get(rotation.id);
  return watch ? seatView(rotation, seatAt(watch, at), watches.people) : noSeat;
}

/** Which rotation fills each seat of a service, by id. */
export type SeatRow = { service: string; delivery: string | null; backup: string | null; ops: string | null };
type RotationRow = Ref & { id: string };

/** Which rotations fill the seats of these services now: for whoever asks more of them than who stands there. */
export function listSeatRotations(viewer: Viewer, serviceIds: readonly string[]): Promise<SeatRow[]> {
  authorize(viewer, "catalog:read");
  return listSeatRows(serviceIds);
}

async function loadSeats(serviceIds: readonly string[], window: Span) {
  const services = await listSeatRows(serviceIds);
  return { services, watches: await loadWatches(rotationsOf(services), window) };
}

function rotationsOf(services: readonly SeatRow[]): string[] {
  const ids = new Set<string | null>();
  for (const { delivery, backup, ops } of services) ids.add(delivery).add(backup).add(ops);
  return [...ids].filter((id) => id !== null);
}

/** The rotations with these ids, or all that can fill a seat. */
function listRotationRows(ids: readonly string[] | "all"): Promise<RotationRow[]> {
  const wanted =
    ids === "all"
      ? sql`r.retired_at is null or r.is_team_default or exists (select from escalation_paths p
          where r.id in (p.delivery_rotation_id, p.backup_rotation_id, p.ops_rotation_id))`
      : isAmong(sql`r.id`, ids);
  return readRows<RotationRow>(sql`select r.id, r.slug, r.name from rotations r where ${wanted}`);
}

/**
 * Delivery: that of the escalation path, without one the default rotation of the delivery team. Backup: the path's.
 * Ops: the path's, else the default rotation of the service's ops team, else that of the fallback ops team.
 */
function listSeatRows(serviceIds: readonly string[] | "all"): Promise<SeatRow[]> {
  const wanted = serviceIds === "all" ? sql`s.retired_at is null` : isAmong(sql`s.id`, serviceIds);
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
