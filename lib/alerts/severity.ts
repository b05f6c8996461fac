export type Severity = "critical" | "error" | "warning" | "info";

const words: Record<Severity, readonly string[]> = {
  critical: ["critical", "crit", "page", "p1", "sev1", "fatal", "emergency", "emerg", "disaster"],
  error: ["error", "err", "high", "major", "p2", "sev2"],
  warning: ["warning", "warn", "minor", "medium", "p3", "sev3"],
  info: ["info", "information", "informational", "notice", "low", "none", "debug", "p4", "p5", "sev4", "sev5"],
};

const bySaid = new Map(
  Object.entries(words).flatMap(([severity, said]) => said.map((word) => [word, severity as Severity] as const)),
);

/** The severity that a sender's word means, in any case. An unknown or missing one counts as error: it may page. */
export function severityOf(said: unknown): Severity {
  return (typeof said === "string" && bySaid.get(said.trim().toLowerCase())) || "error";
}

const ranks: Record<Severity, number> = { critical: 3, error: 2, warning: 1, info: 0 };

/** Whether `one` is graver than `other`. */
export const isGraver = (one: Severity, other: Severity): boolean => ranks[one] > ranks[other];

/** Only these may wake anybody. */
export const mayWake = (severity: Severity): boolean => ranks[severity] >= ranks.error;
