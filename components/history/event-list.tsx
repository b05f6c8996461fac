import { ChangeList } from "#components/history/change-list";
import { EventSentence } from "#components/history/event-sentence";
import { Instant } from "#components/ui/instant";
import { instantText } from "#components/ui/instant-text";
import type { EventView } from "#lib/event-queries";
import { eventWords } from "#lib/event-words";

type EventListProps = {
  /** Newest first. */
  events: readonly EventView[];
  /** The reader's IANA zone: days and times are theirs. */
  timeZone: string;
  /** The address of the thing whose history this is. */
  here?: string;
};

/** History as sentences, day by day, with what each changed. */
export function EventList({ events, timeZone, here }: EventListProps) {
  return [...Map.groupBy(events, (event) => instantText(event.at, timeZone, "day"))].map(([day, sameDay]) => (
    <section key={day} aria-label={day} className="mb-4">
      <h3 className="mb-1 font-semibold text-ink-faint text-small tabular-nums">{day}</h3>
      <ol className="rows">
        {sameDay.map((event) => (
          <li key={event.id} className="grid gap-x-4 py-2.5 sm:grid-cols-[3.25rem_minmax(0,1fr)]">
            <Instant at={event.at} timeZone={timeZone} style="time" className="pt-px text-ink-faint text-small" />
            <EventLine event={event} timeZone={timeZone} here={here} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** The last few events beside something else: a sentence each and the day. */
export function LatelyList({ events, timeZone, here }: EventListProps) {
  return (
    <ol className="rows border-b">
      {events.map((event) => (
        <li key={event.id} className="py-2">
          <div className="wrap-anywhere">
            <EventSentence sentence={eventWords(event).sentence} timeZone={timeZone} here={here} />
          </div>
          <Instant at={event.at} timeZone={timeZone} style="day" className="text-ink-faint text-small" />
        </li>
      ))}
    </ol>
  );
}

function EventLine({ event, timeZone, here }: { event: EventView; timeZone: string; here?: string }) {
  const { sentence, changes } = eventWords(event);
  return (
    <div className="wrap-anywhere min-w-0">
      <EventSentence sentence={sentence} timeZone={timeZone} here={here} />
      <ChangeList changes={changes} />
    </div>
  );
}
