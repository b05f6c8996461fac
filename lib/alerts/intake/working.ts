import type { alerts } from "#db/schema";
import type { Delivery } from "#lib/alerts/intake/delivery";
import type { ServiceFacts } from "#lib/alerts/intake/find-services";

type Row = typeof alerts.$inferSelect;

/** The columns of an open alert that intake reads and may change. */
export type Weighed = Pick<
  Row,
  | ("id" | "origin" | "dedupKey" | "serviceId" | "serviceSaid" | "ruleId" | "rule" | "status" | "severity" | "summary")
  | ("customerImpact" | "startsAt" | "openedAt" | "repeatedAt" | "occurrences" | "lastDelivery" | "leaderId" | "gate")
  | ("gateReason" | "releasesAt" | "pagesFrom" | "stepsTaken" | "nextStepAt" | "resolvedAt" | "isDrill")
>;

/** An alert as this transaction makes it: new, or changed. `delivery` is what it was last weighed by. */
export type Working = {
  alert: Weighed;
  isNew: boolean;
  isChanged: boolean;
  /** It is weighed by the gate: it is new, or tells more than what it was held for. */
  isWeighed: boolean;
  delivery: Delivery;
  service: ServiceFacts | null;
};

/** An alert that a delivery opens, before the gate has weighed it. */
export function opened(delivery: Delivery, service: ServiceFacts | null, at: Temporal.Instant): Working {
  const { origin, dedupKey, rule, severity, summary, customerImpact, fingerprint, isDrill = false } = delivery;
  const alert: Weighed = {
    ...{ id: crypto.randomUUID(), origin, dedupKey, serviceId: service?.id ?? null, serviceSaid: delivery.serviceSaid },
    ...{ ruleId: null, rule, status: "triggered", severity, summary, customerImpact, isDrill },
    ...{ startsAt: delivery.startsAt ?? at, openedAt: at, repeatedAt: at, occurrences: 1, lastDelivery: fingerprint },
    ...{ leaderId: null, gate: "hold", gateReason: "impact-unanswered", releasesAt: null },
    ...{ pagesFrom: null, stepsTaken: 0, nextStepAt: null, resolvedAt: null },
  };
  return { alert, isNew: true, isChanged: true, isWeighed: true, delivery, service };
}

/** An alert that was open before. */
export const untouched = (alert: Weighed, delivery: Delivery, service: ServiceFacts | null): Working => ({
  ...{ alert, delivery, service, isNew: false, isChanged: false, isWeighed: false },
});
