import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { FollowedChange } from "#lib/documents/following/follow-queries";

/** What others changed of the documents that the reader follows. */
export function Followed({ changes, timeZone }: { changes: readonly FollowedChange[]; timeZone: string }) {
  if (changes.length === 0) return null;
  return (
    <Section title="Documents you follow">
      <ul className="rows border-b">
        {changes.map(({ document, revision, revisions, author, at, summary }) => (
          <li key={document.id} className="py-2">
            <Link href={documentUrl(document)}>{document.title}</Link>{" "}
            <span className="text-ink-faint text-small">{document.service.name}</span>
            <span className="block text-ink-soft text-small">
              {author.name}, <Instant at={at} timeZone={timeZone} style="day" />
              {summary && `: ${summary}`}
            </span>
            {revision > revisions && (
              <Link
                href={`${documentUrl(document)}/history?before=${revision - revisions}&after=${revision}`}
                className="text-small"
              >
                what changed<span className="sr-only"> in {document.title}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
