import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { RuleFilter, RuleWay } from "#lib/alerts/rules/filter";
import { authorize, type Viewer } from "#lib/auth/policy";
import { type Part, partOf } from "#lib/cursor";
import { escapeLike, isAfter, type Order, orderBy, type SortValues, selectSortValues, sortValuesOf } from "#lib/order";
import { type Owners, permissionsFor } from "#lib/services/permissions";

/** An alert rule, and where whoever it wakes is led. */
export type RuleItem = {
  id: string;
  name: string;
  service: { slug: string; name: string } | null;
  severities: string[];
  summary: string | null;
  /** The runbook here that answers it: of its service, or of any where it has none. */
  runbook: { slug: string; title: string; service: { slug: string; name: string } } | null;
  runbookUrl: string | null;
  /** What the customer sees; null with `isWithoutCustomerImpact` false: nobody has said. */
  customerImpact: string | null;
  isWithoutCustomerImpact: boolean;
  canWrite: boolean;
};

const byName: Order = [
  { value: sql`lower(a.name)`, as: "text" },
  { value: sql`a.id`, as: "uuid" },
];

type Row = Omit<RuleItem, "canWrite"> & { owners: Owners } & SortValues;

/** The runbook of a rule `a`: `d`, with its service `ds`. */
const answering = sql`left join lateral (
    select d.slug, d.title, d.service_id from documents d join services o on o.id = d.service_id
    where d.alert_names @> array[a.name] and d.retired_at is null and o.retired_at is null
      and (a.service_id is null or d.service_id = a.service_id)
    order by d.changed_at desc, d.id limit 1) d on true left join services ds on ds.id = d.service_id`;

/** A part of the living alert rules by name, with the way to a runbook that each has. */
export async function listRules(viewer: Viewer, filter: RuleFilter): Promise<Part<RuleItem>> {
  authorize(viewer, "catalog:read");
  const { way, query, service, cursor, limit = 50 } = filter;
  const conditions: SQL[] = [
    sql`a.retired_at is null`,
    sql`(s.id is null or s.retired_at is null)`,
    isAfter(byName, cursor),
  ];
  if (way) conditions.push(conditionOf[way]);
  if (query) conditions.push(sql`lower(a.name) like ${`%${escapeLike(query.toLowerCase())}%`}`);
  if (service) conditions.push(sql`s.slug = ${service}`);
  const rows = await readRows<Row>(sql`
    select a.id, a.name, a.runbook_url as "runbookUrl", a.customer_impact as "customerImpact",
      a.is_without_customer_impact as "isWithoutCustomerImpact", a.variants #>> '{0,summary}' as summary,
      coalesce((select json_agg(distinct v ->> 'severity') from jsonb_array_elements(a.variants) v
        where v ->> 'severity' is not null), '[]') as severities,
      case when s.id is not null then json_build_object('slug', s.slug, 'name', s.name) end as service,
      case when ds.id is not null then json_build_object('slug', d.slug, 'title', d.title,
        'service', json_build_object('slug', ds.slug, 'name', ds.name)) end as runbook,
      json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id) as owners,
      ${selectSortValues(byName)}
    from alert_rules a left join services s on s.id = a.service_id ${answering}
    where ${sql.join(conditions, sql` and `)} order by ${orderBy(byName)} limit ${limit + 1}`);
  return partOf(rows, limit, sortValuesOf(byName), ({ id, name, service, severities, summary, runbook, ...row }) => ({
    ...{ id, name, service, severities, summary, runbook, runbookUrl: row.runbookUrl },
    ...{ customerImpact: row.customerImpact, isWithoutCustomerImpact: row.isWithoutCustomerImpact },
    canWrite: service !== null && permissionsFor(viewer, row.owners).canEdit,
  }));
}

const conditionOf: Record<RuleWay, SQL> = {
  here: sql`ds.id is not null`,
  outside: sql`ds.id is null and a.runbook_url is not null`,
  none: sql`ds.id is null and a.runbook_url is null`,
};

/** How many living alert rules lead to a runbook here, only to one outside, and to none. */
export async function countRules(viewer: Viewer): Promise<Record<RuleWay, number>> {
  authorize(viewer, "catalog:read");
  const [counts] = await readRows<Record<RuleWay, number>>(sql`
    select (count(*) filter (where ${conditionOf.here}))::int as here,
      (count(*) filter (where ${conditionOf.outside}))::int as outside,
      (count(*) filter (where ${conditionOf.none}))::int as none
    from alert_rules a left join services s on s.id = a.service_id ${answering}
    where a.retired_at is null and (s.id is null or s.retired_at is null)`);
  return counts ?? { here: 0, outside: 0, none: 0 };
}

/** Names of the living alert rules of a service that none of its runbooks answers. */
export async function listRulesWithoutRunbook(viewer: Viewer, serviceId: string): Promise<string[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<{ name: string }>(sql`
    select a.name from alert_rules a
    where a.service_id = ${serviceId}::uuid and a.retired_at is null and not exists (
      select from documents d where d.service_id = a.service_id and d.retired_at is null and d.alert_names @> array[a.name])
    order by a.name`);
  return rows.map(({ name }) => name);
}
