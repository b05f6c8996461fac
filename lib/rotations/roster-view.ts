import type { Gap, Roster, Seat, Shift, Span } from "#lib/rotations/rotation";
import type { GapView, PersonView, Ref, RosterView, SeatView, ShiftView } from "#lib/rotations/views";

/** Everybody who may appear, by id. */
type People = ReadonlyMap<string, PersonView>;

export const personView = ({ address, name, email, timeZone }: PersonView): PersonView => ({
  address,
  name,
  email,
  timeZone,
});

/** A resolved roster as screens and calls are given it. */
export function rosterView(roster: Roster, window: Span, people: People): RosterView {
  return {
    from: window.from.toString(),
    to: window.to.toString(),
    shifts: roster.shifts.map((shift) => shiftView(shift, people)),
    gaps: roster.gaps.map((gap) => gapView(gap, people)),
  };
}

export function shiftView({ from, to, person, source, layer, override }: Shift, people: People): ShiftView {
  return { from: from.toString(), to: to.toString(), person: known(person, people), source, layer, override };
}

export function gapView({ from, to, deactivated }: Gap, people: People): GapView {
  return {
    from: from.toString(),
    to: to.toString(),
    deactivated: deactivated === null ? null : known(deactivated, people),
  };
}

/** A seat of `rotation`, or one that no rotation fills. */
export function seatView(rotation: Ref | null, seat: Seat | null, people: People): SeatView {
  return {
    rotation: rotation && { slug: rotation.slug, name: rotation.name },
    person: seat?.shift ? known(seat.shift.person, people) : null,
    from: seat?.from?.toString() ?? null,
    until: seat?.until?.toString() ?? null,
  };
}

function known(id: string, people: People): PersonView {
  const person = people.get(id);
  if (!person) throw new Error(`The person ${id} stands a watch and was not loaded.`);
  return personView(person);
}
