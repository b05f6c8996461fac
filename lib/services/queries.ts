import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { StoredLink } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { escapeLike, uuids } from "#lib/order";
import type { GapKind } from "#lib/services/gaps";
import { permissionsFor } from "#lib/services/permissions";

export type TeamRef = { slug: string; name: string };
export type PersonRef = { address: string; name: string };

/** A thing that a service needs, or that needs it: another service, or an entry of the catalog. */
export type Neighbour = {
  dependency: string;
  noun: "service" | "api" | "resource" | "system" | "domain";
  slug: string;
  name: string;
  kind: "hard" | "soft";
  relation: "depends-on" | "consumes-api" | "provides-api";
  team: TeamRef | null;
  tier: number | null;
  isRetired: boolean;
  /** The import that says so; null when a person did. */
  source: string | null;
};

export type ServiceView = {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  type: string | null;
  tier: number | null;
  lifecycle: "experimental" | "production" | "deprecated";
  customerFacing: boolean | null;
  repository: string | null;
  links: StoredLink[];
  deliveryTeam: (TeamRef & { chat: string | null; peopleCount: number; leads: PersonRef[] }) | null;
  opsTeam: (TeamRef & { chat: string | null }) | null;
  /** Since when the present teams own it; ISO instants. */
  deliverySince: string | null;
  opsSince: string | null;
  ownerReference: string | null;
  /** When somebody said that it needs nothing else; an ISO instant. */
  needsNothingSince: string | null;
  system: TeamRef | null;
  partOf: TeamRef | null;
  parts: TeamRef[];
  experts: (PersonRef & { note: string | null; isActive: boolean; declaredAt: string })[];
  gaps: GapKind[];
  retiredAt: string | null;
  createdAt: string;
  changedAt: string;
  isStarred: boolean;
  permissions: ReturnType<typeof permissionsFor>;
};

type ServiceRow = Omit<ServiceView, "permissions"> & { deliveryTeamId: string | null; opsTeamId: string | null };

/** The service at this address, former ones included, or undefined when there is none. One round trip. */
export async function findService(viewer: Viewer, slug: string): Promise<ServiceView | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<ServiceRow>(sql`
    with chosen as (
      select id from services where slug = ${slug}
      union all
      select thing from former_addresses where noun = 'service' and address = ${slug}
        and not exists (select from services where slug = ${slug})
    )
    select s.id, s.slug, s.name, s.description, s.type, s.tier, s.lifecycle, s.customer_facing as "customerFacing",
      s.repository, s.links, s.owner_reference as "ownerReference", s.gaps, s.delivery_team_id as "deliveryTeamId",
      s.ops_team_id as "opsTeamId", to_json(s.needs_nothing_since) #>> '{}' as "needsNothingSince",
      to_json(s.retired_at) #>> '{}' as "retiredAt",
      to_json(s.created_at) #>> '{}' as "createdAt", to_json(s.changed_at) #>> '{}' as "changedAt",
      case when d.id is not null then json_build_object('slug', d.slug, 'name', d.name, 'chat', d.chat,
        'peopleCount', (select count(*) from memberships m join people p on p.id = m.person_id
          where m.team_id = d.id and m.ends_at is null and p.deactivated_at is null),
        'leads', coalesce((select json_agg(json_build_object('address', coalesce(p.email, p.handle), 'name', p.name) order by p.name)
          from memberships m join people p on p.id = m.person_id
          where m.team_id = d.id and m.ends_at is null and m.role = 'lead' and p.deactivated_at is null), '[]')
      ) end as "deliveryTeam",
      case when o.id is not null then json_build_object('slug', o.slug, 'name', o.name, 'chat', o.chat) end as "opsTeam",
      (select to_json(starts_at) #>> '{}' from ownerships where service_id = s.id and role = 'delivery' and ends_at is null) as "deliverySince",
      (select to_json(starts_at) #>> '{}' from ownerships where service_id = s.id and role = 'ops' and ends_at is null) as "opsSince",
      (select json_build_object('slug', e.slug, 'name', e.name) from entries e where e.id = s.system_id) as system,
      (select json_build_object('slug', w.slug, 'name', w.name) from services w where w.id = s.part_of_id) as "partOf",
      coalesce((select json_agg(json_build_object('slug', c.slug, 'name', c.name) order by c.name)
        from services c where c.part_of_id = s.id and c.retired_at is null), '[]') as parts,
      coalesce((select json_agg(json_build_object('address', coalesce(p.email, p.handle), 'name', p.name, 'note', x.note,
          'isActive', p.deactivated_at is null, 'declaredAt', x.declared_at) order by x.declared_at, p.name)
        from experts x join people p on p.id = x.person_id where x.service_id = s.id), '[]') as experts,
      exists (select from stars where service_id = s.id and person_id = ${viewer.personId}::uuid) as "isStarred"
    from chosen join services s on s.id = chosen.id
      left join teams d on d.id = s.delivery_team_id left join teams o on o.id = s.ops_team_id`);
  if (!row) return undefined;
  const { deliveryTeamId, opsTeamId, ...view } = row;
  return { ...view, permissions: permissionsFor(viewer, { deliveryTeamId, opsTeamId }) };
}

