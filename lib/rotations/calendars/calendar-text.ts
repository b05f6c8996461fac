import icalendar, { escape as escapeText, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Calendar } from "#lib/rotations/calendars/calendar";

/** How often a program should ask again. */
const refreshSeconds = 15 * 60;

/**
 * The calendar as RFC 5545 says it, times in UTC, for a server at `origin`. It says the same as long as the calendar
 * does. An event keeps nobody from anything else: it counts as free time.
 */
export function calendarText({ name, events }: Calendar, origin: string): string {
  const calendar = icalendar({
    // The library escapes what stands in events, and not this.
    name: escapeText(name, false),
    prodId: { company: "Watchbill", product: "Watchbill", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const { uid, from, to, summary, description, path, changedAt } of events) {
    calendar.createEvent({
      id: uid,
      start: from,
      end: to,
      stamp: changedAt,
      lastModified: changedAt,
      summary,
      description,
      url: origin + path,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
