import { type SQL, sql } from "drizzle-orm";
import type { Handle } from "#db/client";

/** An even number from 0 to `below`, always the same for the same thing and purpose. */
const drawn = (thing: string, purpose: string, below: number): SQL =>
  sql.raw(`(abs(hashtext(${thing}::text || '${purpose}')) % ${below})`);

const percent = (thing: string, purpose: string, share: number): SQL =>
  sql`${drawn(thing, purpose, 100)} < ${sql.raw(`${share}`)}`;

/**
 * Half a year that ends at `at` for an organisation that is there already, in a handful of statements: ways to reach
 * people, what became of documents, rules, alerts that paged and what became of them, reviews of the morning after, matches and drills. Of
 * timelines and messages nothing is made up: none of what coverage is measured by reads them.
 */
export async function fillLargePast(handle: Handle, at: Temporal.Instant): Promise<void> {
  const now = sql`${at.toString()}::timestamptz`;
  await handle.transaction(async (tx) => {
    for (const statement of [
      crews,
      methods(now),
      confirmations(now),
      marks(now),
      rules(now),
      pagedAlerts(now),
      drilledAlerts(now),
      drills(now),
      pages,
      reviews,
      matches,
    ])
      await tx.execute(statement);
    await tx.execute(sql`update installation set matched_until = ${now}`);
  });
}

const methods = (now: SQL) => sql`
  insert into contact_methods (id, person_id, kind, label, target, position, verified_at, worked_at, created_at)
  select gen_random_uuid(), p.id, 'email', 'Mail', jsonb_build_object('address', p.email), 1,
    ${now} - interval '1 year',
    case when ${percent("p.email", "worked", 99)} then ${now} - make_interval(days => ${drawn("p.email", "days", 92)}) end,
    ${now} - interval '1 year'
  from people p where p.email is not null and p.deactivated_at is null and ${percent("p.email", "reached", 98)}`;

/** The active members of each service's delivery team, so that one of them can be drawn at once. */
const crews = sql`
  create temporary table crew on commit drop as
  select s.id as service_id, t.people from services s join (
    select m.team_id, array_agg(m.person_id order by p.name) as people
    from memberships m join people p on p.id = m.person_id
    where m.ends_at is null and p.deactivated_at is null group by m.team_id
  ) t on t.team_id = s.delivery_team_id
  where s.retired_at is null`;

/** Whoever of `crew c` answers. */
const answerer = (thing: string) => sql`c.people[1 + abs(hashtext(${sql.raw(thing)})) % cardinality(c.people)]`;

/** Most of what is written was confirmed within the last months, by somebody of the delivery team. */
const confirmations = (now: SQL) => sql`
  insert into document_reviews (id, document_id, revision, person_id, at)
  select gen_random_uuid(), d.id, d.revision, ${answerer("d.slug")},
    ${now} - make_interval(days => ${drawn("s.slug || d.slug", "confirmed", 100)})
  from documents d join services s on s.id = d.service_id join crew c on c.service_id = d.service_id
  where d.retired_at is null and ${percent("s.slug || d.slug", "confirms", 95)}`;

/** The first step of a mitigation worked for somebody, of some runbooks longer ago than counts. */
const marks = (now: SQL) => sql`
  insert into step_marks (id, document_id, revision, anchor, step, verdict, person_id, at, idempotency_key)
  select gen_random_uuid(), d.id, d.revision, 'mitigation-1', x.steps[1], 'worked', ${answerer("d.slug")},
    ${now} - make_interval(days => 1 + ${drawn("s.slug || d.slug", "worked", 250)}), gen_random_uuid()
  from documents d join services s on s.id = d.service_id join crew c on c.service_id = d.service_id
    join document_sections x on x.document_id = d.id and x.anchor = 'mitigation'
  where d.retired_at is null and cardinality(x.steps) > 0 and ${percent("s.slug || d.slug", "marks", 40)}`;

/** One for each alert that a runbook answers, and for half of the services one that none does. */
const rules = (now: SQL) => sql`
  insert into alert_rules (id, service_id, name, customer_impact, is_without_customer_impact, created_at, changed_at)
  select gen_random_uuid(), r.service_id, r.name,
    case when ${percent("r.name", "impact", 70)} then 'Some cannot pay.' end, ${percent("r.name", "impact", 85)}
      and not ${percent("r.name", "impact", 70)}, ${now} - interval '1 year', ${now} - interval '1 year'
  from (
    select d.service_id, unnest(d.alert_names) as name from documents d where d.kind = 'runbook' and d.retired_at is null
    union
    select s.id, 'Unwritten' || left(md5(s.slug), 8) from services s where ${percent("s.slug", "unwritten", 50)}
  ) r join services s on s.id = r.service_id and s.retired_at is null
  on conflict do nothing`;

