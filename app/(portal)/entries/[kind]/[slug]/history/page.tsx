import { EventHistory } from "#components/history/event-history";
import { EntryHeader } from "#components/services/entry-header";
import { Section } from "#components/ui/section";
import { listEventsFrom } from "#lib/event-queries";
import { addressOf } from "#lib/services/graph";
import { entryMetadata, loadEntry } from "../load-entry";

type Props = PageProps<"/entries/[kind]/[slug]/history">;

export const generateMetadata = ({ params }: Props) => entryMetadata(params, "History");

export default async function EntryHistoryPage({ params, searchParams }: Props) {
  const [{ viewer, entry }, { cursor }] = await Promise.all([loadEntry(params), searchParams]);
  const events = await listEventsFrom(viewer, entry.id, cursor);
  const address = addressOf({ noun: entry.kind, slug: entry.slug });

  return (
    <>
      <EntryHeader entry={entry} timeZone={viewer.timeZone} />
      <Section title="What happened">
        <EventHistory
          events={events.part}
          isLater={events.isLater}
          timeZone={viewer.timeZone}
          here={address}
          path={`${address}/history`}
        />
      </Section>
    </>
  );
}
