import { Asked } from "#components/briefing/asked";
import type { Reading } from "#components/briefing/clock";
import { Expert } from "#components/briefing/expert";
import { LocalTime } from "#components/briefing/local-time";
import { Part } from "#components/briefing/part";
import { Ways } from "#components/briefing/ways";
import type { AlertView, PageView } from "#lib/alerts/views";
import type { BriefedExpert, BriefedSeat } from "#lib/briefing/views";

type WhoIsHereProps = Reading & {
  seats: readonly BriefedSeat[];
  experts: readonly BriefedExpert[];
  /** Null before there is an alert. */
  alert: AlertView | null;
  /** The reader's own address. */
  own: string | null;
};

/** Delivery, backup and ops with their local time and whether they answered; then who else was asked, and who knows. */
export function WhoIsHere({ seats, experts, alert, own, ...reading }: WhoIsHereProps) {
  const seated = new Set(seats.flatMap(({ person }) => person?.address ?? []));
  const others = [...Map.groupBy(alert?.pages ?? [], ({ person }) => person.address)].filter(
    ([address]) => !seated.has(address),
  );
  const knowing = experts.filter(({ address }) => !seated.has(address) && !others.some(([one]) => one === address));
  return (
    <Part id="who" title="Who is here">
      <ul className="night-rows">
        {seats.map((seat) => (
          <Seat key={seat.seat} {...{ seat, alert, own, ...reading }} />
        ))}
        {others.map(([address, pages]) => (
          <Other key={address} {...{ pages, alert, own, ...reading }} />
        ))}
        {knowing.map((expert) => (
          <Expert key={expert.address} expert={expert} own={own} {...reading} />
        ))}
      </ul>
    </Part>
  );
}

type SeatProps = Reading & { seat: BriefedSeat; alert: AlertView | null; own: string | null };

function Seat({ seat: { seat, person, rotation, chat }, alert, own, ...reading }: SeatProps) {
  if (!person)
    return (
      <li className="night-seat">
        <span>{seat}</span>
        <b className="night-bad">{rotation ? "Nobody is on watch" : "No watch"}</b>
        <p>
          {rotation ? (
            <>
              <a href={`/rotations/${rotation.slug}`}>{rotation.name}</a> has a gap now: it is passed at once.
            </>
          ) : (
            "No rotation fills this seat."
          )}
        </p>
      </li>
    );
  const pages = (alert?.pages ?? []).filter((page) => page.person.address === person.address);
  return (
    <li className="night-seat">
      <span>{seat}</span>
      <b>
        <span className="night-lamp">
          <span className="sr-only">on watch now: </span>
        </span>
        {person.address === own ? "You" : person.name}
      </b>
      <LocalTime person={person.address === own ? { timeZone: person.timeZone } : person} {...reading} />
      <p>
        {alert && <Asked {...{ alert, seat, pages }} address={person.address} {...reading} />}
        {person.address !== own && <Ways person={person} chat={chat} isFirst={alert === null} />}
      </p>
    </li>
  );
}

function Other({
  pages,
  alert,
  own,
  ...reading
}: Reading & { pages: PageView[]; alert: AlertView | null; own: string | null }) {
  const [page] = pages;
  if (!page || !alert) return null;
  const { person, seat } = page;
  return (
    <li className="night-seat">
      <span>{seat === "brought-in" || seat === "handed-to" || seat === "holder" ? "asked in" : seat}</span>
      <b>{person.address === own ? "You" : person.name}</b>
      <LocalTime person={person} {...reading} />
      <p>
        <Asked {...{ alert, pages }} seat={null} address={person.address} {...reading} />
        {page.word && <span className="block">“{page.word}”</span>}
      </p>
    </li>
  );
}
