import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import type { RotationListItem, SeatView } from "#lib/rotations/views";

type RotationListProps = {
  rotations: readonly RotationListItem[];
  /** Retired rotations have nobody on watch, and nobody minds. */
  areRetired?: boolean;
  timeZone: string;
  /** ISO 8601. */
  now: string;
};

/** Rotations, one below the other: who stands each watch now and until when, and what is wrong with it. */
export function RotationList({ rotations, areRetired, timeZone, now }: RotationListProps) {
  return (
    <ul className="rows border-b">
      {rotations.map((rotation) => (
        <li
          key={rotation.slug}
          className="grid gap-x-5 gap-y-0.5 py-2.25 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] md:grid-cols-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <div className="min-w-0">
            <Link href={`/rotations/${rotation.slug}`} className="font-semibold text-ink">
              {rotation.name}
            </Link>
            <p className="text-ink-faint text-small">
              <Link href={`/teams/${rotation.team.slug}`} className="text-ink-faint! no-underline! hover:underline!">
                {rotation.team.name}
              </Link>
              {rotation.isTeamDefault && ", for all its services"}
            </p>
          </div>
          {!areRetired && (
            <div className="min-w-0">
              <OnWatch seat={rotation.seat} timeZone={timeZone} />
              <Troubles rotation={rotation} timeZone={timeZone} now={now} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function OnWatch({ seat: { person, until }, timeZone }: { seat: SeatView; timeZone: string }) {
  return (
    <div>
      {person ? (
        <>
          <Lamp />
          <PersonLink person={person} className="text-ink!" />
        </>
      ) : (
        <b className="text-port">Nobody</b>
      )}
      {until && (
        <span className="ml-1.5 text-ink-faint text-small">
          until <Instant at={until} timeZone={timeZone} style="moment" />
        </span>
      )}
    </div>
  );
}

/** A gap that is there already is said by whoever is not on watch. */
function Troubles({ rotation, timeZone, now }: { rotation: RotationListItem; timeZone: string; now: string }) {
  const { nextGapAt, openRequests, seat } = rotation;
  const isGapAhead = nextGapAt !== null && seat.person !== null && Date.parse(nextGapAt) > Date.parse(now);
  if (!isGapAhead && openRequests === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3">
      {isGapAhead && (
        <Status tone="bad" className="font-semibold">
          nobody from <Instant at={nextGapAt} timeZone={timeZone} style="moment" />
        </Status>
      )}
      {openRequests > 0 && (
        <Status tone="warn">
          {openRequests === 1 ? "cover is asked for" : `cover is asked for ${openRequests} times`}
        </Status>
      )}
    </p>
  );
}
