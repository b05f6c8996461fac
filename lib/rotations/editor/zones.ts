/** What the platform knows of time zones, in the browser too. */

/** How far the clocks of an IANA zone are ahead of UTC at noon of `day` (`2026-03-01`), in minutes; 0 for an unknown zone or day. */
export function offsetMinutes(timeZone: string, day: string): number {
  const text = offsetText(timeZone, new Date(`${day}T12:00:00Z`));
  const [, sign, hours, minutes = "0"] = /([+-])(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `GMT+5:30`; empty for an unknown zone. */
export function offsetText(timeZone: string, at: Date): string {
  if (Number.isNaN(at.getTime())) return "";
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" });
    return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}

/** Zones whose name holds every word of `query`, those that begin with it first; at most `limit`. */
export function findZones(query: string, limit: number): string[] {
  const words = searchable(query).split(" ").filter(Boolean);
  const found = allZones().filter((zone) => words.every((word) => searchable(zone).includes(word)));
  const place = (zone: string) => searchable(zone.slice(zone.lastIndexOf("/") + 1));
  const rank = (zone: string) => (place(zone).startsWith(words.join(" ")) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other) || one.localeCompare(other)).slice(0, limit);
}

/** Names that the tz database prefers today; some platforms list only the former ones. */
const renamed = [
  "America/Argentina/Buenos_Aires",
  "America/Nuuk",
  "Asia/Ho_Chi_Minh",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Yangon",
  "Atlantic/Faroe",
  "Europe/Kyiv",
];

function allZones(): string[] {
  return [...new Set(["UTC", ...renamed, ...Intl.supportedValuesOf("timeZone")])];
}

const searchable = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[_/\s-]+/g, " ")
    .trim();
