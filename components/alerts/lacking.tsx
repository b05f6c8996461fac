import { PersonLink } from "#components/people/person-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Lacking as Found } from "#lib/alerts/lacking-queries";
import { documentUrl } from "#lib/documents/addresses";

type LackingProps = { service: { slug: string; name: string }; lacking: readonly Found[]; timeZone: string };

/** What people missed at night, for those who can write it. Nothing while nobody missed anything. */
export function Lacking({ service, lacking, timeZone }: LackingProps) {
  if (lacking.length === 0) return null;
  return (
    <Section title="What briefings lacked" note={lacking.length} id="lacking">
      <ul className="rows border-b">
        {lacking.map(({ alert, says, by, at, writtenSince }) => (
          <li key={`${alert.id} ${by.address}`} className="grid gap-0.5 py-2.5">
            <p className="wrap-anywhere max-w-[44rem] whitespace-pre-wrap">“{says}”</p>
            <p className="text-ink-faint text-small">
              <PersonLink person={by} />, <Instant at={at} timeZone={timeZone} style="day" />, after{" "}
              <Link href={`/alerts/${alert.id}/account`}>{alert.summary}</Link>
            </p>
            {writtenSince.length > 0 && (
              <p className="text-small">
                Written since:{" "}
                {writtenSince.map((document, index) => (
                  <span key={document.slug}>
                    {index > 0 && ", "}
                    <Link href={documentUrl({ ...document, service })}>{document.title}</Link>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
