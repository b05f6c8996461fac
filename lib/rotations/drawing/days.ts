/** Calendar days as rosters are read by them: whole days of one IANA zone, whatever its clocks do. */

const written = /^\d{4}-\d{2}-\d{2}$/;
const writtenMonth = /^\d{4}-\d{2}$/;
const [firstYear, lastYear] = [1970, 2200];

/** The day that an address names, such as `2026-11-22`; undefined when it is none, or none that a roster could reach. */
export function readDay(text: unknown): Temporal.PlainDate | undefined {
  return typeof text === "string" && written.test(text)
    ? withinReach(() => Temporal.PlainDate.from(text, strict))
    : undefined;
}

/** The month that an address names, such as `2026-11`; undefined when it is none, or none that a roster could reach. */
export function readMonth(text: unknown): Temporal.PlainYearMonth | undefined {
  return typeof text === "string" && writtenMonth.test(text)
    ? withinReach(() => Temporal.PlainYearMonth.from(text, strict))
    : undefined;
}

const strict = { overflow: "reject" } as const;

function withinReach<Day extends { year: number }>(read: () => Day): Day | undefined {
  try {
    const day = read();
    return day.year >= firstYear && day.year <= lastYear ? day : undefined;
  } catch {
    return undefined;
  }
}

/** The day that it is at `at` in `timeZone`. */
export function dayAt(at: Temporal.Instant | string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The Monday of the week of `day`. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** `[from, to)` from the first moment of `day` for `days` whole days in `timeZone`. */
export function spanOfDays(day: Temporal.PlainDate, days: number, timeZone: string) {
  return { from: startOf(day, timeZone), to: startOf(day.add({ days }), timeZone) };
}

/** The days of the weeks that a month touches, Mondays first: rows of a calendar. */
export function weeksOf(month: Temporal.PlainYearMonth): Temporal.PlainDate[][] {
  const last = month.toPlainDate({ day: month.daysInMonth });
  const weeks: Temporal.PlainDate[][] = [];
  for (let monday = mondayOf(month.toPlainDate({ day: 1 })); ; monday = monday.add({ weeks: 1 })) {
    if (Temporal.PlainDate.compare(monday, last) > 0) return weeks;
    weeks.push(Array.from({ length: 7 }, (_, index) => monday.add({ days: index })));
  }
}

const months = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** `November 2026`. */
export function monthName(month: Temporal.PlainYearMonth): string {
  return months.format(month.toPlainDate({ day: 1 }).toZonedDateTime("UTC").epochMilliseconds);
}

/** A day may begin at 01:00, and one that a zone skipped is where the next begins. */
function startOf(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
