import type { PersonView, RosterView } from "#lib/rotations/views";

/** `outgoing` holds the watch up to `at` and no longer; `incoming` is the next to hold it, be it after a gap. */
export type HandoffView = { at: string; outgoing: PersonView; incoming: PersonView | null };

/** The handoffs within a roster, in order. Where one person goes on by another right, nothing is handed over. */
export function handoffsIn({ shifts }: Pick<RosterView, "shifts">): HandoffView[] {
  return shifts.flatMap((shift, index) => {
    const next = shifts[index + 1];
    const goesOn = next?.from === shift.to && next.person.address === shift.person.address;
    return goesOn ? [] : [{ at: shift.to, outgoing: shift.person, incoming: next?.person ?? null }];
  });
}
