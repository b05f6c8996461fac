const [fallsAsleep, wakesUp] = [22, 6];

/** Whether it is night for somebody in the IANA zone `timeZone` at `at`: from 22:00 until 06:00 on their clock. */
export function isNight(at: Temporal.Instant, timeZone: string): boolean {
  const { hour } = at.toZonedDateTimeISO(timeZone);
  return hour >= fallsAsleep || hour < wakesUp;
}

/**
 * Whether somebody who sleeps from `sleepsAt` to `wakesAt` (`HH:MM` in `timeZone`) is awake at `at`; null when nobody
 * has said. Hours that end before they begin lie over midnight.
 */
export function isAwake(
  { wakesAt, sleepsAt, timeZone }: { wakesAt: string | null; sleepsAt: string | null; timeZone: string | null },
  at: Temporal.Instant,
): boolean | null {
  if (wakesAt === null || sleepsAt === null || timeZone === null) return null;
  const time = at.toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
  return wakesAt < sleepsAt ? wakesAt <= time && time < sleepsAt : wakesAt <= time || time < sleepsAt;
}
