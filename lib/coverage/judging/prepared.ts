import type { Check } from "#lib/coverage/checks";
import type { DocumentFact, ExpertFact, FailureFact, RuleFact, ServiceFact } from "#lib/coverage/facts";
import { foundOf } from "#lib/coverage/judging/found";
import type { CoverageLimits } from "#lib/coverage/limits";
import { dayOf, doing } from "#lib/coverage/words";
import type { FreshnessState } from "#lib/documents/freshness";
import { listed } from "#lib/teams/words";

const stands: Record<FreshnessState, string> = {
  proven: "was proven by use",
  reviewed: "was confirmed",
  unreviewed: "has not been confirmed by an expert yet",
  doubtful: "is in doubt",
  overdue: "is overdue for a review",
};

const holds = ({ state }: DocumentFact) => state === "reviewed" || state === "proven";

export function architectureNote(notes: readonly DocumentFact[]): Check {
  const { met, notMet, notMeasured } = foundOf("architecture-note");
  const good = notes.find(holds);
  if (good) return met(`“${good.name}” ${stands[good.state]}${good.at ? ` on ${dayOf(good.at)}` : ""}.`, good.at);
  const [first] = notes;
  if (!first) return notMet("There is no architecture note.");
  const waiting = notes.find(({ state }) => state === "unreviewed");
  if (waiting) return notMeasured(`“${waiting.name}” ${stands.unreviewed}.`, waiting.at);
  return notMet(`“${first.name}” ${stands[first.state]}.`, first.at);
}

export function runbooks(rules: readonly RuleFact[]): Check {
  const { met, notMet, notMeasured } = foundOf("runbooks");
  if (rules.length === 0) return notMeasured("No alert rule is known of it that may wake anybody.");
  const evidence = rules.map(({ runbook }) => runbook?.at);
  const without = rules.filter(({ runbook }) => !runbook);
  const overdue = rules.filter(({ runbook }) => runbook?.state === "overdue");
  if (without.length + overdue.length === 0) return met(`There is a living runbook for ${listed(rules)}.`, ...evidence);
  const lacking = without.length > 0 ? [`There is no runbook for ${listed(without)}`] : [];
  const old =
    overdue.length > 0
      ? [`${lacking.length > 0 ? "that" : "The runbook"} for ${listed(overdue)} ${stands.overdue}`]
      : [];
  return notMet(`${[...lacking, ...old].join("; ")}.`, ...evidence);
}

export function dependencies({ needsNothingSince }: ServiceFact, needs: readonly { name: string }[]): Check {
  const { met, notMet } = foundOf("dependencies");
  if (needs.length > 0) return met(`It needs ${listed(needs)}.`);
  if (needsNothingSince)
    return met(`On ${dayOf(needsNothingSince)} somebody said that it needs nothing else.`, needsNothingSince);
  return notMet("Nobody has said what it needs.");
}

export function signatures(failures: readonly FailureFact[], { provenDays }: CoverageLimits): Check {
  const { met, notMet, notMeasured } = foundOf("signatures");
  if (failures.length === 0) return notMeasured(`No alert paged anybody within the last ${provenDays} days.`);
  const looked = failures.filter((failure) => failure.looked > 0);
  const evidence = looked.map(({ lastAt }) => lastAt);
  if (looked.length === 0)
    return notMeasured("What paged somebody is not over yet, or was not held against the signatures.");
  const unknown = looked.filter(({ matched }) => matched === 0);
  if (unknown.length > 0) return notMet(`No signature explains ${listed(byRule(unknown))}.`, ...evidence);
  return met(`A signature explains ${listed(byRule(looked))}.`, ...evidence);
}

const byRule = (failures: readonly FailureFact[]) => failures.map(({ rule }) => ({ name: rule }));

export function experts(known: readonly ExpertFact[]): Check {
  const { met, notMet, notMeasured } = foundOf("experts");
  const evidence = known.map(({ at }) => at);
  if (known.length === 0)
    return notMeasured("Nobody who is still here was named, wrote about it, or answered its alerts within a year.");
  if (known.length === 1) return notMet(`Only ${listed(known)} is known to know it.`, ...evidence);
  return met(`${doing(known, "knows", "know")} it.`, ...evidence);
}
