import type { ReactNode } from "react";
import { PersonLink } from "#components/people/person-link";
import { When } from "#components/rotations/when";
import { Instant } from "#components/ui/instant";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { sharedZoneOf } from "#lib/rotations/drawing/home-zone";
import type { WatchNow } from "#lib/rotations/now-queries";
import type { PersonView, RotationView, SeatView } from "#lib/rotations/views";

type OnWatchNowProps = {
  rotation: RotationView;
  watch: WatchNow;
  /** The reader's IANA zone. */
  timeZone: string;
  /** ISO 8601. */
  now: string;
  /** What the reader may do about it. */
  actions?: ReactNode;
};

/** Who stands the watch of a rotation now and until when, and who takes it then. */
export function OnWatchNow({ rotation, watch: { seat, next }, timeZone, now, actions }: OnWatchNowProps) {
  const zonesFor = ({ person }: SeatView) => ({ timeZone, homeZone: sharedZoneOf(rotation) ?? person?.timeZone });
  return (
    <section
      aria-label="On watch"
      className="mb-8 grid gap-x-11 gap-y-5 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_19rem]"
    >
      <Place heading="On watch now" seat={seat} isNow>
        {seat.until ? (
          <>
            until <When at={seat.until} {...zonesFor(seat)} />,{" "}
            <Instant at={seat.until} timeZone={timeZone} style="relative" now={now} />
          </>
        ) : (
          seat.person && "for as long as anybody can see"
        )}
        {seat.person && <Reach person={seat.person} now={now} />}
      </Place>
      {next && (
        <Place heading="Then" seat={next}>
          from <When at={next.from ?? now} {...zonesFor(next)} />
          {next.until && (
            <>
              {" "}
              until <When at={next.until} {...zonesFor(next)} />
            </>
          )}
        </Place>
      )}
      {actions && <div className="min-w-0 sm:col-span-2 lg:col-span-1 lg:col-start-3">{actions}</div>}
    </section>
  );
}

function Place({
  heading,
  seat,
  isNow,
  children,
}: {
  heading: string;
  seat: SeatView;
  isNow?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <h2 className="font-semibold text-ink-faint text-small">{heading}</h2>
      <p className="mt-0.5 font-bold text-title">
        {seat.person ? (
          <>
            {isNow && <Lamp isSaid />}
            <PersonLink person={seat.person} className="text-ink! no-underline! hover:underline!" />
          </>
        ) : (
          <span className="text-port">Nobody</span>
        )}
      </p>
      <div className="text-ink-soft">{children}</div>
    </div>
  );
}

function Reach({ person, now }: { person: PersonView; now: string }) {
  return (
    <p className="text-ink-faint text-small">
      {person.timeZone && `${instantText(now, person.timeZone, "time")} in ${zoneText(person.timeZone)}`}
      {person.timeZone && person.email && " · "}
      {person.email && <Link href={`mailto:${person.email}`}>{person.email}</Link>}
    </p>
  );
}
