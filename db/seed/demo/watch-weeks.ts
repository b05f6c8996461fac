import type { Person } from "#db/seed/people";
import type { LayerFacts } from "#db/seed/rotations";

/** The week in which the first rotations began. */
export const firstWeek = -37;

/** Weeks of a watch that is handed over on Mondays at 09:00 in one zone; number 0 is under way. */
export type WatchWeeks = {
  /** The day so many days after the Monday of `week`. */
  day(week: number, days?: number): Temporal.PlainDate;
  /** The instant so many days after the Monday of `week`, at a time of day in the zone: the handoff, unless given. */
  at(week: number, days?: number, time?: string): Temporal.Instant;
  /** A weekly layer with these turns, in which `person` stands `week`. It is counted from the first week of all. */
  layer(order: readonly Person[], turn: { person: Person; week: number }): LayerFacts;
};

const handoff = "09:00";

export function watchWeeks(at: Temporal.Instant, timeZone: string): WatchWeeks {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 });
  const isHandedOver = Temporal.Instant.compare(instantOn(thisMonday, handoff, timeZone), at) <= 0;
  const monday = isHandedOver ? thisMonday : thisMonday.subtract({ weeks: 1 });
  const day = (week: number, days = 0) => monday.add({ days: 7 * week + days });
  return {
    day,
    at: (week, days, time = handoff) => instantOn(day(week, days), time, timeZone),
    layer: (order, { person, week }) => ({
      name: "weekly",
      timeZone,
      startsAt: `${day(firstWeek)}T${handoff}`,
      firstTurn: modulo(order.indexOf(person) - (week - firstWeek), order.length),
      participants: order,
    }),
  };
}

/** The Friday before `week`, when a team decides what holds from Monday on. */
export const decided = (weeks: WatchWeeks, week: number) => weeks.at(week, -3, "15:20");

export function instantOn(day: Temporal.PlainDate, plainTime: string, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime }).toInstant();
}

const modulo = (value: number, size: number) => ((value % size) + size) % size;
