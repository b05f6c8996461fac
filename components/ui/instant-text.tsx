export type InstantStyle = "time" | "weekday" | "moment" | "day" | "full";

const formats: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  weekday: { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  moment: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short", year: "numeric" },
  full: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
};

const minuteMilliseconds = 60_000;
const minutesPerDay = 24 * 60;

/** `at` (ISO 8601) in words of the IANA zone `timeZone`: `03:12`, `Mon 09:00`, `Mon, 14 Feb, 03:12`, `14 Feb 2025`, `Mon, 14 Feb 2025, 03:12`. */
export function instantText(at: string, timeZone: string, style: InstantStyle): string {
  return formatFor(timeZone, style).format(Date.parse(at));
}

// Making a format costs fifty times what using it does, and a roster speaks of hundreds of moments.
const made = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string, style: InstantStyle): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", { ...formats[style], timeZone });
  made.set(key, format);
  return format;
}

/** How far `at` lies from `now` (both ISO 8601): `41 min ago`, `in 3 h`, `2 days ago`. Never rounded up. */
export function relativeText(at: string, now: string): string {
  const minutes = Math.trunc((Date.parse(at) - Date.parse(now)) / minuteMilliseconds);
  const distance = distanceText(Math.abs(minutes));
  if (!distance) return "just now";
  return minutes < 0 ? `${distance} ago` : `in ${distance}`;
}

function distanceText(minutes: number): string | undefined {
  if (minutes < 1) return undefined;
  if (minutes < 60) return `${minutes} min`;
  if (minutes < minutesPerDay) return `${Math.trunc(minutes / 60)} h`;
  const days = Math.trunc(minutes / minutesPerDay);
  return days === 1 ? "1 day" : `${days} days`;
}

/** The name a person would use for an IANA zone: `Lisbon`, `New York`, `UTC`. */
export function zoneText(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
