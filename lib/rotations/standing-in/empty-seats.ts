import type { ServiceSeats } from "#lib/rotations/views";

export type SeatName = "delivery" | "backup" | "ops";
export const seatNames = ["delivery", "backup", "ops"] as const;

/** A seat in which nobody is, and who is paged at once instead; null where there is nobody after it either. */
export type EmptySeat = {
  seat: SeatName;
  /** Whether a rotation is there at all, with nobody on watch. */
  hasRotation: boolean;
  passesTo: { seat: SeatName; name: string } | null;
};

/** The empty seats of a service. A page does not wait at them: it passes on to the next one at once. */
export function emptySeats(seats: ServiceSeats): EmptySeat[] {
  // Without a backup in its path a service has no such seat, and nothing is missing.
  const present = seatNames.flatMap((name) => (seats[name] ? [{ name, seat: seats[name] }] : []));
  return present.flatMap(({ name, seat }, index) => {
    if (seat.person) return [];
    const next = present.slice(index + 1).find((later) => later.seat.person);
    const passesTo = next?.seat.person ? { seat: next.name, name: next.seat.person.name } : null;
    return [{ seat: name, hasRotation: seat.rotation !== null, passesTo }];
  });
}