/** About one a rule, some rules with a dozen and many without any. Most were answered within minutes. */
const pagedAlerts = (now: SQL) => sql`
  insert into alerts (id, origin, dedup_key, service_id, rule_id, rule, status, severity, summary, starts_at, opened_at,
    repeated_at, last_delivery, gate, gate_reason, pages_from, delivery_paged_at, delivery_engaged_at, acknowledged_at,
    holder_id, resolved_at, resolved_by_id)
  select gen_random_uuid(), 'past', a.key, a.service_id, a.rule_id, a.name, 'resolved', 'critical', a.name || ' fires', a.at, a.at,
    a.at, a.key, 'page', 'customer-impact', a.at, a.at, a.engaged_at, a.engaged_at, a.person_id,
    a.at + interval '50 minutes', a.person_id
  from (
    select r.id as rule_id, r.name, r.service_id, s.slug || r.name || n as key, t.at, ${answerer("r.name || n")} as person_id,
      case when ${percent("s.slug || r.name || n", "engaged", 93)}
        then t.at + make_interval(mins => 1 + ${drawn("s.slug || r.name || n", "minutes", 18)}) end as engaged_at
    from alert_rules r join services s on s.id = r.service_id join crew c on c.service_id = s.id
      cross join lateral generate_series(1, ${drawn("s.slug || r.name", "alerts", 12)} - 7) n
      cross join lateral (select ${now} - make_interval(mins => 60 + ${drawn("s.slug || r.name || n", "at", 182 * 1440)}) as at) t
    where r.customer_impact is not null
  ) a`;

const drilledAlerts = (now: SQL) => sql`
  insert into alerts (id, origin, dedup_key, service_id, rule, status, severity, summary, customer_impact, starts_at, opened_at,
    repeated_at, last_delivery, gate, gate_reason, delivery_paged_at, delivery_engaged_at, acknowledged_at, holder_id,
    resolved_at, is_drill)
  select gen_random_uuid(), 'past-drill', s.id::text, s.id, 'Drill', 'resolved', 'info', 'Drill: the store is gone',
    'Nothing: this is a drill.', t.at, t.at, t.at, s.id::text, 'page', 'drill', t.at,
    t.at + interval '3 minutes', t.at + interval '3 minutes', ${answerer("s.slug")}, t.at + interval '20 minutes', true
  from services s join crew c on c.service_id = s.id
    cross join lateral (select ${now} - make_interval(days => 1 + ${drawn("s.slug", "drill-days", 300)}) as at) t
  where ${percent("s.slug", "drill", 12)}`;

const drills = (now: SQL) => sql`
  insert into drills (id, service_id, scenario, planned_by_id, planned_at, alert_id, raised_at, learnt)
  select gen_random_uuid(), a.service_id, 'The store is gone', a.holder_id, least(a.opened_at, ${now}) - interval '4 days', a.id,
    a.opened_at, 'It took a minute longer than written.'
  from alerts a where a.origin = 'past-drill' and a.holder_id is not null`;

const pages = sql`
  insert into pages (id, alert_id, person_id, seat, kind, key, at, answered_at)
  select gen_random_uuid(), a.id, a.holder_id, 'delivery', 'page', 'past', a.delivery_paged_at, a.delivery_engaged_at
  from alerts a where a.origin in ('past', 'past-drill') and a.holder_id is not null`;

const reviews = sql`
  insert into alert_reviews (alert_id, person_id, was_customer_facing, was_actionable, at)
  select a.id, a.holder_id, ${percent("a.dedup_key", "seen", 75)}, ${percent("a.dedup_key", "needed", 80)}, a.resolved_at + interval '9 hours'
  from alerts a where a.origin = 'past' and a.holder_id is not null and ${percent("a.dedup_key", "review", 55)}`;

const matches = sql`
  insert into signature_matches (alert_id, signature_id, at)
  select a.id, x.id, a.resolved_at + interval '1 minute'
  from alerts a cross join lateral (select x.id from signatures x where x.service_id = a.service_id and x.retired_at is null
    order by hashtext(x.slug || a.rule) limit 1) x
  where a.origin = 'past' and ${percent("a.rule", "match", 65)}`;
