import "server-only";
import { sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import type { Delivery } from "#lib/alerts/intake/delivery";
import type { WorkingHours } from "#lib/alerts/working-hours";
import type { Named } from "#lib/event-kinds";

/** What intake has to know of a service at the instant of a delivery. */
export type ServiceFacts = {
  id: string;
  named: Named;
  workingHours: WorkingHours | null;
  /** When the maintenance window ends that holds now. */
  maintenanceUntil: Temporal.Instant | null;
};

type Row = {
  name: string;
  id: string;
  slug: string;
  title: string;
  retired: boolean;
  hours: WorkingHours | null;
  until: string | null;
};

/** The living service of a delivery, or null; and what its sender calls it. */
export type FoundService = { service: ServiceFacts | null; serviceSaid: string | null };

/**
 * Finds the service of each delivery: by its id, by its slug (also a former one), or by a name that an administrator
 * has mapped. A retired service is nobody's: its alerts are unrouted.
 */
export async function findServices(
  tx: Tx,
  deliveries: readonly Delivery[],
  at: Temporal.Instant,
): Promise<(delivery: Delivery) => FoundService> {
  const names = new Set(deliveries.flatMap(({ serviceSaid, alsoSaid }) => namesOf(serviceSaid, alsoSaid)));
  const ids = new Set(deliveries.flatMap(({ serviceId }) => serviceId ?? []));
  const rows = names.size + ids.size > 0 ? await rowsOf<Row>(tx, statement([...names], [...ids], at)) : [];
  const found = new Map(rows.map((row) => [row.name, row]));
  return ({ serviceId, serviceSaid, alsoSaid }) => {
    const row = serviceId
      ? found.get(serviceId)
      : namesOf(serviceSaid, alsoSaid).reduce<Row | undefined>((known, name) => known ?? found.get(name), undefined);
    return { service: row && !row.retired ? factsOf(row) : null, serviceSaid: serviceSaid ?? row?.slug ?? null };
  };
}

// Among names the first is what the sender calls the service; another leads to one only by an administrator's word.
const namesOf = (said: string | null, also: string | null | undefined): string[] => [
  ...(said ? [said.toLowerCase()] : []),
  ...(also ? [`${mappedOnly}${also.toLowerCase()}`] : []),
];
const mappedOnly = "mapped:";

function factsOf({ id, slug, title, hours, until }: Row): ServiceFacts {
  const maintenanceUntil = until === null ? null : Temporal.Instant.from(until);
  return { id, named: { slug, name: title }, workingHours: hours, maintenanceUntil };
}

const statement = (names: readonly string[], ids: readonly string[], at: Temporal.Instant) => sql`
  with said as (
    select n.name, (select known.id from (
        select 1 as rank, id from services where slug = n.name and retired_at is null
        union all select 2, id from services where slug = replace(n.name, '_', '-') and retired_at is null
        union all select 3, service_id from intake_names
          where name = case when n.name like ${`${mappedOnly}%`} then substr(n.name, ${mappedOnly.length + 1}::int) else n.name end
        union all select 4, thing from former_addresses where noun = 'service' and address = n.name
      ) known join services s on s.id = known.id and s.retired_at is null order by rank limit 1) as id
    from jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb) n(name)
    union all
    select i.id, i.id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) i(id)
  )
  select said.name, s.id, s.slug, s.name as title, s.retired_at is not null as retired, t.working_hours as hours,
    (select max(w.ends_at) from maintenance_windows w
      where w.service_id = s.id and w.starts_at <= ${at.toString()}::timestamptz and w.ends_at > ${at.toString()}::timestamptz)::text as until
  from said join services s on s.id = said.id left join teams t on t.id = s.delivery_team_id`;
