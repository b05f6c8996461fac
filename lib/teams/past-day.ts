const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant at which `day` (`2026-03-14`) was over in `timeZone`, or undefined when it is no day of the past: the
 * state of a day is how the day closed. `at` is the present.
 */
export function endOfPastDay(
  day: string | undefined,
  timeZone: string,
  at: Temporal.Instant,
): Temporal.Instant | undefined {
  const date = day && isoDay.test(day) ? readDay(day) : undefined;
  if (!date) return undefined;
  const next = date.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant();
  return Temporal.Instant.compare(next, at) <= 0 ? next.subtract({ nanoseconds: 1000 }) : undefined;
}

function readDay(day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day);
  } catch {
    return undefined;
  }
}

/** The latest day that is over in `timeZone`, as `2026-03-14`. */
export function yesterdayIn(timeZone: string, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 }).toString();
}
