/** When the day after a night is over at which somebody was woken: the next morning at this hour, by their own clock. */
const morningHour = 9;

/** Until when nobody is expected to stand watch who was woken in the night before `at`. */
export function endOfDayAfter(at: Temporal.Instant, timeZone: string): Temporal.Instant {
  const tomorrow = at.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  return tomorrow.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: morningHour }) }).toInstant();
}
