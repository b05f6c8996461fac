import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { DrillPermissions, DrillView } from "#lib/alerts/drills/views";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { type Owners, teamsOf } from "#lib/services/permissions";

type Row = DrillView & { owners: Owners };

const person = (alias: string) => {
  const name = sql.raw(alias);
  return sql`'address', coalesce(${name}.email, ${name}.handle), 'name', ${name}.name`;
};

const columns = sql`jsonb_build_object('id', d.id, 'service', json_build_object('slug', s.slug, 'name', s.name),
    'scenario', d.scenario, 'state', case when d.called_off_at is not null then 'called-off'
      when d.raised_at is null then 'planned' when a.resolved_at is null then 'under-way' else 'over' end,
    'plannedBy', json_build_object(${person("b")}), 'plannedAt', d.planned_at, 'raisedAt', d.raised_at,
    'calledOffAt', d.called_off_at, 'learnt', d.learnt,
    'alert', case when a.id is not null then json_build_object('id', a.id, 'status', a.status,
      'deliveryPagedAt', a.delivery_paged_at, 'deliveryEngagedAt', a.delivery_engaged_at, 'resolvedAt', a.resolved_at,
      'resolvedBy', (select r.name from people r where r.id = a.resolved_by_id),
      'stepsWorked', (select count(*)::int from alert_entries e where e.alert_id = a.id and e.kind = 'step-marked'
        and e.detail ->> 'verdict' = 'worked')) end,
    'people', (select coalesce(json_agg(json_build_object(${person("x")},
        'answer', case when q.agreed_at is not null then 'agreed' when q.declined_at is not null then 'declined' end,
        'seat', g.seat, 'pagedAt', g.at, 'answeredAt', g.answered_at) order by q.agreed_at is null, x.name, x.id), '[]')
      from drill_people q join people x on x.id = q.person_id
        left join lateral (select seat, at, min(answered_at) over () as answered_at from pages
          where alert_id = d.alert_id and person_id = q.person_id order by at, id limit 1) g on true
      where q.drill_id = d.id),
    'owners', json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id)) as drill
  from drills d join services s on s.id = d.service_id join people b on b.id = d.planned_by_id
    left join alerts a on a.id = d.alert_id`;

const read = async (rest: SQL): Promise<Row[]> =>
  (await readRows<{ drill: Row }>(sql`select ${columns} ${rest}`)).map(({ drill }) => drill);

const most = 100;

/** The drills of a service, the newest first; those which are still to come before them. */
export async function listDrills(viewer: Viewer, serviceId: string): Promise<DrillView[]> {
  authorize(viewer, "catalog:read");
  const rows = await read(sql`where d.service_id = ${serviceId}::uuid
    order by d.raised_at is not null or d.called_off_at is not null, d.planned_at desc, d.id limit ${most}`);
  return rows.map(({ owners: _, ...drill }) => drill);
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** One drill of a service and what the viewer may do with it, or undefined when there is none. */
export async function findDrill(
  viewer: Viewer,
  serviceId: string,
  id: string,
): Promise<{ drill: DrillView; permissions: DrillPermissions } | undefined> {
  authorize(viewer, "catalog:read");
  if (!isId(id)) return undefined;
  const [row] = await read(sql`where d.id = ${id}::uuid and d.service_id = ${serviceId}::uuid`);
  if (!row) return undefined;
  const { owners, ...drill } = row;
  return { drill, permissions: permissionsFor(viewer, drill, owners) };
}

/** Drills that ask the viewer: to answer, or to play what is under way; those without an answer first. */
export async function listOwnDrills(viewer: Viewer): Promise<DrillView[]> {
  authorize(viewer, "catalog:read");
  const rows = await read(sql`join drill_people own on own.drill_id = d.id and own.person_id = ${viewer.personId}::uuid
    where d.called_off_at is null and (d.raised_at is null or (a.resolved_at is null and own.agreed_at is not null))
      and own.declined_at is null and s.retired_at is null
    order by own.agreed_at is not null, d.planned_at, d.id limit 20`);
  return rows.map(({ owners: _, ...drill }) => drill);
}

/** Whether the viewer may plan drills of a service: decides whether the form is shown. */
export const mayPlanDrill = (viewer: Viewer, owners: Owners): boolean =>
  viewer.kind === "person" && can(viewer, "drill:plan", teamsOf(owners));

function permissionsFor(viewer: Viewer, { state, people }: DrillView, owners: Owners): DrillPermissions {
  const isPlanner = mayPlanDrill(viewer, owners);
  const own = people.find(({ address }) => address === viewer.email);
  const plays = own?.answer === "agreed" ? viewer.personId : null;
  const learns = viewer.kind === "person" && can(viewer, "drill:learn", { ...teamsOf(owners), personId: plays });
  return {
    canRaise: isPlanner && state === "planned",
    canCallOff: isPlanner && state === "planned",
    canEnd: isPlanner && state === "under-way",
    canLearn: learns && (state === "under-way" || state === "over"),
    ownAnswer: own && state === "planned" ? own.answer : undefined,
  };
}
