import type { ReactNode } from "react";
import { PersonLink } from "#components/people/person-link";
import { RosterStrip, type StripRow } from "#components/rotations/roster/roster-strip";
import { EmptySeats, seatWords } from "#components/services/empty-seats";
import { Chat } from "#components/teams/chat";
import { Instant } from "#components/ui/instant";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { SeatRoster } from "#lib/rotations/seat-queries";
import { type SeatName, seatNames } from "#lib/rotations/standing-in/empty-seats";
import type { SeatView, ServiceSeats } from "#lib/rotations/views";
import type { ServiceView } from "#lib/services/queries";

type OnWatchProps = {
  service: ServiceView;
  seats: ServiceSeats;
  rosters: Record<"delivery" | "backup" | "ops", SeatRoster | null>;
  /** The first day of the strip, a date such as `2026-11-22`, and how many it shows. */
  day: string;
  days: number;
  timeZone: string;
  /** ISO 8601. */
  now: string;
  /** What the reader may do about it. */
  children?: ReactNode;
};

/** Who stands the watches of a service over the next days, and whom to reach now, where, and how. */
export function OnWatch({ service, seats, rosters, day, days, timeZone, now, children }: OnWatchProps) {
  const address = `/services/${service.slug}/escalation`;
  const rows = seatNames.flatMap((seat): StripRow[] => {
    const found = rosters[seat];
    return found ? [rowOf(seat, found, { day, homeZone: timeZone })] : [];
  });
  return (
    <Section title="On watch" action={<Link href={address}>Escalation path</Link>}>
      {rows.length > 0 && (
        <RosterStrip rows={rows} days={days} timeZone={timeZone} now={now} label={`Watches of ${service.name}`} />
      )}
      <EmptySeats service={service} seats={seats} />
      <ul className="rows mt-3 border-b">
        {seatNames.map((seat) => {
          const view = seats[seat];
          const chat = seat === "ops" ? service.opsTeam?.chat : service.deliveryTeam?.chat;
          return (
            view?.person && <Held key={seat} seat={seatWords[seat]} view={view} chat={chat} {...{ timeZone, now }} />
          );
        })}
      </ul>
      {children && <div className="mt-3">{children}</div>}
    </Section>
  );
}

function rowOf(seat: SeatName, { rotation, roster }: SeatRoster, place: Pick<StripRow, "day" | "homeZone">): StripRow {
  return {
    key: seat,
    label: (
      <Link href={`/rotations/${rotation.slug}`} title={rotation.name} className="text-ink-soft!">
        {seatWords[seat]}
      </Link>
    ),
    name: `${seatWords[seat]}, ${rotation.name}`,
    roster,
    ...place,
  };
}

type HeldProps = { seat: string; view: SeatView; chat: string | null | undefined; timeZone: string; now: string };

function Held({ seat, view: { person, until }, chat, timeZone, now }: HeldProps) {
  if (!person) return null;
  return (
    <li className="grid gap-x-4 py-2.25 sm:grid-cols-[7.2rem_minmax(0,1fr)_minmax(0,1fr)]">
      <span className="text-ink-faint text-small sm:pt-px">{seat}</span>
      <div className="min-w-0">
        <Lamp />
        <PersonLink person={person} className="font-semibold text-ink!" />
        <span className="block text-ink-faint text-small">
          {person.timeZone && `${instantText(now, person.timeZone, "time")} in ${zoneText(person.timeZone)}`}
          {person.timeZone && until && ", "}
          {until && (
            <>
              until <Instant at={until} timeZone={timeZone} style="moment" />
            </>
          )}
        </span>
      </div>
      <div className="wrap-anywhere min-w-0 text-small sm:text-right">
        {person.email && <Link href={`mailto:${person.email}`}>{person.email}</Link>}
        {chat && (
          <span className="block text-ink-faint">
            <Chat chat={chat} />
          </span>
        )}
      </div>
    </li>
  );
}
