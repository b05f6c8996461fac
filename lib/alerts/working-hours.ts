import { weekdays } from "#lib/rotations/rotation";

/** When a team works: `from` and `to` are `HH:MM` in `timeZone`; `to` at or before `from` is on the next day. */
export type WorkingHours = { timeZone: string; weekdays: readonly string[]; from: string; to: string };

/** The working hours of a team that has named none. */
export const usualHours: WorkingHours = {
  timeZone: "UTC",
  weekdays: weekdays.slice(0, 5),
  from: "09:00",
  to: "17:00",
};

/**
 * The first instant from `at` on that lies in the working hours: `at` itself inside of them. Wall-clock times resolve
 * as handoffs do: one that does not exist takes the offset before the gap, one that happens twice is the first.
 */
export function nextWorkingInstant(hours: WorkingHours | null, at: Temporal.Instant): Temporal.Instant {
  const { timeZone, from, to, weekdays: days } = hours && hours.weekdays.length > 0 ? hours : usualHours;
  const [opens, closes] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const isOvernight = Temporal.PlainTime.compare(closes, opens) <= 0;
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  // Yesterday's hours may reach into today; hours that a change of the clocks swallows are found a week later.
  for (let day = -1; day <= 15; day += 1) {
    const date = today.add({ days: day });
    if (!days.includes(weekdays[date.dayOfWeek - 1] as string)) continue;
    const start = instantAt(date, opens, timeZone);
    const end = instantAt(isOvernight ? date.add({ days: 1 }) : date, closes, timeZone);
    if (Temporal.Instant.compare(start, end) >= 0 || Temporal.Instant.compare(end, at) <= 0) continue;
    return Temporal.Instant.compare(start, at) > 0 ? start : at;
  }
  return at;
}

const instantAt = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime, timeZone: string) =>
  date.toZonedDateTime({ timeZone, plainTime }).toInstant();
