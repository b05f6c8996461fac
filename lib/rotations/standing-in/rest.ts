import { usualNight } from "#lib/rotations/load/nights";
import { type Hours, hoursOf } from "#lib/rotations/resolver/hours";
import { instantOf, momentOf } from "#lib/rotations/resolver/moments";
import { clockOf } from "#lib/rotations/resolver/wall-clock";
import type { Span } from "#lib/rotations/rotation";
import { clipped, isBefore, isSameSpan } from "#lib/rotations/spans";

/** What is known of somebody who might stand in: the waking hours (`HH:MM` in their zone), other watches, absences. */
export type Availability = {
  timeZone: string | null;
  wakesAt: string | null;
  sleepsAt: string | null;
  /** Watches of any rotation that meet the span or end in the day before it. */
  watches: readonly (Span & { rotation: string })[];
  absences: readonly Span[];
};

/** One thing that speaks against standing a span. Spans lie within it; hours are whole, rounded down. */
export type RestFact =
  | ({ kind: "away"; isThroughout: boolean } & Span)
  | ({ kind: "on-watch"; rotation: string; isThroughout: boolean } & Span)
  | { kind: "off-night-watch"; rotation: string; until: Temporal.Instant; restHours: number }
  | ({ kind: "asleep"; nights: number; isThroughout: boolean } & Span)
  | { kind: "zone-unknown" };

/** `rested`: nothing speaks against it. `free`: they could, and it costs them sleep. `taken`: they are elsewhere. */
export type Standing = "rested" | "free" | "taken";

/** The rest that a day of work must leave, from Directive 2003/88/EC, article 3. */
const leastRestHours = 11;

/** What speaks against this person standing `span`; nothing when they are free, rested and awake. */
export function restFacts(span: Span, person: Availability): RestFact[] {
  const away = clipped(person.absences, span).map(
    (part): RestFact => ({ kind: "away", ...part, isThroughout: isSameSpan(part, span) }),
  );
  const busy = person.watches.flatMap(({ rotation, ...watch }) =>
    clipped([watch], span).map(
      (part): RestFact => ({ kind: "on-watch", rotation, ...part, isThroughout: isSameSpan(part, span) }),
    ),
  );
  if (!person.timeZone) return [...away, ...busy, { kind: "zone-unknown" }];
  return [...away, ...busy, ...offNightWatch(span, person), ...asleep(span, person)];
}

export function standingOf(facts: readonly RestFact[]): Standing {
  if (facts.some(({ kind }) => kind === "away" || kind === "on-watch")) return "taken";
  return facts.length === 0 ? "rested" : "free";
}

function offNightWatch(span: Span, person: Availability): RestFact[] {
  const nightWatches = person.watches.filter(
    (watch) => isBefore(watch.from, span.from) && nightsWithin(watch, person).length > 0,
  );
  return nightWatches.flatMap(({ rotation, to }): RestFact[] => {
    const restHours = (span.from.epochMilliseconds - to.epochMilliseconds) / 3_600_000;
    if (restHours < 0 || restHours >= leastRestHours) return [];
    return [{ kind: "off-night-watch", rotation, until: to, restHours: Math.floor(restHours) }];
  });
}

function asleep(span: Span, person: Availability): RestFact[] {
  const nights = nightsWithin(span, person);
  const [first] = nights;
  if (!first) return [];
  return [{ kind: "asleep", ...first, nights: nights.length, isThroughout: isSameSpan(first, span) }];
}

/** The nights of a person within `span`, cut to it and in order. A night ends when they next wake. */
function nightsWithin(span: Span, { timeZone, wakesAt, sleepsAt }: Availability): Span[] {
  if (!timeZone) return [];
  const night = wakesAt && sleepsAt ? nightOf(timeZone, sleepsAt, wakesAt) : nightOf(timeZone);
  const stretches = night.activeWithin(momentOf(span.from), momentOf(span.to));
  return stretches.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }));
}

// A roster asks the same few nights of each of its shifts.
const knownNights = new Map<string, Hours>();

function nightOf(timeZone: string, from = usualNight.from, to = usualNight.to): Hours {
  const key = `${timeZone} ${from} ${to}`;
  const night = knownNights.get(key) ?? hoursOf([{ ...usualNight, from, to }], clockOf(timeZone));
  knownNights.set(key, night);
  return night;
}
