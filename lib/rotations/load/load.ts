import { nightsWithin } from "#lib/rotations/load/nights";
import { day, hour, momentOf, type Stretch } from "#lib/rotations/resolver/moments";
import { clockOf } from "#lib/rotations/resolver/wall-clock";
import type { Shift, Span } from "#lib/rotations/rotation";

/** Whose days and nights are counted: `holidays` are the days of public holidays, `YYYY-MM-DD`, where they live. */
export type Carrier = { id: string; name: string; timeZone: string; holidays: ReadonlySet<string> };

export type LoadFacts = {
  /** Who stood the watch, and who would have, had nobody stood in for anybody. Both fill the same window. */
  shifts: readonly Shift[];
  planned: readonly Shift[];
  people: readonly Carrier[];
  window: Span;
};

/** How many nights or days some time on watch touched, and how many hours of them it held. */
export type Part = { count: number; hours: number };

/**
 * What one person carried of a watch, by the clocks of where they are: nights from 22:00 to 06:00, Saturdays and
 * Sundays, public holidays. `taken` and `handedOver` count the spans in which somebody stood in.
 */
export type Load = {
  person: string;
  hours: number;
  nights: Part;
  weekendDays: Part;
  holidays: Part;
  taken: Part;
  handedOver: Part;
};

/** Facts for planning, one for each of `people`, by name. They rank nobody. */
export function loadOf({ shifts, planned, people, window }: LoadFacts): Load[] {
  const within = { from: momentOf(window.from), to: momentOf(window.to) };
  const exchanged = exchangesOf(shifts, planned);
  const held = Map.groupBy(shifts, ({ person }) => person);
  const periodsIn = remembered((timeZone: string) => ({
    nights: nightsWithin(timeZone, within),
    days: daysWithin(timeZone, within),
  }));
  return people
    .toSorted((one, other) => one.name.localeCompare(other.name, "en") || (one.id < other.id ? -1 : 1))
    .map(({ id, timeZone, holidays }) => {
      const own = (held.get(id) ?? []).map(stretchOf);
      const { nights, days } = periodsIn(timeZone);
      return {
        person: id,
        hours: sumOf(own.map(lengthOf)) / hour,
        nights: partOf(nights, own),
        weekendDays: partOf(days.filter(isWeekend), own),
        holidays: partOf(
          days.filter(({ date }) => holidays.has(date)),
          own,
        ),
        taken: exchangePart(exchanged, "taker", id),
        handedOver: exchangePart(exchanged, "giver", id),
      };
    });
}

/** A calendar day of a zone, from its first moment to that of the next. */
type Day = Stretch & { date: string; weekday: number };

function daysWithin(timeZone: string, { from, to }: Stretch): Day[] {
  const clock = clockOf(timeZone);
  const [first, last] = [from, to].map((moment) => Math.floor(clock.localAt(moment) / day)) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const [begin, end] = [(first + index) * day, (first + index + 1) * day];
    const date = new Date(begin);
    return {
      ...{ from: clock.momentOf(begin), to: clock.momentOf(end) },
      ...{ date: date.toISOString().slice(0, 10), weekday: date.getUTCDay() },
    };
  });
}

const isWeekend = ({ weekday }: Day) => weekday === 0 || weekday === 6;

/** How many of `periods` the spans of `held` touch, and for how long. Both are in order, and apart from each other. */
function partOf(periods: readonly Stretch[], held: readonly Stretch[]): Part {
  const part: Part = { count: 0, hours: 0 };
  let next = 0;
  for (const period of periods) {
    while ((held[next]?.to ?? Number.POSITIVE_INFINITY) <= period.from) next += 1;
    let inside = 0;
    for (let index = next; (held[index]?.from ?? Number.POSITIVE_INFINITY) < period.to; index += 1) {
      inside += lengthOf(meetingOf(held[index] as Stretch, period));
    }
    if (inside > 0) part.count += 1;
    part.hours += inside / hour;
  }
  return part;
}

/** Some time of one override in which `taker` stood for `giver`; null where nobody would have. */
type Exchange = { override: string; taker: string; giver: string | null; time: number };

function exchangesOf(shifts: readonly Shift[], planned: readonly Shift[]): Exchange[] {
  return shifts.flatMap((shift) => {
    const { override, person: taker } = shift;
    if (override === null) return [];
    const stretch = stretchOf(shift);
    const met = planned
      .map(({ person, ...span }) => ({ giver: person, time: lengthOf(meetingOf(stretchOf(span), stretch)) }))
      .filter(({ time }) => time > 0);
    const unheld = { giver: null, time: lengthOf(stretch) - sumOf(met.map(({ time }) => time)) };
    return [...met, ...(unheld.time > 0 ? [unheld] : [])]
      .filter(({ giver }) => giver !== taker)
      .map((exchange) => ({ ...exchange, override, taker }));
  });
}

function exchangePart(exchanges: readonly Exchange[], side: "taker" | "giver", person: string): Part {
  const own = exchanges.filter((exchange) => exchange[side] === person);
  return {
    count: new Set(own.map(({ override }) => override)).size,
    hours: sumOf(own.map(({ time }) => time)) / hour,
  };
}

const stretchOf = ({ from, to }: Span): Stretch => ({ from: momentOf(from), to: momentOf(to) });
const meetingOf = (one: Stretch, other: Stretch): Stretch => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});
const lengthOf = ({ from, to }: Stretch) => Math.max(0, to - from);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
