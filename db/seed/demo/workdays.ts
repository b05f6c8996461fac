/** The instant so many days ago at a time of day in UTC; a day of the weekend becomes the Friday before it. */
export type Workday = (daysAgo: number, time?: string) => Temporal.Instant;

export function workdaysBefore(at: Temporal.Instant): Workday {
  const today = at.toZonedDateTimeISO("UTC").toPlainDate();
  return (daysAgo, time = "09:30") => {
    const day = today.subtract({ days: daysAgo });
    const weekend = Math.max(0, day.dayOfWeek - 5);
    return day.subtract({ days: weekend }).toZonedDateTime({ timeZone: "UTC", plainTime: time }).toInstant();
  };
}
