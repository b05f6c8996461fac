import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { uuids } from "#lib/order";
import { permissionsFor } from "#lib/rotations/permissions";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { rosterView } from "#lib/rotations/roster-view";
import type { Roster, Span } from "#lib/rotations/rotation";
import type { CoverRequestView, OverrideView, PersonView, Ref, RosterView, ShiftView } from "#lib/rotations/views";
import { loadWatches } from "#lib/rotations/watches";

/** Who stands the watch of a rotation over `window`, hour by hour accounted for. */
export async function findRoster(viewer: Viewer, rotationId: string, window: Span): Promise<RosterView> {
  authorize(viewer, "catalog:read");
  const { byRotation, people } = await loadWatches([rotationId], window);
  const watch = byRotation.get(rotationId);
  const roster: Roster = watch
    ? resolveRoster(watch, window)
    : { shifts: [], gaps: [{ ...window, deactivated: null }] };
  return rosterView(roster, window, people);
}

export type OwnShift = ShiftView & { rotation: Ref };

/** The watches of one person over all rotations, clipped to `window`, in order. */
export async function listOwnShifts(viewer: Viewer, personId: string, window: Span): Promise<OwnShift[]> {
  authorize(viewer, "catalog:read");
  const [from, to] = [sql`${window.from.toString()}::timestamptz`, sql`${window.to.toString()}::timestamptz`];
  const rotations = await readRows<Ref & { id: string }>(sql`
    select r.id, r.slug, r.name from rotations r
    where (r.retired_at is null or r.retired_at > ${from}) and r.id in (
      select rotation_id from rotation_versions where participant_ids @> array[${personId}::uuid]
        and starts_at < ${to} and (ends_at is null or ends_at > ${from})
      union all select rotation_id from overrides where person_id = ${personId}::uuid
        and starts_at < ${to} and ends_at > ${from})`);
  const { byRotation, people } = await loadWatches(
    rotations.map(({ id }) => id),
    window,
  );
  return rotations
    .flatMap(({ id, slug, name }) => {
      const watch = byRotation.get(id);
      const roster = watch ? resolveRoster(watch, window) : { shifts: [], gaps: [] };
      const own = { shifts: roster.shifts.filter(({ person }) => person === personId), gaps: [] };
      return rosterView(own, window, people).shifts.map((shift) => ({ ...shift, rotation: { slug, name } }));
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from) || a.rotation.slug.localeCompare(b.rotation.slug));
}

type OverrideRow = Omit<OverrideView, "canEnd"> & { personId: string; createdById: string | null; teamId: string };

/** The overrides of a rotation that meet `window`, in order. */
export async function listOverrides(viewer: Viewer, rotationId: string, window: Span): Promise<OverrideView[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<OverrideRow>(sql`
    select o.id, ${iso("o.starts_at")} as from, ${iso("o.ends_at")} as to, ${person("p")} as person, o.origin, o.reason,
      c.name as "createdBy", o.person_id as "personId", o.created_by_id as "createdById", r.team_id as "teamId"
    from overrides o join rotations r on r.id = o.rotation_id join people p on p.id = o.person_id
      left join people c on c.id = o.created_by_id
    where o.rotation_id = ${rotationId}::uuid and o.starts_at < ${window.to.toString()}::timestamptz
      and o.ends_at > ${window.from.toString()}::timestamptz
    order by o.starts_at`);
  const at = now();
  return rows.map(({ personId, createdById, teamId, reason, ...override }) => ({
    ...override,
    reason: can(viewer, "rotation:reasons", { teamIds: [teamId], personId }) ? reason : null,
    canEnd:
      Temporal.Instant.compare(override.to, at) > 0 &&
      (can(viewer, "watch:own", { teamIds: [teamId], personId }) ||
        can(viewer, "watch:own", { personId: createdById }) ||
        can(viewer, "rotation:hand-over", { teamIds: [teamId] })),
  }));
}

type RequestRow = Omit<CoverRequestView, "spans" | "status" | "canClaim" | "canWithdraw"> & {
  personId: string;
  rotationId: string;
  teamId: string;
  isWithdrawn: boolean;
};

/** The requests for cover of these rotations that end after `since`, in order. */
export function listCoverRequests(
  viewer: Viewer,
  rotationIds: readonly string[],
  since: Temporal.Instant,
): Promise<CoverRequestView[]> {
  return listRequests(
    viewer,
    sql`c.rotation_id = any(${uuids(rotationIds)}) and c.ends_at > ${since.toString()}::timestamptz`,
  );
}

