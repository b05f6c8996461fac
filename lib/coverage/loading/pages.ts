import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import type { AnswerFact, FailureFact, ServiceFacts } from "#lib/coverage/facts";
import { byService, instantAs, readInstant, readMaybe } from "#lib/coverage/loading/stored";
import { daysBefore } from "#lib/coverage/words";
import { uuids } from "#lib/order";

const mostAnswers = 10;

type Paged = { service: string; isDrill: boolean; pagedAt: string; engagedAt: string | null; isOpen: boolean };
type Failed = Omit<FailureFact, "lastAt" | "lastReviewAt"> & {
  service: string;
  lastAt: string;
  lastReviewAt: string | null;
};
type Drilled = { service: string; at: string; isAnswered: boolean };

export type Pages = Pick<ServiceFacts, "answers" | "drillAnswers" | "failures" | "drill">;

/** What paged the delivery side of these services within `provenDays` before `at`, and what became of it. */
export async function loadPages(
  ids: readonly string[],
  provenDays: number,
  at: Temporal.Instant,
): Promise<(id: string) => Pages> {
  const since = daysBefore(at, provenDays);
  const [paged, failed, drilled] = await Promise.all([
    listPaged(ids, since, at),
    listFailed(ids, since, at),
    listDrilled(ids, at),
  ]);
  const [pagedOf, failedOf, drilledOf] = [byService(paged), byService(failed), byService(drilled)];
  return (id) => {
    const [drill] = drilledOf.get(id) ?? [];
    const pages = pagedOf.get(id) ?? [];
    return {
      answers: pages.filter(({ isDrill }) => !isDrill).map(readAnswer),
      drillAnswers: pages.filter(({ isDrill }) => isDrill).map(readAnswer),
      failures: (failedOf.get(id) ?? []).map(readFailure),
      drill: drill ? { at: readInstant(drill.at), isAnswered: drill.isAnswered } : null,
    };
  };
}

const readAnswer = ({ pagedAt, engagedAt, isOpen }: Paged): AnswerFact => ({
  ...{ pagedAt: readInstant(pagedAt), engagedAt: readMaybe(engagedAt), isOpen },
});

const readFailure = ({ service: _, lastAt, lastReviewAt, ...failure }: Failed): FailureFact => ({
  ...failure,
  ...{ lastAt: readInstant(lastAt), lastReviewAt: readMaybe(lastReviewAt) },
});

/** The pages of `[since, at]`. Whoever tests their own pager does so for no service, so that this is not among them. */
const pagedWithin = (ids: readonly string[], since: Temporal.Instant, at: Temporal.Instant) =>
  sql`a.service_id = any(${uuids(ids)}) and a.delivery_paged_at >= ${instantAs(since)}
    and a.delivery_paged_at <= ${instantAs(at)}`;

const listPaged = (ids: readonly string[], since: Temporal.Instant, at: Temporal.Instant) =>
  readRows<Paged>(sql`
    select service, is_drill as "isDrill", to_json(paged_at) #>> '{}' as "pagedAt",
      to_json(engaged_at) #>> '{}' as "engagedAt", is_open as "isOpen"
    from (select a.service_id as service, a.is_drill, a.delivery_paged_at as paged_at,
        a.delivery_engaged_at as engaged_at, a.resolved_at is null as is_open,
        row_number() over (partition by a.service_id, a.is_drill order by a.delivery_paged_at desc, a.id) as place
      from alerts a where ${pagedWithin(ids, since, at)}) p
    where place <= ${mostAnswers} order by paged_at desc`);

/** One alert is what most of those who reviewed it say; those that are split say no. */
const listFailed = (ids: readonly string[], since: Temporal.Instant, at: Temporal.Instant) =>
  readRows<Failed>(sql`
    select a.service_id as service, a.rule, count(*)::int as alerts, to_json(max(a.delivery_paged_at)) #>> '{}' as "lastAt",
      (count(*) filter (where a.resolved_at <= i.matched_until))::int as looked,
      (count(*) filter (where a.resolved_at <= i.matched_until
        and exists (select from signature_matches m join signatures x on x.id = m.signature_id
          where m.alert_id = a.id and x.retired_at is null)))::int as matched,
      (count(*) filter (where v.is_reviewed))::int as reviewed,
      (count(*) filter (where v.is_reviewed and v.is_seen))::int as "customerFacing",
      (count(*) filter (where v.is_reviewed and v.is_needed))::int as actionable,
      to_json(max(v.at) filter (where v.is_reviewed)) #>> '{}' as "lastReviewAt"
    from alerts a
      left join installation i on true
      left join lateral (
        select count(w.was_customer_facing) > 0 and count(w.was_actionable) > 0 as is_reviewed, max(w.at) as at,
          count(*) filter (where w.was_customer_facing) > count(*) filter (where not w.was_customer_facing) as is_seen,
          count(*) filter (where w.was_actionable) > count(*) filter (where not w.was_actionable) as is_needed
        from alert_reviews w where w.alert_id = a.id) v on true
    where ${pagedWithin(ids, since, at)} and not a.is_drill
    group by a.service_id, a.rule order by lower(a.rule), a.rule`);

const listDrilled = (ids: readonly string[], at: Temporal.Instant) =>
  readRows<Drilled>(sql`
    select distinct on (d.service_id) d.service_id as service, to_json(d.raised_at) #>> '{}' as at,
      coalesce(a.acknowledged_at, a.delivery_engaged_at) is not null as "isAnswered"
    from drills d join alerts a on a.id = d.alert_id
    where d.service_id = any(${uuids(ids)}) and d.raised_at <= ${instantAs(at)}
    order by d.service_id, d.raised_at desc, d.id`);
