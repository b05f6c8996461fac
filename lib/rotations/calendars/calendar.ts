import { createHash } from "node:crypto";
import type { Shift, Span } from "#lib/rotations/rotation";

/** A rotation as calendars name it. */
export type CalendarRotation = { id: string; slug: string; name: string; team: string; changedAt: Temporal.Instant };

/** A person's own watches over all rotations, or everybody's watches of one. */
export type CalendarKind = "own" | "rotation";

/** One shift as an event of a calendar. Instants in whole seconds, all that calendars know. */
export type CalendarEvent = Span & {
  uid: string;
  summary: string;
  description: string;
  /** The page of its rotation, below the server's origin. */
  path: string;
  /** When anything about its rotation changed last. */
  changedAt: Temporal.Instant;
};

/** A calendar without the address at which it is read. */
export type Calendar = { name: string; events: CalendarEvent[] };

/** How far back and ahead a calendar tells. */
const daysBack = 90;
const daysAhead = 400;

/** What a calendar tells at `at`, to the hour, so that two readings soon after another are alike. */
export function calendarWindow(at: Temporal.Instant): Span {
  const hour = at.round({ smallestUnit: "hour", roundingMode: "floor" });
  return { from: hour.subtract({ hours: 24 * daysBack }), to: hour.add({ hours: 24 * daysAhead }) };
}

/** The events of a rotation's whole shifts, in order. One within a single second is none. */
export function calendarEvents(
  kind: CalendarKind,
  rotation: CalendarRotation,
  shifts: readonly Shift[],
  nameOf: (person: string) => string,
): CalendarEvent[] {
  return shifts
    .map((shift) => ({
      uid: eventUid(kind, rotation.id, shift),
      from: wholeSecond(shift.from),
      to: wholeSecond(shift.to),
      summary: `${kind === "own" ? "On watch" : nameOf(shift.person)}: ${rotation.name}`,
      description: `${rotation.team}, ${shift.layer === null ? "standing in" : `layer ${shift.layer}`}`,
      path: `/rotations/${rotation.slug}`,
      changedAt: rotation.changedAt,
    }))
    .filter(({ from, to }) => !from.equals(to));
}

/**
 * What a program knows an event by. It is made of the rotation, the instant at which the whole shift begins, whoever
 * stands it, and whether it stands in a person's own calendar or in a rotation's: no two shifts that exist together
 * share these, and whoever reads both calendars gets two events. It is the same for as long as that shift begins
 * then: however the reader's window moves, whatever happens to its end or to other shifts. What an override leaves of
 * a shift behind itself begins anew and is another event; what it leaves before itself is the one that was there.
 */
function eventUid(kind: CalendarKind, rotationId: string, { from, person }: Shift): string {
  const text = [kind, rotationId, from.toString(), person].join(" ");
  return `${createHash("sha256").update(text).digest("hex").slice(0, 40)}@watchbill`;
}

const wholeSecond = (at: Temporal.Instant) => at.round({ smallestUnit: "second", roundingMode: "floor" });
