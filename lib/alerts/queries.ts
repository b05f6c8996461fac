import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { AlertFilter } from "#lib/alerts/filter";
import { nextStep, type Path, usualTimers } from "#lib/alerts/paging/plan";
import { joinsHolder, permissionsFor } from "#lib/alerts/permissions";
import { aroundAlert, factsAs, itemAs } from "#lib/alerts/view-rows";
import type { AlertItem, AlertView, EntryView, PageView } from "#lib/alerts/views";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf, uuids } from "#lib/order";

type Times = Pick<AlertView, "deliveryPagedAt" | "deliveryEngagedAt" | "opsPagedAt"> & {
  pagesFrom: string | null;
  nextStepAt: string | null;
};
type PathRow = { [Field in keyof Omit<Path, "isUnrouted" | "hasBackup">]: number | null } & { hasBackup: boolean };
type Kept = "ruleFacts" | "labels" | "details" | "links" | "intakeNote" | "handedTo" | "leader" | "members" | "pages";
type Row = Pick<AlertView, Kept | "origin" | "reviews" | "resolvedBy" | "cause" | "remedy"> & {
  item: AlertItem;
  times: Times;
  path: PathRow;
  stepsTaken: number;
  deliveryTeamId: string | null;
  opsTeamId: string | null;
  fallbackOpsTeamId: string | null;
};

/**
 * One alert with everything that is known of it, or undefined when there is none. One round trip, begun while the
 * viewer is still being looked up; nobody gets it unauthorized.
 */
export async function findAlert(viewer: Viewer | Promise<Viewer>, id: string): Promise<AlertView | undefined> {
  const [asking, [row]] = await Promise.all([viewer, isAlertId(id) ? readAlert(id) : []]);
  authorize(asking, "catalog:read");
  return row && viewOf(asking, row);
}

const readAlert = (id: string) =>
  readRows<Row>(sql`
    select ${itemAs} as item, ${factsAs}
    from alerts a ${aroundAlert} left join escalation_paths p on p.service_id = a.service_id
    where a.id = ${id}::uuid`);

/** Whether a text may be the id of an alert at all. */
export const isAlertId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function viewOf(viewer: Viewer, row: Row): AlertView {
  const { item, times, path, stepsTaken, deliveryTeamId, opsTeamId, fallbackOpsTeamId, ...rest } = row;
  const { pagesFrom, nextStepAt, ...engaged } = times;
  const facts = {
    ...{ status: item.status, deliveryTeamId, opsTeamId, fallbackOpsTeamId, isUnrouted: item.service === null },
    ...{ holderId: item.holder?.id ?? null, handedToId: rest.handedTo?.id ?? null },
    pagedIds: rest.pages.map(({ person }) => person.id),
  };
  const joins = joinsHolder(facts, viewer.personId, unansweredSeats(rest.pages, viewer));
  return {
    ...item,
    ...rest,
    ...engaged,
    nextStep: nextStepAt === null ? null : { at: nextStepAt, seat: seatOf(item, row, pagesFrom) },
    permissions: permissionsFor(viewer, facts, joins),
  };
}

const unansweredSeats = (pages: readonly PageView[], { personId }: Viewer) =>
  pages.filter(({ person, answeredAt }) => person.id === personId && answeredAt === null).map(({ seat }) => seat);

/** Whom the pager asks when it looks at the alert next. */
function seatOf({ status, gate, service }: AlertItem, { path, stepsTaken }: Row, pagesFrom: string | null) {
  if (status === "acknowledged") return "holder";
  if (gate.decision === "hold" || pagesFrom === null) return service ? "delivery" : "ops";
  const { backupAfterMinutes, opsAfterMinutes, leadAfterMinutes, hasBackup } = path;
  const timers = {
    backupAfterMinutes: backupAfterMinutes ?? usualTimers.backupAfterMinutes,
    opsAfterMinutes: opsAfterMinutes ?? usualTimers.opsAfterMinutes,
    leadAfterMinutes: leadAfterMinutes ?? usualTimers.leadAfterMinutes,
  };
  const wholePath: Path = { ...timers, hasBackup, isUnrouted: service === null };
  return nextStep(wholePath, { pagesFrom: Temporal.Instant.from(pagesFrom), stepsTaken }).seat;
}

