import type { LoadFact, PersonFact, WatchFact } from "#lib/coverage/facts";
import { newest } from "#lib/coverage/judging/found";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import type { Roster, Shift, Span, Watch } from "#lib/rotations/rotation";
import { clipped, earlierOf, isBefore, laterOf } from "#lib/rotations/spans";
import type { Ref } from "#lib/rotations/views";

export const [loadWeeks, gapDays, quarterDays] = [12, 30, 90];

/** How far before and after `at` a rotation has to be known for its fact. */
export const spanOfFacts = (at: Temporal.Instant): Span => ({
  from: lastMonday(at).subtract({ hours: 24 * 7 * loadWeeks }),
  to: at.add({ hours: 24 * quarterDays }),
});

type Rotation = Ref & { id: string; teamId: string };

type People = ReadonlyMap<string, { name: string; isActive: boolean }>;

/**
 * What follows at `at` from how a rotation works, resolved once over `spanOfFacts`. `people` are those who appear in it;
 * `stretches` are the alerts of its services that needed work. Where a layer cannot be read nothing is known.
 */
export function watchFact(
  rotation: Rotation,
  watch: Watch,
  people: People,
  stretches: LoadFact["stretches"],
  at: Temporal.Instant,
): WatchFact {
  const window = spanOfFacts(at);
  const since = newest(watch.versions.map(({ from }) => from).filter((from) => !isBefore(at, from)));
  const span = { from: beginOfLoad(watch, window.from, lastMonday(at)), to: lastMonday(at) };
  const roster = resolved(watch, window);
  if (!roster) {
    const nothing = { now: null, gaps: [], holdersOfMonth: [], holdersOfQuarter: [] };
    return { ...rotation, isResolved: false, since, ...nothing, load: { span, stood: [], stretches: [] } };
  }
  const month = { from: at, to: at.add({ hours: 24 * gapDays }) };
  const present = roster.shifts.find(({ from, to }) => !isBefore(at, from) && isBefore(at, to));
  const holders = (within: Span) => peopleOf(shiftsWithin(roster.shifts, within), people);
  return {
    ...rotation,
    isResolved: true,
    since,
    now: (present && named(present.person, people)) ?? null,
    gaps: clipped(roster.gaps, month),
    holdersOfMonth: holders(month),
    holdersOfQuarter: holders({ from: at, to: window.to }),
    load: {
      span,
      stood: stoodOf(shiftsWithin(roster.shifts, span), span, people),
      stretches: stretches.filter((stretch) => !isBefore(stretch.at, span.from) && isBefore(stretch.at, span.to)),
    },
  };
}

/** The beginning of the week, in UTC, in which `at` lies: so that words of past weeks change once a week at most. */
export function lastMonday(at: Temporal.Instant): Temporal.Instant {
  const day = at.toZonedDateTimeISO("UTC").startOfDay();
  return day.subtract({ days: day.dayOfWeek - 1 }).toInstant();
}

function beginOfLoad({ versions }: Watch, from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant {
  const [first] = versions;
  return first ? earlierOf(laterOf(first.from, from), to) : to;
}

function resolved(watch: Watch, window: Span): Roster | undefined {
  try {
    return resolveRoster(watch, window);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const shiftsWithin = (shifts: readonly Shift[], { from, to }: Span) =>
  shifts.filter((shift) => isBefore(shift.from, to) && isBefore(from, shift.to));

function peopleOf(shifts: readonly Shift[], people: People): PersonFact[] {
  return [...new Set(shifts.map(({ person }) => person))].flatMap((id) => named(id, people) ?? []).toSorted(byName);
}

function named(id: string, people: People): PersonFact | undefined {
  const person = people.get(id);
  return person && { id, name: person.name };
}

/** Of those who have left, what they carried burdens nobody any more. */
function stoodOf(shifts: readonly Shift[], span: Span, people: People): LoadFact["stood"] {
  const byPerson = Map.groupBy(shifts, ({ person }) => person);
  return peopleOf(shifts, people)
    .filter(({ id }) => people.get(id)?.isActive)
    .map((person) => {
      const spans = clipped(byPerson.get(person.id) ?? [], span);
      return { ...person, spans, hours: hoursOf(spans) };
    });
}

/** How many hours these spans are long together. */
export const hoursOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + from.until(to).total("hours"), 0);

const byName = (one: PersonFact, other: PersonFact) =>
  one.name === other.name ? (one.id < other.id ? -1 : 1) : one.name < other.name ? -1 : 1;
