import type { Check } from "#lib/coverage/checks";
import type { PersonFact, ReachFact, ServiceFacts, WatchFact } from "#lib/coverage/facts";
import { foundOf } from "#lib/coverage/judging/found";
import type { CoverageLimits } from "#lib/coverage/limits";
import { counted, dayOf, daysBefore, doing } from "#lib/coverage/words";
import { listed } from "#lib/teams/words";

const unreadable = ({ name }: WatchFact) =>
  `${name} has a layer that cannot be read, so that nobody knows who stands it.`;
const noRotation = "No rotation stands its watch.";

/** As many gaps are a habit: which of them is the next one says little. */
const manyGaps = 8;

export function alwaysSomebody(watch: WatchFact | null, at: Temporal.Instant): Check {
  const { met, notMet, notMeasured } = foundOf("always-somebody");
  if (!watch) return notMet(noRotation);
  if (!watch.isResolved) return notMeasured(unreadable(watch));
  const [first] = watch.gaps;
  if (!first) {
    const by = listed(watch.holdersOfMonth);
    return met(`${watch.name} is stood every minute of the next 30 days, by ${by}.`, watch.since);
  }
  if (watch.gaps.length >= manyGaps) return notMet(`${watch.name} is left to nobody every few days.`, watch.since);
  const isNow = Temporal.Instant.compare(first.from, at) <= 0;
  const until = isAtLeast(first.to, at.add({ hours: 24 * 30 })) ? "" : ` until ${minuteOf(first.to)}`;
  const others = watch.gaps.length > 1 ? `, and later again` : "";
  return notMet(
    `Nobody stands ${watch.name} ${isNow ? "at present" : `from ${minuteOf(first.from)}`}${until}${others}.`,
    watch.since,
  );
}

export function backup(watch: WatchFact | null, delivery: WatchFact | null): Check {
  const { met, notMet, notMeasured } = foundOf("backup");
  if (!watch) return notMet("Its escalation path names no backup rotation.");
  if (!watch.isResolved) return notMeasured(unreadable(watch));
  if (!watch.now) return notMet(`Nobody stands ${watch.name}.`, watch.since);
  if (watch.now.id === delivery?.now?.id)
    return notMet(`${watch.now.name} stands both ${delivery.name} and ${watch.name}.`, watch.since);
  return met(`${watch.now.name} stands ${watch.name}.`, watch.since);
}

export function opsNow({ ops, behindOps }: Pick<ServiceFacts, "ops" | "behindOps">): Check {
  const { met, notMet, notMeasured } = foundOf("ops-now");
  if (ops?.now) return met(`${ops.now.name} stands ${ops.name}.`, ops.since);
  if (behindOps && behindOps.people.length > 0) {
    const asked = `${counted(behindOps.people.length, "person", "people")} of ${behindOps.team.name}`;
    return met(`Nobody stands an ops watch: ${asked} would be paged.`);
  }
  if (ops && !ops.isResolved) return notMeasured(unreadable(ops));
  return notMet("Nobody would be paged.");
}

type Seats = Pick<ServiceFacts, "delivery" | "backup" | "ops" | "reach">;
type Reached = PersonFact & ReachFact;

export function contactMethods(facts: Seats, { contactWorkedDays }: CoverageLimits, at: Temporal.Instant): Check {
  const { met, notMet, notMeasured } = foundOf("contact-methods");
  const people = pagedPeople(facts);
  if (people.length === 0)
    return notMeasured("Nobody holds its watch within the next 30 days, so that nobody is asked.");
  const without = people.filter(({ isVerified }) => !isVerified);
  const since = daysBefore(at, contactWorkedDays);
  const silent = people.filter(({ isVerified, workedAt }) => isVerified && workedAt && !isAtLeast(workedAt, since));
  const unused = people.filter(({ isVerified, workedAt }) => isVerified && !workedAt);
  const evidence = reachedLongestAgo(people);
  if (without.length + silent.length > 0) {
    const lacking = without.length > 0 ? [`${doing(without, "has", "have")} no verified contact method`] : [];
    const old = silent.map(({ name, workedAt }) => `nothing has reached ${name} since ${workedAt && dayOf(workedAt)}`);
    return notMet(`${capital([...lacking, ...old].join("; "))}.`, evidence);
  }
  if (unused.length > 0)
    return notMeasured(`Nothing was ever sent to ${listed(unused)}: a test of their pager would show it.`, evidence);
  return met(`Within the last ${contactWorkedDays} days something reached ${listed(people)}.`, evidence);
}

