import type { Span } from "#lib/rotations/rotation";

const moment: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};
const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** A span in words of the IANA zone: `Mon 2 Mar, 09:00 to 17:00 (Europe/Lisbon)`, with the day where it is another. */
export function spanTimes({ from, to }: Span, timeZone: string): string {
  const [begin, end] = [from.toZonedDateTimeISO(timeZone), to.toZonedDateTimeISO(timeZone)];
  const isOneDay = begin.toPlainDate().equals(end.toPlainDate());
  return `${shown(begin, moment)} to ${shown(end, isOneDay ? time : moment)} (${timeZone})`;
}

const shown = (at: Temporal.ZonedDateTime, format: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...format, timeZone: at.timeZoneId }).format(at.epochMilliseconds);
