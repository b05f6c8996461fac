import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { type Part, partOf, writeCursor } from "#lib/cursor";
import { roomOf } from "#lib/documents/addresses";
import type { DocumentFilter } from "#lib/documents/filter";
import { loadFreshness } from "#lib/documents/freshness-queries";
import type { OneDocument } from "#lib/documents/inputs";
import { renderedOf } from "#lib/documents/markdown/rendered-of";
import { permissionsFor } from "#lib/documents/permissions";
import type { DocumentItem, DocumentView } from "#lib/documents/views";
import {
  escapeLike,
  isAfter,
  type Order,
  orderBy,
  type SortValues,
  selectSortValues,
  sortValuesOf,
  uuids,
} from "#lib/order";
import { searchWords } from "#lib/services/filter";
import type { Owners } from "#lib/services/permissions";

type DocumentRow = Omit<DocumentView, "outline" | "permissions"> & { owners: Owners & { isExpert: boolean } };

/** The document at this address, former ones included, with its present text; undefined when there is none. One round trip. */
export async function findDocument(viewer: Viewer, address: OneDocument): Promise<DocumentView | undefined> {
  authorize(viewer, "catalog:read");
  const [row] = await readRows<DocumentRow>(sql`
    with ${chosenDocument(address)}
    select d.id, d.kind, d.slug, d.title, d.alert_names as "alertNames", d.revision, r.body,
      json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'isRetired', s.retired_at is not null) as service,
      json_build_object('author', ${authorOf}, 'at', r.at, 'summary', r.summary) as "lastChange",
      d.review_interval_days as "reviewIntervalDays",
      case when d.source is not null then json_build_object('source', d.source, 'location', d.location) end as source,
      to_json(d.retired_at) #>> '{}' as "retiredAt", to_json(d.created_at) #>> '{}' as "createdAt",
      exists (select from follows f where f.document_id = d.id and f.person_id = ${viewer.personId}::uuid) as "isFollowed",
      json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id, 'isExpert',
        exists (select from experts x where x.service_id = s.id and x.person_id = ${viewer.personId}::uuid)) as owners
    from documents d join services s on s.id = d.service_id
      join document_revisions r on r.document_id = d.id and r.number = d.revision
      left join people p on p.id = r.person_id
    where d.id = (select id from chosen limit 1)`);
  if (!row) return undefined;
  const { owners, ...view } = row;
  const { outline } = renderedOf(row.id, row.revision, row.body, row.kind);
  return { ...view, outline, permissions: permissionsFor(viewer, owners) };
}

/** `chosen`: the id of the document at this address; former addresses of the service and of the document count too. */
function chosenDocument({ service, kind, slug }: OneDocument): SQL {
  return sql`place as (
      select id from services where slug = ${service}
      union all
      select thing from former_addresses where noun = 'service' and address = ${service}
        and not exists (select from services where slug = ${service})
    ),
    present as (
      select d.id from place join documents d on d.service_id = place.id and d.kind = ${kind} and d.slug = ${slug}
    ),
    chosen as (
      select id from present
      union all
      select f.thing from place join former_addresses f
        on f.noun = 'document' and f.address = place.id::text || ${`/${roomOf(kind)}/${slug}`}
      where not exists (select from present)
    )`;
}

/** Whoever wrote the revision `r`; `p` is their row. */
export const authorOf = sql`json_build_object('address', coalesce(p.email, p.handle), 'name', coalesce(p.name, r.actor))`;

type ListRow = Omit<DocumentItem, "freshness"> & SortValues;

const byChange: Order = [
  { value: sql`d.changed_at`, as: "timestamptz" },
  { value: sql`d.id`, as: "uuid" },
];
const itemColumns = sql`d.id, d.kind, d.slug, d.title, json_build_object('slug', s.slug, 'name', s.name) as service,
  d.alert_names as "alertNames", to_json(d.changed_at) #>> '{}' as "changedAt"`;

const defaultLimit = 50;
/** How many documents one call looks at for a state, which only their facts tell. */
const mostLookedAt = 1_000;

/**
 * A part of the documents, lately changed first. With `state` a part may be shorter than asked for, or empty, and
 * still have a next one: it ends where enough documents were looked at.
 */
