import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { ExpertFact } from "#lib/coverage/facts";
import { byService, instantAs, readInstant } from "#lib/coverage/loading/stored";
import { daysBefore } from "#lib/coverage/words";
import { uuids } from "#lib/order";

const answeredDays = 365;

type Row = { service: string; id: string; name: string; by: ExpertFact["by"]; at: string };

/**
 * Who is still here and knows these services, by name: was declared to, wrote or confirmed a living document of them,
 * or held or resolved an alert that paged their delivery side within a year.
 */
export async function loadExperts(ids: readonly string[], at: Temporal.Instant): Promise<Map<string, ExpertFact[]>> {
  const wanted = uuids(ids);
  const since = instantAs(daysBefore(at, answeredDays));
  const rows = await readRows<Row>(sql`
    with evidence as (
      select x.service_id as service, x.person_id as person, 'declared' as by, x.declared_at as at
      from experts x where x.service_id = any(${wanted})
      union all
      select d.service_id, r.person_id, 'wrote', max(r.at)
      from documents d join document_revisions r on r.document_id = d.id
      where d.service_id = any(${wanted}) and d.retired_at is null and r.is_substantial and r.person_id is not null
      group by 1, 2
      union all
      select d.service_id, v.person_id, 'reviewed', max(v.at)
      from documents d join document_reviews v on v.document_id = d.id
      where d.service_id = any(${wanted}) and d.retired_at is null group by 1, 2
      union all
      select a.service_id, who.person, 'answered', max(a.delivery_paged_at)
      from alerts a cross join lateral (values (a.holder_id), (a.resolved_by_id)) who(person)
      where a.service_id = any(${wanted}) and a.delivery_paged_at > ${since}
        and a.delivery_paged_at <= ${instantAs(at)} and not a.is_drill and who.person is not null
      group by 1, 2
    )
    select e.service, p.id, p.name, json_agg(distinct e.by) as by, to_json(max(e.at)) #>> '{}' as at
    from evidence e join people p on p.id = e.person
    where p.deactivated_at is null group by e.service, p.id, p.name order by p.name, p.id`);
  return new Map(
    [...byService(rows)].map(([service, known]) => [
      service,
      known.map(({ id, name, by, at: last }) => ({ id, name, by, at: readInstant(last) })),
    ]),
  );
}
