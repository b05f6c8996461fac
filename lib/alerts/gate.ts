import type { GateReason } from "#lib/alerts/entry-kinds";
import { mayWake, type Severity } from "#lib/alerts/severity";
import { nextWorkingInstant, type WorkingHours } from "#lib/alerts/working-hours";

/** What the gate decides by. */
export type GateFacts = {
  severity: Severity;
  isDrill: boolean;
  /** Nobody knows whose it is: ops is paged, by severity alone. */
  isUnrouted: boolean;
  /** When the maintenance window ends that holds now; null without one. */
  maintenanceUntil: Temporal.Instant | null;
  /** Whether the sender, or the rule, says what the customer sees, or that it is nothing. */
  saysImpact: boolean;
  saysNoImpact: boolean;
  /** The rule has never paged without anybody having said: this alert may be the one that does. */
  isFirstTime: boolean;
  /** Of the delivery team; null when it has named none. */
  workingHours: WorkingHours | null;
};

export type Gate = {
  decision: "page" | "hold";
  reason: GateReason;
  /** When a held one is brought to its team. */
  releasesAt: Temporal.Instant | null;
};

/** Whether an alert wakes anybody at `at`, and why. The first reason that applies wins. */
export function gate(facts: GateFacts, at: Temporal.Instant): Gate {
  const page = (reason: GateReason): Gate => ({ decision: "page", reason, releasesAt: null });
  const hold = (reason: GateReason): Gate => {
    return { decision: "hold", reason, releasesAt: nextWorkingInstant(facts.workingHours, at) };
  };
  if (facts.isDrill) return page("drill");
  if (facts.maintenanceUntil) return { decision: "hold", reason: "maintenance", releasesAt: facts.maintenanceUntil };
  if (!mayWake(facts.severity)) return hold("low-severity");
  if (facts.isUnrouted) return page(facts.saysImpact ? "customer-impact" : "first-time");
  if (facts.saysNoImpact) return hold("no-customer-impact");
  if (facts.saysImpact) return page("customer-impact");
  return facts.isFirstTime ? page("first-time") : hold("impact-unanswered");
}

/** Whether the answer depends on the rule's one page without an impact, which only one alert can have. */
export const asksForImpact = (facts: GateFacts, at: Temporal.Instant): boolean =>
  !facts.isUnrouted && gate({ ...facts, isFirstTime: true }, at).reason === "first-time";

type Stated = { customerImpact: string | null; isWithoutCustomerImpact: boolean };

/**
 * What is known of the impact on customers. What people said of the rule counts before what its sender says of one
 * alert; `rules` are those of that name, the service's own first.
 */
export function impactFacts(
  sender: { customerImpact: string | null; isWithoutCustomerImpact?: boolean | undefined },
  rules: readonly (Stated | undefined)[],
): Pick<GateFacts, "saysImpact" | "saysNoImpact"> {
  const stated = rules.find((rule) => rule && (rule.customerImpact !== null || rule.isWithoutCustomerImpact));
  const saysNoImpact = stated ? stated.isWithoutCustomerImpact : (sender.isWithoutCustomerImpact ?? false);
  return { saysNoImpact, saysImpact: (stated?.customerImpact ?? sender.customerImpact) !== null };
}