/** The open requests of all rotations of the viewer's teams, and the viewer's own, in order. */
export function listMyCoverRequests(viewer: Viewer): Promise<CoverRequestView[]> {
  const teams = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return listRequests(
    viewer,
    sql`(r.team_id = any(${teams}) or c.person_id = ${viewer.personId}::uuid) and c.claimed_at is null
      and c.withdrawn_at is null and c.ends_at > ${now().toString()}::timestamptz`,
  );
}

/** The requests with these ids, at most 200, in order. */
export function listRequestsById(viewer: Viewer, ids: readonly string[]): Promise<CoverRequestView[]> {
  return listRequests(viewer, sql`c.id = any(${uuids(ids)})`);
}

/** One request, or undefined when there is none. */
export async function findCoverRequest(viewer: Viewer, id: string): Promise<CoverRequestView | undefined> {
  const [request] = await listRequests(viewer, sql`c.id = ${id}::uuid`);
  return request;
}

async function listRequests(viewer: Viewer, condition: SQL): Promise<CoverRequestView[]> {
  authorize(viewer, "catalog:read");
  const at = now();
  const rows = await readRows<RequestRow>(sql`
    select c.id, ${iso("c.starts_at")} as from, ${iso("c.ends_at")} as to, ${iso("c.created_at")} as "createdAt",
      c.reason, ${person("p")} as person, case when b.id is not null then ${person("b")} end as "claimedBy",
      json_build_object('slug', r.slug, 'name', r.name) as rotation, c.person_id as "personId",
      c.rotation_id as "rotationId", r.team_id as "teamId", c.withdrawn_at is not null as "isWithdrawn"
    from cover_requests c join rotations r on r.id = c.rotation_id join people p on p.id = c.person_id
      left join people b on b.id = c.claimed_by_id
    where ${condition} order by c.starts_at, c.id limit 200`);
  const spans = await heldSpans(rows, at);
  return rows.map(({ personId, rotationId: _, teamId, isWithdrawn, reason, ...request }, index) => {
    const status = request.claimedBy
      ? "claimed"
      : isWithdrawn
        ? "withdrawn"
        : Temporal.Instant.compare(request.to, at) > 0
          ? "open"
          : "past";
    const { canTake, canHandOver } = permissionsFor(viewer, { teamId });
    return {
      ...request,
      status,
      spans: status === "open" ? (spans[index] ?? []) : [],
      reason: can(viewer, "rotation:reasons", { teamIds: [teamId], personId }) ? reason : null,
      canClaim: status === "open" && (canTake || canHandOver) && viewer.personId !== personId,
      canWithdraw: status === "open" && can(viewer, "watch:own", { teamIds: [teamId], personId }),
    };
  });
}

/** What the person of each request holds of it from `at` on. */
async function heldSpans(rows: readonly RequestRow[], at: Temporal.Instant): Promise<{ from: string; to: string }[][]> {
  if (rows.length === 0) return [];
  const ends = rows.map(({ to }) => Temporal.Instant.from(to));
  const last = ends.reduce((latest, end) => (Temporal.Instant.compare(end, latest) > 0 ? end : latest), at);
  const { byRotation } = await loadWatches([...new Set(rows.map(({ rotationId }) => rotationId))], {
    from: at,
    to: last,
  });
  return rows.map(({ rotationId, personId, from, to }) => {
    const start = Temporal.Instant.compare(from, at) > 0 ? Temporal.Instant.from(from) : at;
    const [watch, end] = [byRotation.get(rotationId), Temporal.Instant.from(to)];
    if (!watch || Temporal.Instant.compare(start, end) >= 0) return [];
    return resolveRoster(watch, { from: start, to: end })
      .shifts.filter(({ person }) => person === personId)
      .map((shift) => ({ from: shift.from.toString(), to: shift.to.toString() }));
  });
}

const iso = (column: string) => sql.raw(`to_json(${column}) #>> '{}'`);
const person = (alias: string): SQL<PersonView> =>
  sql.raw(
    `json_build_object('address', coalesce(${alias}.email, ${alias}.handle), 'name', ${alias}.name, 'email', ${alias}.email, 'timeZone', ${alias}.time_zone)`,
  ) as SQL<PersonView>;
