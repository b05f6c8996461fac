import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { iso, isWithin } from "#lib/records/parts/window";
import type { RecordLine } from "#lib/records/views";
import { dayWords, sentence } from "#lib/records/words";

type Row = {
  id: string;
  scenario: string;
  service: { slug: string; name: string };
  raisedAt: string;
  learnt: string | null;
  isPlanner: boolean;
  tookPart: boolean;
};

/** The drills of a span that somebody took part in or planned. One that was called off did not take place. */
export async function findDrills({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const person = sql`${personId}::uuid`;
  const rows = await readRows<Row>(sql`
    select d.id, d.scenario, json_build_object('slug', s.slug, 'name', s.name) as service,
      ${iso("d.raised_at")} as "raisedAt", d.learnt, d.planned_by_id = ${person} as "isPlanner",
      exists (select from drill_people p where p.drill_id = d.id and p.person_id = ${person} and p.agreed_at is not null)
        as "tookPart"
    from drills d join services s on s.id = d.service_id
    where ${isWithin(sql`d.raised_at`, span)} and (d.planned_by_id = ${person} or d.id in (
      select drill_id from drill_people where person_id = ${person} and agreed_at is not null))
    order by d.raised_at desc, d.id limit ${mostLines + 1}`);
  return rows.map(({ id, scenario, service, raisedAt, learnt, isPlanner, tookPart }) => ({
    key: lineKey("drill", id),
    title: scenario,
    href: `/services/${service.slug}/drills`,
    says: [
      said(`${partWords(isPlanner, tookPart)} a drill of ${service.name} on ${dayWords(raisedAt, timeZone)}.`),
      ...(learnt ? [said(sentence(learnt), "It showed")] : []),
    ],
    at: instantText(raisedAt),
  }));
}

const partWords = (isPlanner: boolean, tookPart: boolean) =>
  isPlanner && tookPart ? "Planned and took part in" : isPlanner ? "Planned" : "Took part in";
