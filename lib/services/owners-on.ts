type Span = { role: "delivery" | "ops"; from: string; to: string | null };

/** The instants at which `day` begins and ends in `timeZone`: `[start, end)`, 23 to 25 hours in most zones. */
export function dayIn(day: Temporal.PlainDate, timeZone: string): { start: Temporal.Instant; end: Temporal.Instant } {
  const start = day.toZonedDateTime(timeZone).toInstant();
  return { start, end: day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() };
}

/** The owners in `role` on any part of `day` as `timeZone` counts it, the first one first. Empty: nobody. */
export function ownersOn<Owner extends Span>(
  spans: readonly Owner[],
  role: Span["role"],
  day: Temporal.PlainDate,
  timeZone: string,
): Owner[] {
  const { start, end } = dayIn(day, timeZone);
  const { compare } = Temporal.Instant;
  return spans
    .filter(
      (span) => span.role === role && compare(span.from, end) < 0 && (span.to === null || compare(span.to, start) > 0),
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
}

/** The day that an address names, or undefined when it is none: `2026-03-14`. */
export function readDay(text: string | string[] | undefined): Temporal.PlainDate | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
