import fc from "fast-check";
import type { Span } from "#lib/rotations/rotation";

/** A time zone, and an instant at which its clocks do something worth looking at; or, now and then, any other. */
export type Pivot = { timeZone: string; at: Temporal.Instant };

export function anyPivot(): fc.Arbitrary<Pivot> {
  const nextJump = fc.record({ timeZone: anyZone(), at: anyInstant() }).map(atJump);
  const remarkable = fc.constantFrom(...remarkableTimes).map(([timeZone, text]) => {
    return atJump({ timeZone, at: Temporal.Instant.from(`${text}T00:00Z`) });
  });
  const ordinary = fc.record({ timeZone: anyZone(), at: anyInstant() });
  return fc.oneof(
    { weight: 6, arbitrary: nextJump },
    { weight: 3, arbitrary: remarkable },
    { weight: 1, arbitrary: ordinary },
  );
}

// Jumps of half an hour, two hours, a whole day, and those that take away or repeat a midnight.
const remarkableTimes = [
  ["Australia/Lord_Howe", "2026-01-01"],
  ["Australia/Lord_Howe", "2026-06-01"],
  ["Antarctica/Troll", "2026-01-01"],
  ["Antarctica/Troll", "2026-06-01"],
  ["Pacific/Apia", "2011-12-01"],
  ["Pacific/Kwajalein", "1993-08-01"],
  ["Pacific/Kiritimati", "1994-12-01"],
  ["America/Asuncion", "2023-09-01"],
  ["Asia/Beirut", "2026-01-01"],
  ["America/Santiago", "2026-02-01"],
  ["America/Santiago", "2026-08-01"],
  ["America/St_Johns", "2009-10-01"],
  ["Asia/Pyongyang", "2018-01-01"],
] as const;

export function anyZone(): fc.Arbitrary<string> {
  return fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
}

function anyInstant(): fc.Arbitrary<Temporal.Instant> {
  const begin = Temporal.Instant.from("1965-01-01T00:00Z");
  return fc.nat(95 * 365 * 24 * 60).map((minutes) => begin.add({ minutes }));
}

/** At the next jump of the clocks, or the last where no other follows. */
function atJump({ timeZone, at }: Pivot): Pivot {
  const zoned = at.toZonedDateTimeISO(timeZone);
  const jump = zoned.getTimeZoneTransition("next") ?? zoned.getTimeZoneTransition("previous");
  return { timeZone, at: jump?.toInstant() ?? at };
}

/** `at` itself, times within a few hours of it, whole hours around it, and times to the microsecond. */
export function anyInstantNear(at: Temporal.Instant, days: number): fc.Arbitrary<Temporal.Instant> {
  const close = fc.integer({ min: -180, max: 180 }).map((minutes) => at.add({ minutes }));
  const hours = fc.integer({ min: -days * 24, max: days * 24 }).map((hours) => at.add({ hours }));
  const precise = fc.tuple(hours, fc.nat(3_600_000_000)).map(([hour, microseconds]) => hour.add({ microseconds }));
  return fc.oneof(fc.constant(at), close, hours, precise);
}

/** What the clocks show before and after the jump, close to that, or at any other time of the day. */
export function anyTimeOfDay({ timeZone, at }: Pivot): fc.Arbitrary<string> {
  const after = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const before = at.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDateTime().add({ nanoseconds: 1 });
  const jumping = fc
    .tuple(fc.constantFrom(before, after), fc.constantFrom(-90, -60, -30, -15, -1, 0, 0, 0, 1, 15, 30, 60, 90))
    .map(([time, minutes]) => time.toPlainTime().add({ minutes }).toString({ smallestUnit: "minute" }));
  const usual = fc.constantFrom("00:00", "00:00", "09:00", "17:00", "22:00", "23:59");
  const any = fc.nat(24 * 60 - 1).map((minutes) => new Temporal.PlainTime().add({ minutes }).toString().slice(0, 5));
  return fc.oneof({ weight: 6, arbitrary: jumping }, { weight: 2, arbitrary: usual }, { weight: 1, arbitrary: any });
}

export function spanOf(one: Temporal.Instant, other: Temporal.Instant): Span {
  return Temporal.Instant.compare(one, other) <= 0 ? { from: one, to: other } : { from: other, to: one };
}
