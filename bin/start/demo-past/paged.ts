import { isActiveAt, isBy, type Past } from "#bin/start/demo-past/past";
import type { AnswerFact, ExpertFact, FailureFact, ServiceFacts } from "#lib/coverage/facts";
import { daysBefore } from "#lib/coverage/words";
import { isBefore } from "#lib/rotations/spans";

type Instant = Temporal.Instant;
type Alert = Past["alerts"][number];
type Paged = Alert & { deliveryPagedAt: Instant };

const [mostAnswers, answeredDays] = [10, 365];

/** What had paged the delivery side of a service in so many days before `at`, and what had become of it. */
export function pagedBy(past: Past, serviceId: string, provenDays: number, at: Instant) {
  const since = daysBefore(at, provenDays);
  const paged = pagedAlerts(past, serviceId, at).filter(({ deliveryPagedAt }) => !isBefore(deliveryPagedAt, since));
  const [real, drilled] = [paged.filter(({ isDrill }) => !isDrill), paged.filter(({ isDrill }) => isDrill)];
  return {
    answers: real.slice(0, mostAnswers).map((alert) => answerOf(alert, at)),
    drillAnswers: drilled.slice(0, mostAnswers).map((alert) => answerOf(alert, at)),
    failures: [...Map.groupBy(real, ({ rule }) => rule)]
      .map(([rule, alerts]) => failureOf(past, rule, alerts, at))
      .toSorted((one, other) => (one.rule.toLowerCase() < other.rule.toLowerCase() ? -1 : 1)),
    drill: lastDrill(past, serviceId, at),
  };
}

/** The newest first. */
function pagedAlerts({ alerts }: Past, serviceId: string, at: Instant): Paged[] {
  const isPaged = (alert: Alert): alert is Paged => alert.serviceId === serviceId && isBy(alert.deliveryPagedAt, at);
  return alerts
    .filter(isPaged)
    .toSorted((one, other) => Temporal.Instant.compare(other.deliveryPagedAt, one.deliveryPagedAt));
}

const answerOf = ({ deliveryPagedAt, deliveryEngagedAt, resolvedAt }: Paged, at: Instant): AnswerFact => ({
  pagedAt: deliveryPagedAt,
  engagedAt: isBy(deliveryEngagedAt, at) ? deliveryEngagedAt : null,
  isOpen: !isBy(resolvedAt, at),
});

function failureOf(past: Past, rule: string, alerts: readonly Paged[], at: Instant): FailureFact {
  const over = alerts.filter(({ resolvedAt }) => isBy(resolvedAt, at));
  const reviews = alerts.flatMap(({ id }) => (past.alertReviews.get(id) ?? []).filter((review) => isBy(review.at, at)));
  return {
    ...{ rule, alerts: alerts.length, lastAt: latest(alerts.map(({ deliveryPagedAt }) => deliveryPagedAt)) ?? at },
    ...{ looked: over.length, matched: over.filter(({ id }) => past.matches.has(id)).length },
    // Nobody of the demo reviewed an alert twice.
    reviewed: reviews.length,
    customerFacing: reviews.filter(({ wasCustomerFacing }) => wasCustomerFacing).length,
    actionable: reviews.filter(({ wasActionable }) => wasActionable).length,
    lastReviewAt: latest(reviews.map((review) => review.at)),
  };
}

function lastDrill({ drills, alerts }: Past, serviceId: string, at: Instant): ServiceFacts["drill"] {
  const last = drills
    .filter((drill) => drill.serviceId === serviceId && isBy(drill.raisedAt, at))
    .toSorted((one, other) => Temporal.Instant.compare(other.raisedAt as Instant, one.raisedAt as Instant))[0];
  const alert = alerts.find(({ id }) => id === last?.alertId);
  if (!last?.raisedAt || !alert) return null;
  return { at: last.raisedAt, isAnswered: isBy(alert.acknowledgedAt ?? alert.deliveryEngagedAt, at) };
}

type Evidence = { person: string | null; by: ExpertFact["by"][number]; at: Instant };

/** Who was there at `at` and had shown until then that they know a service. */
export function expertsAt(past: Past, serviceId: string, at: Instant): ExpertFact[] {
  const since = daysBefore(at, answeredDays);
  const documents = (past.documents.get(serviceId) ?? []).map(({ id }) => id);
  const evidence: Evidence[] = [
    ...(past.experts.get(serviceId) ?? []).map(({ personId, declaredAt }) => ({
      ...{ person: personId, by: "declared" as const, at: declaredAt },
    })),
    ...documents.flatMap((id) =>
      (past.revisions.get(id) ?? [])
        .filter(({ isSubstantial }) => isSubstantial)
        .map((revision) => ({ person: revision.personId, by: "wrote" as const, at: revision.at })),
    ),
    ...documents.flatMap((id) =>
      (past.documentReviews.get(id) ?? []).map((review) => ({
        ...{ person: review.personId, by: "reviewed" as const, at: review.at },
      })),
    ),
    ...pagedAlerts(past, serviceId, at)
      .filter(({ deliveryPagedAt, isDrill }) => !isDrill && isBefore(since, deliveryPagedAt))
      .flatMap(({ holderId, resolvedById, deliveryPagedAt }) =>
        [holderId, resolvedById].map((person) => ({ person, by: "answered" as const, at: deliveryPagedAt })),
      ),
  ];
  const seen = evidence.filter((one) => isBy(one.at, at) && one.person && isActiveAt(past, one.person, at));
  return [...Map.groupBy(seen, ({ person }) => person ?? "")]
    .map(([id, own]) => ({
      ...{ id, name: past.people.get(id)?.name ?? "", by: [...new Set(own.map(({ by }) => by))].toSorted() },
      at: latest(own.map((one) => one.at)) ?? at,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const latest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((one, other) => (one && isBy(other, one) ? one : other), null);
