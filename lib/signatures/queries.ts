import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { isAfter, isAmong, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";
import { type Owners, teamsOf } from "#lib/services/permissions";
import type { SignatureItem, SignatureView } from "#lib/signatures/views";

const itemColumns = sql`
  x.id, x.slug, x.meaning, x.pattern, x.labels, x.first_step as "firstStep",
  json_build_object('slug', s.slug, 'name', s.name, 'isRetired', s.retired_at is not null) as service,
  case when d.id is not null then json_build_object('slug', d.slug, 'title', d.title, 'anchor', x.runbook_anchor,
    'isRetired', d.retired_at is not null) end as runbook,
  to_json(x.changed_at) #>> '{}' as "changedAt"`;
const itemTables = sql`signatures x join services s on s.id = x.service_id left join documents d on d.id = x.runbook_id`;

type ItemRow = Omit<SignatureItem, "service"> & { service: SignatureView["service"] };

/** The signature of this address, retired ones included; former addresses of the service count. Undefined: none. */
export async function findSignature(viewer: Viewer, service: string, slug: string): Promise<SignatureView | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<Omit<SignatureView, "canEdit"> & Owners>(sql`
    select ${itemColumns}, x.cause, x.confirm,
      json_build_object('name', coalesce(p.name, x.actor), 'address', coalesce(p.email, p.handle)) as author,
      to_json(x.created_at) #>> '{}' as "createdAt", to_json(x.retired_at) #>> '{}' as "retiredAt",
      case when x.source is not null then json_build_object('source', x.source, 'location', x.location) end as source,
      s.delivery_team_id as "deliveryTeamId", s.ops_team_id as "opsTeamId"
    from ${itemTables} left join people p on p.id = x.person_id
    where x.slug = ${slug} and s.id = coalesce((select id from services where slug = ${service}),
      (select thing from former_addresses where noun = 'service' and address = ${service}))`);
  if (!row) return undefined;
  const { deliveryTeamId, opsTeamId, ...view } = row;
  const owners = teamsOf({ deliveryTeamId, opsTeamId });
  return { ...view, canEdit: can(viewer, "signature:edit", owners) };
}

const byMeaning: Order = [
  { value: sql`lower(x.meaning)`, as: "text" },
  { value: sql`x.id`, as: "uuid" },
];

/** A part of a service's signatures by their meaning, the living ones or those that were retired. */
export async function listServiceSignatures(
  viewer: Viewer,
  serviceId: string,
  { isRetired = false, cursor, limit = 50 }: { isRetired?: boolean; cursor?: string | undefined; limit?: number } = {},
): Promise<Part<SignatureItem>> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<ItemRow & SortValues>(sql`
    select ${itemColumns}, ${selectSortValues(byMeaning)} from ${itemTables}
    where x.service_id = ${serviceId}::uuid and (x.retired_at is null) = ${!isRetired} and ${isAfter(byMeaning, cursor)}
    order by ${orderBy(byMeaning)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byMeaning), itemOf);
}

/** How many living signatures a service has, and how many were retired. */
export async function countSignatures(viewer: Viewer, serviceId: string): Promise<{ living: number; retired: number }> {
  authorize(viewer, "catalog:read");
  const [counts] = await readRows<{ living: number; retired: number }>(sql`
    select (count(*) filter (where retired_at is null))::int as living,
      (count(*) filter (where retired_at is not null))::int as retired
    from signatures where service_id = ${serviceId}::uuid`);
  return counts ?? { living: 0, retired: 0 };
}

/** What a signature tells of its failure: why it happens, and how to make sure that it is this one. */
export type Told = Pick<SignatureView, "cause" | "confirm">;

/** Living signatures with these ids and what they tell, in no order. */
export async function listSignatures(viewer: Viewer, ids: readonly string[]): Promise<(SignatureItem & Told)[]> {
  authorize(viewer, "catalog:read");
  if (ids.length === 0) return [];
  const rows = await readRows<ItemRow & Told>(sql`
    select ${itemColumns}, x.cause, x.confirm from ${itemTables}
    where ${isAmong(sql`x.id`, ids)} and x.retired_at is null`);
  return rows.map(({ cause, confirm, ...row }) => ({ ...itemOf(row), cause, confirm }));
}

/** Places in the runbooks of a service, for a field in which one is chosen: the runbook itself, then its sections and steps. */
export type RunbookChoice = { address: string; title: string; place: string };

export async function suggestRunbookSteps(viewer: Viewer, service: string, query: string): Promise<RunbookChoice[]> {
  authorize(viewer, "catalog:read");
  const words = query.trim().toLowerCase().slice(0, 100).split(/\s+/).filter(Boolean);
  const isLike = words.map((word) => sql`strpos(lower(place.text), ${word}) > 0`);
  return readRows<RunbookChoice>(sql`
    select place.address, place.title, place.words as place from (
      select d.slug || case when p.anchor = '' then '' else '#' || p.anchor end as address, d.title, p.words,
        d.title || ' ' || d.slug || ' ' || p.words as text, p.ordinal, p.number
      from documents d join services s on s.id = d.service_id and s.slug = ${service}
        join document_sections x on x.document_id = d.id
        cross join lateral (
          select x.anchor, x.heading as words, x.ordinal, 0::bigint as number
          union all
          select x.anchor || '-' || step.number, x.heading || ' ' || step.number || ': ' || left(step.words, 120), x.ordinal, step.number
          from unnest(x.steps) with ordinality step(words, number)
        ) p
      where d.kind = 'runbook' and d.retired_at is null
    ) place where ${isLike.length > 0 ? sql.join(isLike, sql` and `) : sql`true`}
    order by lower(place.title), place.ordinal, place.number limit 20`);
}

function itemOf({
  id,
  slug,
  service,
  meaning,
  pattern,
  labels,
  firstStep,
  runbook,
  changedAt,
}: ItemRow): SignatureItem {
  const { isRetired: _, ...ref } = service;
  return { id, slug, service: ref, meaning, pattern, labels, firstStep, runbook, changedAt };
}
