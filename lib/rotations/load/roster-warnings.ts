import type { Holiday } from "#lib/people/holiday-queries";
import { spanOfDays } from "#lib/rotations/drawing/days";
import type { Shift, Span } from "#lib/rotations/rotation";
import { meeting } from "#lib/rotations/spans";
import { restFacts } from "#lib/rotations/standing-in/rest";

/** What is known of whoever stands a watch. Waking hours are `HH:MM` in their zone; 06:00 to 22:00 where null. */
export type Sentinel = {
  timeZone: string;
  wakesAt: string | null;
  sleepsAt: string | null;
  absences: readonly Span[];
  holidays: readonly Holiday[];
};

/**
 * What speaks against somebody's standing a shift: they are away for `span` of it, it touches public holidays where
 * they live, or it reaches into their sleep, `first` of all for that span and in so many nights.
 */
export type RosterWarning = { person: string; shift: Span } & (
  | { kind: "away"; span: Span }
  | { kind: "holiday"; days: Holiday[] }
  | { kind: "asleep"; first: Span; nights: number }
);

/** Everything that speaks against these shifts, in their order; of one shift absences first, and sleep last. */
export function rosterWarnings(shifts: readonly Shift[], people: ReadonlyMap<string, Sentinel>): RosterWarning[] {
  return shifts.flatMap(({ person, from, to }) => {
    const sentinel = people.get(person);
    if (!sentinel) return [];
    const shift = { from, to };
    const facts = restFacts(shift, { ...sentinel, watches: [] });
    const away = facts.flatMap((fact): RosterWarning[] =>
      fact.kind === "away" ? [{ kind: "away", person, shift, span: { from: fact.from, to: fact.to } }] : [],
    );
    const asleep = facts.flatMap((fact): RosterWarning[] =>
      fact.kind === "asleep"
        ? [{ kind: "asleep", person, shift, first: { from: fact.from, to: fact.to }, nights: fact.nights }]
        : [],
    );
    const days = holidaysWithin(shift, sentinel);
    return [...away, ...(days.length > 0 ? [{ kind: "holiday" as const, person, shift, days }] : []), ...asleep];
  });
}

/** The holidays that a shift touches, each from midnight to midnight where the person is. */
function holidaysWithin(shift: Span, { holidays, timeZone }: Sentinel): Holiday[] {
  return holidays.filter(({ day }) => meeting(shift, spanOfDays(Temporal.PlainDate.from(day), 1, timeZone)));
}
