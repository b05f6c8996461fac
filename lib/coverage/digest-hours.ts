import { usableZone } from "#lib/notifications/usable-zone";

const saturday = 6;
const fromHour = 8;
const untilHour = 12;

/** The first day of its month from Monday to Friday. Holidays are not known here. */
export function firstWorkingDay(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  return first.dayOfWeek < saturday ? first : first.add({ days: 8 - first.dayOfWeek });
}

/** Those of the IANA zones in which it is the morning, from 08:00 to 12:00, of a month's first working day at `at`. */
export const zonesInCoverageHour = (zones: readonly string[], at: Temporal.Instant): string[] =>
  zones.filter((zone) => {
    const local = at.toZonedDateTimeISO(usableZone(zone));
    const isMorning = local.hour >= fromHour && local.hour < untilHour;
    return isMorning && local.toPlainDate().equals(firstWorkingDay(local.toPlainDate().toPlainYearMonth()));
  });

/** Whether it can be such a morning anywhere: the first working day is the third at the latest, and zones lie two days apart. */
export const isCoverageDay = (at: Temporal.Instant): boolean => {
  const { day, daysInMonth } = at.toZonedDateTimeISO("UTC");
  return day <= 4 || day === daysInMonth;
};
