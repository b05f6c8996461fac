import { usableZone } from "#lib/notifications/usable-zone";

const monday = 1;
const fromHour = 8;
const untilHour = 12;

/** Whether it is Monday morning anywhere at `at`: zones lie between UTC-12 and UTC+14. */
export function isDigestHour(at: Temporal.Instant): boolean {
  const earliest = at.add({ hours: 14 }).toZonedDateTimeISO("UTC");
  const latest = at.subtract({ hours: 12 }).toZonedDateTimeISO("UTC");
  return earliest.dayOfWeek === monday || latest.dayOfWeek === monday;
}

/** Those of the IANA zones in which it is Monday between 08:00 and 12:00 at `at`. */
export const zonesInDigestHour = (zones: readonly string[], at: Temporal.Instant): string[] =>
  zones.filter((zone) => {
    const { dayOfWeek, hour } = at.toZonedDateTimeISO(usableZone(zone));
    return dayOfWeek === monday && hour >= fromHour && hour < untilHour;
  });
