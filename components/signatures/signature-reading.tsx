import { LatelyList } from "#components/history/event-list";
import { PageColumns } from "#components/layout/page-columns";
import { PatternView } from "#components/signatures/pattern-view";
import { PlainWords } from "#components/signatures/plain-words";
import { RunbookLink } from "#components/signatures/runbook-link";
import { Fact, Facts } from "#components/ui/facts";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { EventView } from "#lib/event-queries";
import { writeLabels } from "#lib/signatures/labels";
import type { SignatureView } from "#lib/signatures/views";

type SignatureReadingProps = { signature: SignatureView; events: readonly EventView[]; timeZone: string };

/** One signature in the order in which it is needed: what to do first, whether it is that, why, and what it looks like. */
export function SignatureReading({ signature, events, timeZone }: SignatureReadingProps) {
  const { firstStep, confirm, cause, pattern, labels, service, runbook } = signature;
  return (
    <PageColumns aside={<Beside {...{ signature, events, timeZone }} />}>
      <Section title="First step">
        <div className="border-t pt-2.5 text-large">
          <PlainWords text={firstStep} />
        </div>
        {runbook && (
          <p className="mt-2">
            <span className="text-ink-faint text-small">Then </span>
            <RunbookLink service={service} runbook={runbook} />
          </p>
        )}
      </Section>
      <Said title="How to confirm it" text={confirm} missing="Nobody has written yet how to be sure." />
      <Said title="Cause" text={cause} missing="Nobody has written yet what causes it." />
      <Section title="What it looks like">
        <PatternView pattern={pattern} />
        <p className="mt-1.5 text-ink-faint text-small">
          {pattern.includes("\n") ? "All of these occur, in any order" : "This occurs"}
          {pattern.includes("*") && "; * is any run of characters of a line"}.
        </p>
        {Object.keys(labels).length > 0 && (
          <p className="mt-2">
            <span className="text-ink-faint text-small">An alert also carries </span>
            <code className="wrap-anywhere text-small">{writeLabels(labels).replaceAll("\n", ", ")}</code>
          </p>
        )}
      </Section>
    </PageColumns>
  );
}

function Said({ title, text, missing }: { title: string; text: string; missing: string }) {
  return (
    <Section title={title}>
      <div className="border-t pt-2.5">
        {text ? <PlainWords text={text} /> : <p className="text-ink-faint">{missing}</p>}
      </div>
    </Section>
  );
}

function Beside({ signature, events, timeZone }: SignatureReadingProps) {
  const { service, author, changedAt, createdAt, source } = signature;
  return (
    <>
      <Section title="About this signature">
        <Facts className="border-t pt-2.5">
          <Fact term="of" note={service.isRetired && "retired"}>
            <Link href={`/services/${service.slug}`}>{service.name}</Link>
          </Fact>
          <Fact term="written by">
            {author.address ? (
              <Link href={`/people/${encodeURIComponent(author.address)}`}>{author.name}</Link>
            ) : (
              author.name
            )}
          </Fact>
          <Fact term="changed">
            <Instant at={changedAt} timeZone={timeZone} style="day" />
          </Fact>
          {createdAt !== changedAt && (
            <Fact term="first">
              <Instant at={createdAt} timeZone={timeZone} style="day" />
            </Fact>
          )}
          {source && <Fact term="imported">{`${source.source}: ${source.location}`}</Fact>}
        </Facts>
      </Section>
      <Section title="History">
        <LatelyList events={events} timeZone={timeZone} />
      </Section>
    </>
  );
}
