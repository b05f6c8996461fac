import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Pieces of statements about `alerts a`, with the service `s` and its delivery team `t` beside it. */

/** Somebody as alerts show them, as JSON; null where `id` is. */
export const personAs = (id: SQL) => sql`(
  select json_build_object('id', x.id, 'address', coalesce(x.email, x.handle), 'name', x.name, 'email', x.email,
    'timeZone', x.time_zone) from people x where x.id = ${id})`;

const refAs = (alias: "s" | "t", more = sql``) => {
  const name = sql.raw(alias);
  return sql`case when ${name}.id is null then null
    else json_build_object('slug', ${name}.slug, 'name', ${name}.name ${more}) end`;
};

/** A member of the storm, as its leader lists it. */
export const namedServiceAs = refAs("s");

export const aroundAlert = sql`
  left join services s on s.id = a.service_id
  left join teams t on t.id = s.delivery_team_id
  left join alert_rules r on r.id = a.rule_id`;

/** An `AlertItem` as JSON. */
export const itemAs = sql`jsonb_build_object(
  'id', a.id, 'service', ${refAs("s", sql`, 'tier', s.tier`)}, 'serviceSaid', a.service_said, 'team', ${refAs("t")},
  'rule', a.rule, 'summary', a.summary, 'status', a.status, 'severity', a.severity,
  'customerImpact', coalesce(a.customer_impact, r.customer_impact),
  'gate', json_build_object('decision', a.gate, 'reason', a.gate_reason, 'releasesAt', a.releases_at),
  'holder', ${personAs(sql`a.holder_id`)}, 'occurrences', a.occurrences, 'leaderId', a.leader_id,
  'joined', (select count(*)::int from alerts m where m.leader_id = a.id and m.resolved_at is null),
  'startsAt', a.starts_at, 'openedAt', a.opened_at, 'repeatedAt', a.repeated_at, 'acknowledgedAt', a.acknowledged_at,
  'resolvedAt', a.resolved_at, 'isDrill', a.is_drill)`;

const storm = sql`
  (select json_build_object('id', l.id, 'summary', l.summary, 'status', l.status)
    from alerts l where l.id = a.leader_id) as leader,
  (select coalesce(json_agg(json_build_object('id', m.id, 'summary', m.summary, 'status', m.status,
      'severity', m.severity, 'service', case when n.id is null then null
        else json_build_object('slug', n.slug, 'name', n.name) end)
      order by m.resolved_at is not null, m.opened_at, m.id), '[]')
    from (select * from alerts where leader_id = a.id order by resolved_at is not null, opened_at, id limit 300) m
      left join services n on n.id = m.service_id) as members`;

const messages = sql`
  (select coalesce(json_agg(json_build_object('method', n.method_kind,
      'status', n.status, 'dueAt', n.due_at, 'sentAt', n.sent_at, 'attempts', n.attempts, 'failure', n.failure)
      order by n.due_at, n.id), '[]')
    from notifications n where n.page_id = g.id)`;

const pagesAs = sql`
  (select coalesce(json_agg(json_build_object('id', g.id, 'person', ${personAs(sql`g.person_id`)}, 'seat', g.seat,
      'kind', g.kind, 'word', g.word, 'by', (select b.name from people b where b.id = g.by_id), 'at', g.at,
      'answeredAt', g.answered_at, 'messages', ${messages}) order by g.at, g.id), '[]')
    from pages g where g.alert_id = a.id) as pages`;

const reviewsAs = sql`
  (select coalesce(json_agg(json_build_object('person', ${personAs(sql`v.person_id`)},
      'wasCustomerFacing', v.was_customer_facing, 'wasActionable', v.was_actionable, 'missing', v.missing, 'at', v.at)
      order by v.at), '[]')
    from alert_reviews v where v.alert_id = a.id) as reviews`;

/** What one alert's view has beside its item, in columns of their own. */
export const factsAs = sql`
  split_part(a.origin, ':', 1) as origin,
  case when r.id is null then null else json_build_object('id', r.id, 'name', r.name,
    'customerImpact', r.customer_impact, 'isWithoutCustomerImpact', r.is_without_customer_impact,
    'impactAskedAt', r.impact_asked_at, 'runbookUrl', r.runbook_url) end as "ruleFacts",
  a.labels, a.details, a.links, a.intake_note as "intakeNote", ${personAs(sql`a.handed_to_id`)} as "handedTo",
  ${storm}, ${pagesAs}, ${reviewsAs},
  json_build_object('deliveryPagedAt', a.delivery_paged_at, 'deliveryEngagedAt', a.delivery_engaged_at,
    'opsPagedAt', a.ops_paged_at, 'pagesFrom', a.pages_from, 'nextStepAt', a.next_step_at) as times,
  ${personAs(sql`a.resolved_by_id`)} as "resolvedBy", a.cause, a.remedy, a.steps_taken as "stepsTaken",
  json_build_object('backupAfterMinutes', p.backup_after_minutes, 'opsAfterMinutes', p.ops_after_minutes,
    'leadAfterMinutes', p.lead_after_minutes, 'hasBackup', p.backup_rotation_id is not null) as path,
  s.delivery_team_id as "deliveryTeamId", s.ops_team_id as "opsTeamId",
  (select i.fallback_ops_team_id from installation i) as "fallbackOpsTeamId"`;
