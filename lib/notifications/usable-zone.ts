const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/** The IANA zone, or UTC where nobody has said or this machine does not know it: no page fails for want of a clock. */
export function usableZone(zone: string | null): string {
  if (zone === null) return "UTC";
  try {
    epoch.toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return "UTC";
  }
}
