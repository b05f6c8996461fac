import fc from "fast-check";
import { type HoursWindow, type Layer, type Unit, units, type Weekday, weekdays } from "#lib/rotations/rotation";
import { anyTimeOfDay, anyZone, type Pivot } from "#lib/rotations/testing/any-time";

export const anyPerson = fc.constantFrom("ada", "bo", "cy", "dee", "eve");

/** A layer that began some time before the pivot, or now and then shortly after it. */
export function anyLayer(pivot: Pivot): fc.Arbitrary<Layer> {
  return fc
    .record({
      name: fc.constantFrom("primary", "nights", "weekends"),
      timeZone: fc.oneof({ weight: 4, arbitrary: fc.constant(pivot.timeZone) }, { weight: 1, arbitrary: anyZone() }),
      pace: fc.constantFrom(...units).chain((unit) => fc.record({ unit: fc.constant(unit), every: anyEvery(unit) })),
      age: fc.integer({ min: -2, max: 100 }),
      isLate: fc.nat(3).map((number) => number === 0),
      timeOfDay: fc.option(anyTimeOfDay(pivot)),
      participants: fc.array(anyPerson, { minLength: 1, maxLength: 5 }),
      firstTurn: fc.option(fc.nat(12), { nil: undefined }),
      hours: anyHours(pivot),
    })
    .map(({ pace, age, isLate, timeOfDay, ...layer }) => {
      const shown = pivot.at.toZonedDateTimeISO(layer.timeZone).toPlainDateTime();
      const steps = Math.round(((age / 100) * oldest[pace.unit]) / pace.every) * pace.every;
      const begun = shown.subtract({ [`${pace.unit}s`]: steps });
      // Days that not every month has.
      const late = isLate ? begun.with({ day: 31 }) : begun;
      const startsAt = (timeOfDay ? late.withPlainTime(timeOfDay) : late).toString({ smallestUnit: "minute" });
      return { ...layer, ...pace, startsAt };
    });
}

// Short enough for an oracle that writes down every handoff and every window.
const oldest: Record<Unit, number> = { hour: 400, day: 300, week: 50, month: 15 };
const longest: Record<Unit, number> = { hour: 60, day: 20, week: 6, month: 5 };
const extreme: Record<Unit, number> = { hour: 999, day: 100, week: 30, month: 12 };

function anyEvery(unit: Unit): fc.Arbitrary<number> {
  const any = fc.integer({ min: 1, max: longest[unit] });
  return fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 3, arbitrary: any }, fc.constant(extreme[unit]));
}

/** None, one that is short and close to the jump every day, or some of any kind. */
function anyHours(pivot: Pivot): fc.Arbitrary<HoursWindow[] | undefined> {
  const time = anyTimeOfDay(pivot);
  const windowOn = (days: fc.Arbitrary<Weekday[]>) => fc.record({ weekdays: days, from: time, to: time });
  const some = windowOn(fc.subarray([...weekdays], { minLength: 1 }));
  const everyDay = windowOn(fc.constant([...weekdays]));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.tuple(everyDay) },
    { weight: 3, arbitrary: fc.array(some, { minLength: 1, maxLength: 3 }) },
  );
}
