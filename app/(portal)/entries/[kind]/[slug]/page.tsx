import { Provenance } from "#components/history/provenance";
import { EntryHeader } from "#components/services/entry-header";
import { EntryOwnership } from "#components/services/entry-ownership";
import { EntryParts } from "#components/services/entry-parts";
import { Lately } from "#components/services/lately";
import { ThingColumns } from "#components/services/thing-columns";
import { listEvents } from "#lib/event-queries";
import { findProvenance } from "#lib/imports/queries";
import { addressOf } from "#lib/services/graph";
import { listNeighbours } from "#lib/services/queries";
import { entryMetadata, loadEntry } from "./load-entry";

type Props = PageProps<"/entries/[kind]/[slug]">;

export const generateMetadata = ({ params }: Props) => entryMetadata(params);

export default async function EntryPage({ params }: Props) {
  const { viewer, entry } = await loadEntry(params);
  const [neighbours, events, origin] = await Promise.all([
    listNeighbours(viewer, entry.id),
    listEvents(viewer, entry.id, { limit: 5 }),
    findProvenance(viewer, entry.id),
  ]);
  const address = addressOf({ noun: entry.kind, slug: entry.slug });

  return (
    <>
      <EntryHeader entry={entry} timeZone={viewer.timeZone} />
      <ThingColumns
        first={<EntryOwnership entry={entry} />}
        last={
          <>
            <Lately events={events} timeZone={viewer.timeZone} address={address} />
            <Provenance origin={origin} timeZone={viewer.timeZone} />
          </>
        }
      >
        <EntryParts entry={entry} {...neighbours} />
      </ThingColumns>
    </>
  );
}
