import type { GateReason } from "#lib/alerts/entry-kinds";

type Told = {
  gate: { decision: "page" | "hold"; reason: GateReason; releasesAt: string | null };
  /** Null: unrouted. */
  service: unknown;
  status?: "triggered" | "acknowledged" | "resolved";
};

/** Why an alert pages or waits, in a sentence or two that name what mends it. When it is released is told beside it. */
export function gateWords({ gate: { decision, reason }, service }: Told): string {
  if (!service && decision === "page")
    return "It pages ops, because no service here goes by the name that its sender gave. An administrator can say whose name that is.";
  return words[reason];
}

const words: Record<GateReason, string> = {
  "customer-impact": "It pages, because customers notice it.",
  "first-time":
    "It pages this once, because nobody has said what customers see of its rule. Say so, or it waits for working hours from now on.",
  drill: "It pages, because it is a drill.",
  "low-severity":
    "It waits for the working hours of its team, because only critical alerts and errors wake anybody. Its sender decides how grave it is.",
  "no-customer-impact":
    "It waits for the working hours of its team, because customers see nothing of it. If they do, say so in its rule.",
  "impact-unanswered":
    "It waits for the working hours of its team, because nobody has said what customers see of its rule. Say so, and it pages at once.",
  maintenance:
    "It is shown and pages nobody by itself, because its service is in a maintenance window. End the window, and it pages if it should.",
};
