import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { type EmptySeat, emptySeats } from "#lib/rotations/standing-in/empty-seats";
import type { ServiceSeats } from "#lib/rotations/views";
import type { ServiceView } from "#lib/services/queries";

export const seatWords = { delivery: "Delivery", backup: "Backup", ops: "Ops" } as const;

type EmptySeatsProps = { service: ServiceView; seats: ServiceSeats };

/** Says of each empty seat that a page does not wait there, and where it passes to. Nothing while all are held. */
export function EmptySeats({ service, seats }: EmptySeatsProps) {
  const empty = emptySeats(seats);
  if (empty.length === 0) return null;
  const mend = empty.some(({ hasRotation }) => !hasRotation) && service.permissions.canEscalate;
  return (
    <Notice
      tone={empty.some(({ passesTo }) => passesTo === null) ? "bad" : "warn"}
      className="mt-3"
      action={mend && <Link href={`/services/${service.slug}/escalation`}>Name a rotation</Link>}
    >
      {empty.map((one) => (
        <p key={one.seat}>{sentenceFor(one)}</p>
      ))}
    </Notice>
  );
}

function sentenceFor({ seat, hasRotation, passesTo }: EmptySeat): string {
  const why = hasRotation ? `Nobody stands the ${seat} watch now` : `No rotation stands the ${seat} watch`;
  if (passesTo) return `${why}: a page passes at once to ${passesTo.name} (${passesTo.seat}).`;
  return seat === "ops" ? `${why}: there is nobody behind it.` : `${why}, and nobody after it would be paged.`;
}
