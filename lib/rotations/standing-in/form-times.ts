/** What a form's date and time fields say, as instants, and back. Fields speak wall-clock times of one IANA zone. */

const wallClock = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:00(\.0+)?)?$/;
const calendarDay = /^\d{4}-\d{2}-\d{2}$/;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a `datetime-local` field shows for `at` in `timeZone`, to the minute: `2026-03-29T03:30`. */
export function wallOf(at: Temporal.Instant | string, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/**
 * The instant at which clocks in `timeZone` show `wall`; undefined when it is no such text or no such day. Resolved as
 * RFC 5545 says: a time that does not exist takes the offset before the gap, one that happens twice is the first.
 * Left as `shown` (an instant) put it there, it means exactly that, be it the second of the two or between minutes.
 */
export function instantOfWall(wall: string, timeZone: string, shown?: string): Temporal.Instant | undefined {
  const left = shown && readInstant(shown);
  if (left && wallOf(left, timeZone) === wall) return left;
  if (!wallClock.test(wall)) return undefined;
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: "reject" }).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}

/** Days from the first to the last one; a time of day narrows either end. Texts as fields send them. */
export type DaysTyped = { firstDay: string; lastDay: string; fromTime: string; toTime: string };

/** Where `days` begin in `timeZone`: at the first moment of the day unless a time is given. */
export function startOfDays({ firstDay, fromTime }: DaysTyped, timeZone: string): Temporal.Instant | undefined {
  const day = readDay(firstDay);
  return day && momentOfDay(day, fromTime, timeZone);
}

/** Where `days` end in `timeZone`: with the last day unless a time is given. */
export function endOfDays({ lastDay, toTime }: DaysTyped, timeZone: string): Temporal.Instant | undefined {
  const day = readDay(lastDay);
  return day && momentOfDay(toTime ? day : day.add({ days: 1 }), toTime, timeZone);
}

function momentOfDay(day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant | undefined {
  if (!time) return day.toZonedDateTime(timeZone).toInstant();
  return timeOfDay.test(time) ? instantOfWall(`${day}T${time}`, timeZone) : undefined;
}

function readDay(text: string): Temporal.PlainDate | undefined {
  if (!calendarDay.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function readInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
