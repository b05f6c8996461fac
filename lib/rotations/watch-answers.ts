import type { Ref, SeatView, ShiftView } from "#lib/rotations/views";

/** Who stands watch, as the API says it. Instants are RFC 3339 in UTC. */

/** People are named by e-mail; somebody without one by the handle. */
export type PersonAnswer = { email: string; name: string };

export const personAnswer = ({ address, name }: { address: string; name: string }): PersonAnswer => ({
  email: address,
  name,
});

export function seatAnswer({ rotation, person, from, until }: SeatView) {
  return { rotation: rotation?.slug ?? null, person: person && personAnswer(person), from, until };
}

export function shiftAnswer({ from, to, person, source, layer }: ShiftView) {
  return { from, to, person: personAnswer(person), source, layer };
}

export function ownShiftAnswer({ rotation, ...shift }: ShiftView & { rotation: Ref }) {
  return { rotation: rotation.slug, ...shiftAnswer(shift) };
}

export const gapAnswer = ({ from, to }: { from: string; to: string }) => ({ from, to });

/** An instant as the database writes it, in the form of all others. */
export const instantAnswer = (text: string): string => Temporal.Instant.from(text).toString();