/** That all can be reached is as old as the oldest proof, and does not change with every message. */
const reachedLongestAgo = (people: readonly Reached[]): Temporal.Instant | null =>
  people
    .flatMap(({ workedAt }) => workedAt ?? [])
    .toSorted(Temporal.Instant.compare)
    .at(0) ?? null;

/** Everybody who may be paged by its watches within a month, by name, and how they are reached. */
function pagedPeople({ delivery, backup, ops, reach }: Seats): Reached[] {
  const people = new Map<string, Reached>();
  for (const person of [delivery, backup, ops].flatMap((watch) => watch?.holdersOfMonth ?? []))
    people.set(person.id, { ...person, ...(reach.get(person.id) ?? { isVerified: false, workedAt: null }) });
  return [...people.values()].toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
}

export function moreThanOne(watch: WatchFact | null): Check {
  const { met, notMet, notMeasured } = foundOf("more-than-one");
  if (!watch) return notMet(noRotation);
  if (!watch.isResolved) return notMeasured(unreadable(watch));
  const { holdersOfQuarter: holders } = watch;
  if (holders.length === 0) return notMet(`Nobody stands ${watch.name} within the next 90 days.`, watch.since);
  if (holders.length === 1)
    return notMet(`Only ${listed(holders)} stands ${watch.name} within the next 90 days.`, watch.since);
  return met(`${listed(holders)} stand ${watch.name} within the next 90 days.`, watch.since);
}

/** Before four weeks are over, what a watch asks of people is chance. */
const fewestHours = 24 * 28;
/** One bad night is no reason to hide it: so many of a hundred stretches may bring more than somebody can carry. */
const heavyPerHundred = 5;

/** Whose load it is stays with the team: `load:read` in the policy. */
export function load(watch: WatchFact | null, { shareOnWatch, alertsInTwelveHours }: CoverageLimits): Check {
  const { met, notMet, notMeasured } = foundOf("load");
  if (!watch) return notMeasured("No rotation stands its watch, so that nobody carries it.");
  if (!watch.isResolved) return notMeasured(unreadable(watch));
  const { span, stood, stretches } = watch.load;
  const hours = span.from.until(span.to).total("hours");
  if (hours < fewestHours || stood.length === 0)
    return notMeasured(`${watch.name} has not been stood for four weeks yet, so that its load cannot be told.`);
  const percent = Math.round(shareOnWatch * 100);
  const overworked = stood.filter((person) => Math.round((person.hours / hours) * 100) > percent);
  const halfDays = Math.floor(hours / 12);
  const heavy = stretches.filter(({ alerts }) => alerts > alertsInTwelveHours);
  const weeks = `the ${counted(Math.round(hours / 24 / 7), "week")} before ${dayOf(span.to)}`;
  const brought = `${heavy.length} of ${halfDays} stretches of 12 hours brought more than ${counted(alertsInTwelveHours, "alert")} that needed work`;
  const isHeavy = heavy.length * 100 > heavyPerHundred * halfDays;
  const evidence = [span.to, ...heavy.map((stretch) => stretch.at)];
  if (overworked.length > 0 || isHeavy) {
    const who = `${overworked.length} of ${counted(stood.length, "person", "people")} stood it more than ${percent} % of the time`;
    return notMet(
      `In ${weeks} ${overworked.length > 0 ? `${who}${isHeavy ? `, and ${brought}` : ""}` : brought}.`,
      ...evidence,
    );
  }
  return met(`In ${weeks} nobody stood it more than ${percent} % of the time, and ${brought}.`, ...evidence);
}

const isAtLeast = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) >= 0;

function minuteOf(at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO("UTC").toPlainTime().toString({ smallestUnit: "minute" });
  return `${dayOf(at)}, ${time} UTC`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
