import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { Invalid } from "#lib/errors";
import type { EventDetail } from "#lib/event-kinds";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf, uuids } from "#lib/order";

/** One line of history. `at` is an ISO instant; `actor.address` leads to the person, where one did it. */
export type EventView = { id: number; at: string; actor: { name: string; address: string | null } } & EventDetail;

const byTime: Order = [
  { value: sql`e.at`, as: "timestamptz" },
  { value: sql`e.id`, as: "numeric" },
];

type EventRow = {
  id: number;
  at: string;
  actor: string;
  address: string | null;
  kind: string;
  detail: object;
} & SortValues;

/** What happened to the thing with this id, newest first. */
export function listEvents(
  viewer: Viewer,
  thingId: string,
  { cursor, limit = 30 }: { cursor?: string; limit?: number } = {},
) {
  return listMatching(viewer, sql`e.about @> array[${thingId}::uuid]`, cursor, limit);
}

/** The same as an address asks for it: a cursor that makes no sense leads to the newest. */
export async function listEventsFrom(viewer: Viewer, thingId: string, cursor: string | string[] | undefined) {
  if (typeof cursor !== "string") return { part: await listEvents(viewer, thingId), isLater: false };
  try {
    return { part: await listEvents(viewer, thingId, { cursor }), isLater: true };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { part: await listEvents(viewer, thingId), isLater: false };
  }
}

/** What happened to any of the things with these ids, newest first. */
export function listEventsOfAny(viewer: Viewer, thingIds: readonly string[], { limit = 30 }: { limit?: number } = {}) {
  return listMatching(viewer, sql`e.about && ${uuids(thingIds)}`, undefined, limit);
}

/** What happened to the viewer, their teams and the services of these, newest first. */
export function listMyEvents(viewer: Viewer, { limit = 7 }: { limit?: number } = {}): Promise<Part<EventView>> {
  const teamIds = uuids(viewer.memberships.map((membership) => membership.teamId));
  const mine = sql`array_remove(${teamIds} || ${viewer.personId}::uuid || array(
    select id from services where delivery_team_id = any(${teamIds}) or ops_team_id = any(${teamIds})), null)`;
  return listMatching(viewer, sql`e.about && ${mine}`, undefined, limit);
}

/** What happened anywhere in the catalog, newest first. */
export function listAllEvents(viewer: Viewer, { cursor, limit = 30 }: { cursor?: string; limit?: number } = {}) {
  return listMatching(viewer, sql`true`, cursor, limit);
}

async function listMatching(
  viewer: Viewer,
  condition: SQL,
  cursor: string | undefined,
  limit: number,
): Promise<Part<EventView>> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<EventRow>(sql`
    select e.id::int as id, to_json(e.at) #>> '{}' as at, e.actor, coalesce(p.email, p.handle) as address, e.kind, e.detail,
      ${selectSortValues(byTime)}
    from events e left join people p on p.id = e.person_id
    where ${condition} and ${isAfter(byTime, cursor, "desc")}
    order by ${orderBy(byTime, "desc")} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byTime), viewOf);
}

function viewOf({ id, at, actor, address, kind, detail }: EventRow): EventView {
  return { id, at, actor: { name: actor, address }, kind, ...detail } as EventView;
}
