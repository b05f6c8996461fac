/**
 * The resolver counts in moments: instants as milliseconds since 1970 in UTC, with a fraction where there is one.
 * A number of this size holds microseconds, as PostgreSQL does; what is finer is cut off.
 */
export type Moment = number;

/** Half-open, like every span. */
export type Stretch = { from: Moment; to: Moment };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

export function momentOf(instant: Temporal.Instant): Moment {
  return Number(instant.epochNanoseconds / 1_000n) / 1_000;
}

export function instantOf(moment: Moment): Temporal.Instant {
  if (Number.isInteger(moment)) return Temporal.Instant.fromEpochMilliseconds(moment);
  return new Temporal.Instant(BigInt(Math.round(moment * 1_000)) * 1_000n);
}
