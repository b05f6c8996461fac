import { AuthorName } from "#components/documents/author-name";
import { Fact, Facts } from "#components/ui/facts";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentView } from "#lib/documents/views";

/** Who wrote a document, when, and how long a review of it holds. */
export function WrittenBy({ document, timeZone }: { document: DocumentView; timeZone: string }) {
  const { lastChange, revision, source, reviewIntervalDays, service, createdAt } = document;
  return (
    <Section title="About this text">
      <Facts className="border-t pt-2.5">
        <Fact term="of" note={service.isRetired && "retired"}>
          <Link href={`/services/${service.slug}`}>{service.name}</Link>
        </Fact>
        <Fact term="changed" note={lastChange.summary}>
          <Instant at={lastChange.at} timeZone={timeZone} style="day" /> by <AuthorName author={lastChange.author} />
        </Fact>
        <Fact term="revision">
          <Link href={`${documentUrl(document)}/history`}>
            {revision === 1 ? "the first" : `${revision}, since `}
            {revision > 1 && <Instant at={createdAt} timeZone={timeZone} style="day" />}
          </Link>
        </Fact>
        <Fact term="review">holds {reviewIntervalDays} days</Fact>
        {source && (
          <Fact term="imported">
            <span className="wrap-anywhere">
              {source.source}: {source.location}
            </span>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