const byTime: Order = [
  { value: sql`a.opened_at`, as: "timestamptz" },
  { value: sql`a.id`, as: "uuid" },
];

/** The alerts that a filter leaves, newest first. */
export async function listAlerts(viewer: Viewer, filter: AlertFilter = {}): Promise<Part<AlertItem>> {
  authorize(viewer, "catalog:read");
  const { cursor, limit = 50 } = filter;
  const conditions = sql.join([isAfter(byTime, cursor, "desc"), ...conditionsOf(viewer, filter)], sql` and `);
  const rows = await readRows<{ item: AlertItem } & SortValues>(sql`
    select ${itemAs} as item, ${selectSortValues(byTime)}
    from alerts a ${aroundAlert} where ${conditions}
    order by ${orderBy(byTime, "desc")} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byTime), ({ item }) => item);
}

function conditionsOf(viewer: Viewer, { status, held, unrouted, service, team, mine, rule }: AlertFilter): SQL[] {
  const isOpen = sql`a.resolved_at is null`;
  // Somebody who tests their pager says nothing of any service.
  const conditions: SQL[] = [sql`not (a.is_drill and starts_with(a.origin, 'drill:'))`];
  if (status === "open") conditions.push(isOpen);
  else if (status === "resolved") conditions.push(sql`a.status = 'resolved'`);
  else if (status) conditions.push(sql`${isOpen} and a.status = ${status}`);
  if (held !== undefined) conditions.push(isOrNot(sql`a.gate = 'hold' and ${isOpen}`, held));
  if (unrouted !== undefined) conditions.push(isOrNot(sql`a.service_id is null`, unrouted));
  if (service) conditions.push(sql`a.service_id = (select id from services where slug = ${service})`);
  if (team) conditions.push(ofTeams(sql`(select array_agg(id) from teams where slug = ${team})`));
  if (mine !== undefined) conditions.push(isOrNot(isOf(viewer), mine));
  if (rule) conditions.push(sql`a.rule = ${rule}`);
  return conditions;
}

// An index answers a condition as it stands, not what it is compared with.
const isOrNot = (condition: SQL, is: boolean) => (is ? sql`(${condition})` : sql`not (${condition})`);

const ofTeams = (teamIds: SQL) => sql`a.service_id in (
  select o.id from services o where o.delivery_team_id = any(${teamIds}) or o.ops_team_id = any(${teamIds}))`;

const isOf = ({ personId, memberships }: Viewer) => sql`
  coalesce(${ofTeams(uuids(memberships.map(({ teamId }) => teamId)))}, false)
    or coalesce(a.holder_id = ${personId}::uuid, false)
    or exists (select from pages g where g.alert_id = a.id and g.person_id = ${personId}::uuid)`;

type EntryRow = { id: number; at: string; actor: string; address: string | null; kind: string; detail: object };

const mostRepeats = 20;

/**
 * The timeline of an alert, in order; after the line `afterId` where one is given. Of what began anew over and over
 * only the last times are told: how often it was stands in the alert. Begun as `findAlert` is.
 */
export async function listEntries(
  viewer: Viewer | Promise<Viewer>,
  alertId: string,
  afterId = 0,
): Promise<EntryView[]> {
  const [asking, rows] = await Promise.all([viewer, isAlertId(alertId) ? readEntries(alertId, afterId) : []]);
  authorize(asking, "catalog:read");
  return rows.map(
    ({ id, at, actor, address, kind, detail }) =>
      ({ id, at, by: { name: actor, address }, kind, ...detail }) as EntryView,
  );
}

const readEntries = (alertId: string, afterId: number) =>
  readRows<EntryRow>(sql`
    select e.id::int as id, to_json(e.at) #>> '{}' as at, e.actor, coalesce(p.email, p.handle) as address, e.kind,
      e.detail
    from alert_entries e left join people p on p.id = e.person_id
    where e.alert_id = ${alertId}::uuid and e.id > ${afterId} and (e.kind <> 'repeated' or e.id in (
      select r.id from alert_entries r where r.alert_id = ${alertId}::uuid and r.kind = 'repeated'
      order by r.id desc limit ${mostRepeats}))
    order by e.id`);
