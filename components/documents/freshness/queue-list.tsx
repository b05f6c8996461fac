import { FreshnessStatus } from "#components/documents/freshness/freshness-status";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import { mendingOf, mendingOfState } from "#lib/documents/freshness-words";
import type { DocumentItem } from "#lib/documents/views";

type QueueListProps = { documents: readonly DocumentItem[]; hasMore: boolean; timeZone: string };

const inSight = 8;

/** Documents of the reader's teams that may no longer hold, each with why and what mends it. Nothing on a good day. */
export function QueueList({ documents, hasMore, timeZone }: QueueListProps) {
  const { length } = documents;
  if (length === 0) return null;
  const action = length > inSight && <Link href="/documents?mine=true&state=doubtful">All that is doubtful</Link>;
  return (
    <Section title="Documents that need you" note={hasMore ? `${length} and more` : `${length}`} action={action}>
      <ul className="border-b">
        {documents.slice(0, inSight).map((document) => (
          <li key={document.id} className="border-t py-2.5">
            <Link href={documentUrl(document)} className="font-semibold">
              {document.title}
            </Link>
            <span className="text-ink-faint text-small"> {document.service.name}</span>
            <span className="block">
              <FreshnessStatus freshness={document.freshness} timeZone={timeZone} />
            </span>
            <span className="block text-ink-soft text-small">{mendingFor(document)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function mendingFor({ kind, freshness: { state, doubts } }: DocumentItem): string | undefined {
  const [doubt] = doubts;
  return state === "doubtful" && doubt ? mendingOf(doubt, kind) : mendingOfState(state, kind);
}
