import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { lineKey, mostLines } from "#lib/records/lines";
import { type Asked, instantText, said } from "#lib/records/parts/part";
import { endsOf, iso, isWithin } from "#lib/records/parts/window";
import type { RecordLine, Saying } from "#lib/records/views";
import { momentWords, sentence } from "#lib/records/words";

type Row = {
  id: string;
  summary: string;
  rule: string;
  service: string | null;
  openedAt: string;
  /** Only where it was this person who resolved it. */
  cause: string | null;
  remedy: string | null;
  notes: string[];
  review: { wasCustomerFacing: boolean | null; wasActionable: boolean | null; missing: string | null } | null;
};

/**
 * The alerts that somebody answered in a span, with what they wrote of them: the cause, what worked, notes and what
 * they said the morning after. Those of drills stand among the drills. The latest first, one more than is shown.
 */
export async function findAlerts({ personId, span, timeZone }: Asked): Promise<RecordLine[]> {
  const [from, to] = endsOf(span);
  const person = sql`${personId}::uuid`;
  const rows = await readRows<Row>(sql`
    with answered as (
      select alert_id as id from pages where person_id = ${person} and at >= ${from} and at < ${to} and answered_at is not null
      union
      select id from alerts where resolved_by_id = ${person} and resolved_at >= ${from} and resolved_at < ${to}
      union
      select alert_id from alert_reviews where person_id = ${person} and ${isWithin(sql`at`, span)}
    ),
    chosen as (
      select a.* from alerts a where a.id in (select id from answered) and not a.is_drill
      order by a.opened_at desc, a.id limit ${mostLines + 1}
    )
    select a.id, a.summary, a.rule, s.name as service, ${iso("a.opened_at")} as "openedAt",
      case when a.resolved_by_id = ${person} then a.cause end as cause,
      case when a.resolved_by_id = ${person} then a.remedy end as remedy,
      coalesce((select json_agg(e.detail ->> 'words' order by e.id) from alert_entries e
        where e.alert_id = a.id and e.person_id = ${person} and e.kind = 'noted'), '[]') as notes,
      (select json_build_object('wasCustomerFacing', r.was_customer_facing, 'wasActionable', r.was_actionable,
          'missing', r.missing) from alert_reviews r where r.alert_id = a.id and r.person_id = ${person}) as review
    from chosen a left join services s on s.id = a.service_id
    order by a.opened_at desc, a.id`);
  return rows.map((row) => lineOf(row, timeZone));
}

function lineOf({ id, summary, rule, service, openedAt, ...words }: Row, timeZone: string): RecordLine {
  const where = [service, rule, momentWords(openedAt, timeZone)].filter((part) => part !== null);
  const says = [said(`${where.join(" · ")}.`), ...learntWords(words)];
  return { key: lineKey("alert", id), title: summary, href: `/alerts/${id}`, says, at: instantText(openedAt) };
}

function learntWords({ cause, remedy, notes, review }: Pick<Row, "cause" | "remedy" | "notes" | "review">): Saying[] {
  return [
    ...(cause ? [said(sentence(cause), "It was")] : []),
    ...(remedy ? [said(sentence(remedy), "What worked")] : []),
    ...notes.map((note) => said(sentence(note), "Noted")),
    ...(review ? reviewWords(review) : []),
  ];
}

function reviewWords({ wasCustomerFacing, wasActionable, missing }: NonNullable<Row["review"]>): Saying[] {
  const answers = [
    wasCustomerFacing === null ? null : wasCustomerFacing ? "customers saw it" : "customers saw nothing of it",
    wasActionable === null ? null : wasActionable ? "there was something to do" : "there was nothing to do",
  ].filter((answer) => answer !== null);
  return [
    ...(answers.length > 0 ? [said(`${capital(answers.join(", and "))}.`, "The morning after")] : []),
    ...(missing ? [said(sentence(missing), "The briefing lacked")] : []),
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
