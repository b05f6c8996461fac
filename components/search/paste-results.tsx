import { EmptyState } from "#components/layout/empty-state";
import { NamedServices } from "#components/search/named-services";
import { ResultRows } from "#components/search/result-rows";
import { StartSignature } from "#components/search/start-signature";
import { MatchedLines } from "#components/signatures/matched-lines";
import { PlainWords } from "#components/signatures/plain-words";
import { RunbookLink } from "#components/signatures/runbook-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { signatureUrl } from "#lib/documents/addresses";
import type { PasteResult } from "#lib/search/actions";
import type { SignatureMatch } from "#lib/signatures/match-queries";

/** What is known about a pasted error: signatures, documents that speak of it, services that it names. */
export function PasteResults({ text, answer, writable }: PasteResult) {
  const { signatures, documents, services, others } = answer;
  return (
    <>
      {signatures.length > 0 ? (
        <Section title="Signatures" note={signatures.length}>
          <ol className="rows border-b">
            {signatures.map((match) => (
              <Matched key={match.id} match={match} text={text} />
            ))}
          </ol>
        </Section>
      ) : (
        <Unknown isNamed={services.length > 0} hasDocuments={documents.length > 0} />
      )}
      {writable.length > 0 && <StartSignature text={text} services={writable} isKnown={signatures.length > 0} />}
      {documents.length > 0 && (
        <Section title="Runbooks and notes that speak of it" note={documents.length}>
          <ResultRows items={documents} />
        </Section>
      )}
      {services.length > 0 && <NamedServices services={services} />}
      {others.length > 0 && (
        <Section title="It also names" note={others.length}>
          <ResultRows items={others} />
        </Section>
      )}
    </>
  );
}

function Matched({ match, text }: { match: SignatureMatch; text: string }) {
  const { service, meaning, firstStep, runbook, why, ranges } = match;
  return (
    <li className="grid gap-x-8 gap-y-2 py-3.5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="min-w-0">
        <h3 className="font-semibold text-large">
          <Link href={signatureUrl(match)}>{meaning}</Link>
        </h3>
        <p className="text-ink-faint text-small">
          <Link href={`/services/${service.slug}`}>{service.name}</Link> · {why}
        </p>
        <div className="mt-2">
          <span className="text-ink-faint text-small">First step</span>
          <PlainWords text={firstStep} />
        </div>
        {runbook && (
          <p className="mt-1 text-small">
            <span className="text-ink-faint">Then </span>
            <RunbookLink service={service} runbook={runbook} />
          </p>
        )}
      </div>
      <div className="min-w-0">
        <MatchedLines text={text} ranges={ranges} />
      </div>
    </li>
  );
}

function Unknown({ isNamed, hasDocuments }: { isNamed: boolean; hasDocuments: boolean }) {
  const next = [
    hasDocuments && "Read what speaks of it below.",
    isNamed && "Ask whoever is on watch for the services that it names.",
    !isNamed && !hasDocuments && "Paste more of the log around it: the name of a service is enough to find its people.",
  ];
  return (
    <div className="mb-8">
      <EmptyState title="No signature matches this">
        Nobody has written down yet what it means. {next.filter(Boolean).join(" ")}
      </EmptyState>
    </div>
  );
}