/** Whether a service has this address, or had it once. */
export async function hasService(viewer: Viewer, slug: string): Promise<boolean> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<{ has: boolean }>(sql`
    select exists (select from services where slug = ${slug})
      or exists (select from former_addresses where noun = 'service' and address = ${slug}) as has`);
  return row?.has ?? false;
}

/** What a service needs and what needs it, one step in each direction; hard ones first, then by name. */
export async function listNeighbours(
  viewer: Viewer,
  serviceId: string,
): Promise<{ needs: Neighbour[]; neededBy: Neighbour[] }> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Neighbour & { isNeed: boolean }>(sql`
    select d.id as dependency, d.from_id = ${serviceId}::uuid as "isNeed", d.kind, d.relation, d.source,
      coalesce(e.kind, 'service') as noun, coalesce(s.slug, e.slug) as slug, coalesce(s.name, e.name) as name,
      case when t.id is not null then json_build_object('slug', t.slug, 'name', t.name) end as team,
      s.tier, coalesce(s.retired_at, e.retired_at) is not null as "isRetired"
    from dependencies d
      left join services s on s.id = case when d.from_id = ${serviceId}::uuid then d.to_service_id else d.from_service_id end
      left join entries e on e.id = case when d.from_id = ${serviceId}::uuid then d.to_entry_id else d.from_entry_id end
      left join teams t on t.id = coalesce(s.delivery_team_id, e.owner_team_id)
    where d.from_id = ${serviceId}::uuid or d.to_id = ${serviceId}::uuid
    order by d.kind, lower(coalesce(s.name, e.name))`);
  const side = (wanted: boolean) =>
    rows.filter(({ isNeed }) => isNeed === wanted).map(({ isNeed: _, ...neighbour }) => neighbour);
  return { needs: side(true), neededBy: side(false) };
}

export type OwnershipAt = { role: "delivery" | "ops"; team: TeamRef; from: string; to: string | null };

/** Who owned the service at `at`; the spans are half-open. Empty roles had no owner. Undefined: no such service. */
export async function findOwnership(
  viewer: Viewer,
  slug: string,
  at: Temporal.Instant,
): Promise<OwnershipAt[] | undefined> {
  const spans = await listOwnerships(viewer, slug);
  return spans?.filter(({ from, to }) => isWithin(at, from, to));
}

/** Every owner the service ever had, newest first. Undefined: no such service. */
export async function listOwnerships(viewer: Viewer, slug: string): Promise<OwnershipAt[] | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<{ spans: OwnershipAt[] }>(sql`
    select coalesce(json_agg(json_build_object('role', o.role, 'team', json_build_object('slug', t.slug, 'name', t.name),
        'from', o.starts_at, 'to', o.ends_at) order by o.starts_at desc, o.role) filter (where o.id is not null), '[]') as spans
    from services s
      left join (ownerships o join teams t on t.id = o.team_id)
        on o.service_id = s.id and (o.ends_at is null or o.ends_at > o.starts_at)
    where s.id = coalesce((select id from services where slug = ${slug}),
      (select thing from former_addresses where noun = 'service' and address = ${slug}))
    group by s.id`);
  return row?.spans;
}

function isWithin(at: Temporal.Instant, from: string, to: string | null): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && (to === null || Temporal.Instant.compare(at, to) < 0);
}

export type Suggestion = { slug: string; name: string; hint: string | null };

/** Living services whose name or address is like `query`, best first: for fields in which one is chosen. */
export function suggestServices(viewer: Viewer, query: string): Promise<Suggestion[]> {
  authorize(viewer, "catalog:read");
  const wanted = query.trim().toLowerCase().slice(0, 100);
  return readRows<Suggestion>(sql`
    select s.slug, s.name, t.name as hint from services s left join teams t on t.id = s.delivery_team_id
    where s.retired_at is null
      and (${wanted} = '' or lower(s.name || ' ' || s.slug) like ${`%${escapeLike(wanted)}%`} or ${wanted} <% lower(s.name || ' ' || s.slug))
    order by word_similarity(${wanted}, lower(s.name || ' ' || s.slug)) desc, lower(s.name), s.id limit 12`);
}

/** The living teams of which the viewer is a member, by name. */
export async function listOwnTeams(viewer: Viewer): Promise<TeamRef[]> {
  authorize(viewer, "catalog:read");
  const teamIds = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return readRows<TeamRef>(
    sql`select slug, name from teams where id = any(${teamIds}) and retired_at is null order by lower(name), id`,
  );
}
