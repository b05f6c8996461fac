import { type Check, checks } from "#lib/coverage/checks";
import type { ServiceFacts } from "#lib/coverage/facts";
import * as owned from "#lib/coverage/judging/owned";
import * as prepared from "#lib/coverage/judging/prepared";
import * as proven from "#lib/coverage/judging/proven";
import * as reachable from "#lib/coverage/judging/reachable";
import type { CoverageLimits } from "#lib/coverage/limits";
import { dayOf } from "#lib/coverage/words";

/**
 * What is found of each check from `facts` at `at`, in the order of `checks`. Nothing guesses: what was not seen is not
 * measured. The same facts say the same, word for word, and words hold no time that passes by itself. The
 * specification is docs/coverage.md.
 */
export function judge(facts: ServiceFacts, limits: CoverageLimits, at: Temporal.Instant): Check[] {
  const { service, team, delivery, backup, failures } = facts;
  return [
    owned.deliveryTeam(team),
    owned.lead(team),
    owned.manager(team),
    owned.facts(service),
    owned.opsTeam(facts.opsTeam),
    owned.ownerExists(service, team),
    reachable.alwaysSomebody(delivery, at),
    reachable.backup(backup, delivery),
    reachable.opsNow(facts),
    reachable.contactMethods(facts, limits, at),
    reachable.moreThanOne(delivery),
    reachable.load(delivery, limits),
    prepared.architectureNote(facts.notes),
    prepared.runbooks(facts.rules),
    prepared.dependencies(service, facts.needs),
    prepared.signatures(failures, limits),
    prepared.experts(facts.experts),
    proven.answered(facts, limits),
    proven.stepsWorked(facts.workedStep, limits, at),
    proven.worthwhilePages(failures, limits),
    proven.exercised(facts, limits, at),
  ];
}

/** Every check of a service that nobody had measured by `at`. */
export const unmeasured = (at: Temporal.Instant): Check[] =>
  checks.map(({ kind }) => ({
    ...{ check: kind, state: "not_measured", at: null },
    says: `Nobody had measured it by ${dayOf(at)}.`,
  }));
