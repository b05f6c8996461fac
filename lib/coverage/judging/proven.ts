import type { Check } from "#lib/coverage/checks";
import type { AnswerFact, FailureFact, ServiceFacts } from "#lib/coverage/facts";
import { foundOf } from "#lib/coverage/judging/found";
import type { CoverageLimits } from "#lib/coverage/limits";
import { counted, dayOf, daysBefore } from "#lib/coverage/words";

/** Of a hundred pages so many have to be answered in time. */
const answeredPerHundred = 80;

type Answers = Pick<ServiceFacts, "answers" | "drillAnswers">;

/** Drills stand in only where nothing real has paged anybody. */
export function answered({ answers, drillAnswers }: Answers, limits: CoverageLimits): Check {
  const { met, notMet, notMeasured } = foundOf("answered");
  const { engageMinutes, provenDays } = limits;
  const [real, drilled] = [answers.filter(isSettled), drillAnswers.filter(isSettled)];
  const counting = real.length > 0 ? real : drilled;
  if (counting.length === 0)
    return notMeasured(`Nobody of its delivery side was paged within the last ${provenDays} days.`);
  const inTime = counting.filter((answer) => isInTime(answer, engageMinutes)).length;
  const says = `${answersInWords(counting.length, inTime, real.length === 0)} by its delivery side within ${counted(engageMinutes, "minute")}.`;
  const evidence = counting.map(({ pagedAt }) => pagedAt);
  return inTime * 100 >= counting.length * answeredPerHundred ? met(says, ...evidence) : notMet(says, ...evidence);
}

function answersInWords(count: number, inTime: number, areDrills: boolean): string {
  if (count === 1) return `The last page${areDrills ? " of a drill" : ""} was ${inTime === 1 ? "" : "not "}answered`;
  const pages = areDrills ? "pages of drills" : "pages";
  return `Of the last ${count} ${pages} ${inTime} ${inTime === 1 ? "was" : "were"} answered`;
}

const isSettled = ({ engagedAt, isOpen }: AnswerFact) => engagedAt !== null || !isOpen;

const isInTime = ({ pagedAt, engagedAt }: AnswerFact, minutes: number) =>
  engagedAt !== null && Temporal.Instant.compare(engagedAt, pagedAt.add({ minutes })) <= 0;

export function stepsWorked(
  step: ServiceFacts["workedStep"],
  { provenDays }: CoverageLimits,
  at: Temporal.Instant,
): Check {
  const { met, notMet, notMeasured } = foundOf("steps-worked");
  if (!step) return notMeasured("Nobody has marked yet that a step of its runbooks worked.");
  const day = dayOf(step.at);
  return isAtLeast(step.at, daysBefore(at, provenDays))
    ? met(`A step of “${step.runbook.name}” worked on ${day}.`, step.at)
    : notMet(`No step of its runbooks has been marked as worked since ${day}.`, step.at);
}

/** Fewer pages say nothing, unless they are all that there were. */
const fewestReviewed = 3;

export function worthwhilePages(failures: readonly FailureFact[], { provenDays }: CoverageLimits): Check {
  const { met, notMet, notMeasured } = foundOf("worthwhile-pages");
  const sum = (count: (failure: FailureFact) => number) =>
    failures.reduce((total, failure) => total + count(failure), 0);
  const [pages, reviewed] = [sum(({ alerts }) => alerts), sum((failure) => failure.reviewed)];
  if (pages === 0) return notMeasured(`No alert paged anybody within the last ${provenDays} days.`);
  const evidence = failures.map(({ lastReviewAt }) => lastReviewAt);
  if (reviewed < Math.min(fewestReviewed, pages))
    return notMeasured(
      `Of ${counted(pages, "page")} somebody has said of ${reviewed} what ${reviewed === 1 ? "it was" : "they were"}.`,
      ...evidence,
    );
  const [seen, needed] = [sum(({ customerFacing }) => customerFacing), sum(({ actionable }) => actionable)];
  const says = `Of ${counted(reviewed, "page")} that somebody reviewed, customers saw ${seen}, and ${needed} could be acted upon.`;
  return seen * 2 > reviewed && needed * 2 > reviewed ? met(says, ...evidence) : notMet(says, ...evidence);
}

type Exercise = Pick<ServiceFacts, "service" | "answers" | "drill">;

export function exercised(
  { service, answers, drill }: Exercise,
  { provenDays }: CoverageLimits,
  at: Temporal.Instant,
): Check {
  const { met, notMet, notMeasured } = foundOf("exercised");
  const since = daysBefore(at, provenDays);
  const page = answers.find(({ pagedAt }) => isAtLeast(pagedAt, since));
  const isDrillLate = !drill || !isAtLeast(drill.at, since);
  if (drill?.isAnswered && !isDrillLate)
    return met(`A drill was answered on ${dayOf(drill.at)}.`, drill.at, page?.pagedAt);
  if (page) return met(`An alert paged its delivery side on ${dayOf(page.pagedAt)}.`, page.pagedAt);
  if (drill && !isDrillLate) return notMet(`Nobody answered the drill of ${dayOf(drill.at)}.`, drill.at);
  if (drill) return notMet(`Nothing has tried it since the drill of ${dayOf(drill.at)}.`, drill.at);
  return isAtLeast(service.createdAt, since)
    ? notMeasured(`It is in the catalog since ${dayOf(service.createdAt)}, and nothing has tried it yet.`)
    : notMet(`No alert and no drill has tried it within the last ${provenDays} days.`);
}

const isAtLeast = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) >= 0;
