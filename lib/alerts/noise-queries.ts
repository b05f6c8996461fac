import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { uuids } from "#lib/order";
import type { Ref } from "#lib/rotations/views";
import { type Owners, permissionsFor } from "#lib/services/permissions";

/** A rule of which nobody has said what the customer sees. It waits since it was asked; null: it never fired. */
export type RuleToAnswer = {
  id: string;
  name: string;
  service: Ref;
  summary: string | null;
  askedAt: string | null;
  /** How often it fired in the last 30 days. */
  count: number;
  canAnswer: boolean;
};

/** A rule whose alerts ask for nobody: of low severity, without customer impact, or said to need nobody. */
export type Noise = { rule: string; service: Ref; count: number; lastAt: string; unneeded: number };

const [noiseDays, most] = [30, 12];

/** The rules of the viewer's teams that wait for an answer, those that asked first. */
export function listRulesToAnswer(viewer: Viewer, at: Temporal.Instant): Promise<RuleToAnswer[]> {
  const mine = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return listUnanswered(viewer, sql`s.delivery_team_id = any(${mine}) and r.impact_asked_at is not null`, at);
}

/** The rules of one service of which nobody has said it, whether they were asked for yet or not. */
export function listUnansweredOf(viewer: Viewer, serviceId: string, at: Temporal.Instant): Promise<RuleToAnswer[]> {
  return listUnanswered(viewer, sql`s.id = ${serviceId}::uuid`, at);
}

async function listUnanswered(viewer: Viewer, condition: SQL, at: Temporal.Instant): Promise<RuleToAnswer[]> {
  authorize(viewer, "catalog:read");
  const rows = await readRows<Omit<RuleToAnswer, "canAnswer"> & { owners: Owners }>(sql`
    select r.id, r.name, json_build_object('slug', s.slug, 'name', s.name) as service,
      r.variants #>> '{0,summary}' as summary, to_json(r.impact_asked_at) #>> '{}' as "askedAt",
      (select count(*)::int from alerts a where a.rule_id = r.id and a.opened_at > ${since(at)}) as count,
      json_build_object('deliveryTeamId', s.delivery_team_id, 'opsTeamId', s.ops_team_id) as owners
    from services s join alert_rules r on r.service_id = s.id
    where s.retired_at is null and r.retired_at is null and r.customer_impact is null
      and not r.is_without_customer_impact and ${condition}
    order by r.impact_asked_at nulls last, lower(r.name), r.id limit ${most}`);
  return rows.map(({ owners, ...rule }) => ({ ...rule, canAnswer: permissionsFor(viewer, owners).canEdit }));
}

/** What the rules of the viewer's teams raised in the last 30 days without need, the loudest first. */
export function listNoise(viewer: Viewer, at: Temporal.Instant): Promise<Noise[]> {
  authorize(viewer, "catalog:read");
  const mine = uuids(viewer.memberships.map(({ teamId }) => teamId));
  return readRows<Noise>(sql`
    select a.rule, json_build_object('slug', s.slug, 'name', s.name) as service, count(*)::int as count,
      to_json(max(a.opened_at)) #>> '{}' as "lastAt", (count(*) filter (where v.unneeded))::int as unneeded
    from services s join alerts a on a.service_id = s.id
      left join lateral (select bool_or(not w.was_actionable) as unneeded from alert_reviews w where w.alert_id = a.id) v on true
    where s.delivery_team_id = any(${mine}) and s.retired_at is null and a.opened_at > ${since(at)} and not a.is_drill
      and (a.gate_reason in ('low-severity', 'no-customer-impact') or v.unneeded)
    group by s.id, s.slug, s.name, a.rule order by count(*) desc, max(a.opened_at) desc limit ${most}`);
}

const since = (at: Temporal.Instant) => sql`${at.subtract({ hours: 24 * noiseDays }).toString()}::timestamptz`;
