import type { Ref, SeatView, ShiftView } from "#lib/rotations/views";

/** Who stands watch, as the API says it. Instants are RFC 3339 in UTC. */

/** Whoever asks who is on watch wants to call them by name; elsewhere people are named by e-mail alone. */
export function seatAnswer({ rotation, person, from, until }: SeatView) {
  return {
    rotation: rotation?.slug ?? null,
    person: person && { email: person.address, name: person.name },
    from,
    until,
  };
}

export function shiftAnswer({ from, to, person, source, layer }: ShiftView) {
  return { from, to, person: person.address, source, layer };
}

export function ownShiftAnswer({ rotation, ...shift }: ShiftView & { rotation: Ref }) {
  return { rotation: rotation.slug, ...shiftAnswer(shift) };
}

/** Neighbouring gaps are one, whoever was deactivated in them: a seat in them says the same bounds. */
export function gapAnswers(gaps: readonly { from: string; to: string }[]): { from: string; to: string }[] {
  const joined: { from: string; to: string }[] = [];
  for (const { from, to } of gaps) {
    const last = joined.at(-1);
    if (last?.to === from) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

/** An instant as the database writes it, in the form of all others. */
export const instantAnswer = (text: string): string => Temporal.Instant.from(text).toString();
