import { EventList } from "#components/history/event-list";
import { EmptyState } from "#components/layout/empty-state";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import type { Part } from "#lib/cursor";
import type { EventView } from "#lib/event-queries";

type EventHistoryProps = {
  events: Part<EventView>;
  timeZone: string;
  /** The address of the thing, and that of this page without its query. */
  here: string;
  path: string;
  /** Whether this is a later part of the history. */
  isLater: boolean;
};

/** The whole history of a thing, part by part. */
export function EventHistory({ events, timeZone, here, path, isLater }: EventHistoryProps) {
  if (events.items.length === 0) return <EmptyState title="Nothing is recorded here." />;
  const next = events.nextCursor && `${path}?${new URLSearchParams({ cursor: events.nextCursor })}`;
  return (
    <>
      <EventList events={events.items} timeZone={timeZone} here={here} />
      {(next || isLater) && (
        <Pagination
          label="Parts of the history"
          summary={isLater ? <Link href={path}>Back to the newest</Link> : undefined}
          nextHref={next || undefined}
        />
      )}
    </>
  );
}
