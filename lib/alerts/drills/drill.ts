/** The origin of the alert that a drill of a service raises. */
export const serviceDrillOrigin = (drillId: string): string => `service-drill:${drillId}`;

/** What nobody ended by then has been played long enough. */
export const serviceDrillMinutes = 60;

/** At most so many people are asked to one drill. */
export const mostPlayers = 20;

export const drillRule = "Drill";
export const drillImpact = "Nothing: this is a drill.";

const mostSummary = 160;

/** What its alert is called: the first line of the scenario, and plainly a drill wherever it is read. */
export function drillSummary(scenario: string): string {
  const line = scenario.trim().split("\n", 1)[0]?.trim() ?? "";
  return `Drill: ${line.length > mostSummary ? `${line.slice(0, mostSummary - 1).trimEnd()}…` : line}`;
}

/** What is played, out of the summary of a drill's alert. */
export const playedWords = (summary: string): string => summary.replace(/^drill:\s*/i, "");

/** What to pretend: the scenario after its first line, out of what came with the alert of a drill. Empty where nothing more was said. */
export function restOfScenario(details: unknown): string {
  const scenario = typeof details === "object" && details !== null && "scenario" in details ? details.scenario : "";
  return typeof scenario === "string" ? scenario.trim().split("\n").slice(1).join("\n").trim() : "";
}

export const drillPath = (service: { slug: string }, drillId: string): string =>
  `/services/${service.slug}/drills/${drillId}`;