export async function listDocuments(viewer: Viewer, filter: DocumentFilter, at = now()): Promise<Part<DocumentItem>> {
  authorize(viewer, "catalog:read");
  const limit = filter.limit ?? defaultLimit;
  if (!filter.state) return withFreshness(await listRows(viewer, filter, limit), at);
  const items: DocumentItem[] = [];
  let cursor: string | null | undefined = filter.cursor;
  for (let seen = 0; seen < mostLookedAt; ) {
    const rows: Part<ListRow> = await listRows(viewer, { ...filter, cursor: cursor ?? undefined }, stateBatch);
    const { items: fresh } = await withFreshness(rows, at);
    for (const [index, item] of fresh.entries()) {
      if (item.freshness.state !== filter.state) continue;
      items.push(item);
      const row = rows.items[index];
      const isLast = index === fresh.length - 1 && rows.nextCursor === null;
      if (items.length === limit && row)
        return { items, nextCursor: isLast ? null : writeCursor(sortValuesOf(byChange)(row)) };
    }
    cursor = rows.nextCursor;
    if (cursor === null) return { items, nextCursor: null };
    seen += rows.items.length;
  }
  return { items, nextCursor: cursor ?? null };
}

const stateBatch = 200;

async function listRows(viewer: Viewer, filter: DocumentFilter, limit: number): Promise<Part<ListRow>> {
  const rows = await readRows<ListRow>(sql`
    select ${itemColumns}, ${selectSortValues(byChange)}
    from documents d join services s on s.id = d.service_id
    where ${matches(viewer, filter)} and ${isAfter(byChange, filter.cursor, "desc")}
    order by ${orderBy(byChange, "desc")} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byChange), (row) => row);
}

async function withFreshness(
  { items: rows, nextCursor }: Part<Omit<DocumentItem, "freshness">>,
  at: Temporal.Instant,
): Promise<Part<DocumentItem>> {
  const freshness = await loadFreshness(
    rows.map(({ id }) => id),
    at,
  );
  const items = rows.map(({ id, kind, slug, title, service, alertNames, changedAt }) => {
    const known = freshness.get(id);
    if (!known) throw new Error(`Nothing is known of how fresh the document ${id} is.`);
    return { id, kind, slug, title, service, alertNames, freshness: known, changedAt };
  });
  return { items, nextCursor };
}

function matches(viewer: Viewer, { query, service, team, kind, mine, retired }: DocumentFilter): SQL {
  const own = uuids(viewer.memberships.map(({ teamId }) => teamId));
  const teamId = sql`(select id from teams where slug = ${team})`;
  return sql.join(
    [
      // What is written of a retired service rests with it.
      retired ? sql`d.retired_at is not null` : sql`d.retired_at is null and s.retired_at is null`,
      service ? sql`s.id = ${serviceAt(service)}` : sql`true`,
      team ? sql`(s.delivery_team_id = ${teamId} or s.ops_team_id = ${teamId})` : sql`true`,
      kind ? sql`d.kind = ${kind}` : sql`true`,
      mine ? sql`(s.delivery_team_id = any(${own}) or s.ops_team_id = any(${own}))` : sql`true`,
      ...searchWords(query).map((word) => sql`lower(d.title || ' ' || d.slug) like ${`%${escapeLike(word)}%`}`),
    ],
    sql` and `,
  );
}

/** The living documents of one service: runbooks first, by title. */
export async function listServiceDocuments(viewer: Viewer, serviceId: string, at = now()): Promise<DocumentItem[]> {
  authorize(viewer, "catalog:read");
  const items = await readRows<Omit<DocumentItem, "freshness">>(sql`
    select ${itemColumns} from documents d join services s on s.id = d.service_id
    where d.service_id = ${serviceId}::uuid and d.retired_at is null
    order by d.kind desc, lower(d.title), d.id`);
  return (await withFreshness({ items, nextCursor: null }, at)).items;
}

/** A document as a link needs it. */
export type DocumentRef = Pick<DocumentItem, "id" | "kind" | "slug" | "title" | "service">;

/** The living runbooks that answer an alert of this name, of one service where it is given; lately changed first. */
export function listRunbooksByAlertName(viewer: Viewer, alertName: string, service?: string): Promise<DocumentRef[]> {
  authorize(viewer, "catalog:read");
  return readRows<DocumentRef>(sql`
    select d.id, d.kind, d.slug, d.title, json_build_object('slug', s.slug, 'name', s.name) as service
    from documents d join services s on s.id = d.service_id
    where d.alert_names @> array[${alertName}]::text[] and d.retired_at is null and s.retired_at is null
      and ${service === undefined ? sql`true` : sql`s.id = ${serviceAt(service)}`}
    order by d.changed_at desc, d.id limit 50`);
}

/** The first of these: the runbook to open for this alert. */
export async function findRunbookByAlertName(
  viewer: Viewer,
  alertName: string,
  service?: string,
): Promise<DocumentRef | undefined> {
  return (await listRunbooksByAlertName(viewer, alertName, service))[0];
}

const serviceAt = (slug: string) => sql`coalesce((select id from services where slug = ${slug}),
  (select thing from former_addresses where noun = 'service' and address = ${slug}))`;
