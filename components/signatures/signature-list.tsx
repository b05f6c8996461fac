import { EmptyState } from "#components/layout/empty-state";
import { PhraseView } from "#components/signatures/pattern-view";
import { CodedWords } from "#components/signatures/plain-words";
import { RunbookLink } from "#components/signatures/runbook-link";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { signatureUrl } from "#lib/documents/addresses";
import type { SignatureItem } from "#lib/signatures/views";

/** Signatures of a service: what each means, what it looks like, and what to do first. */
export function SignatureList({ signatures }: { signatures: readonly SignatureItem[] }) {
  return (
    <ul className="rows border-b">
      {signatures.map((signature) => (
        <li key={signature.id} className="grid gap-x-8 gap-y-1 py-3 md:grid-cols-2">
          <div className="min-w-0">
            <Link href={signatureUrl(signature)} className="font-semibold">
              {signature.meaning}
            </Link>
            <Looks pattern={signature.pattern} />
          </div>
          <div className="wrap-anywhere min-w-0">
            <span className="text-ink-faint text-small">First step </span>
            <span className="line-clamp-3">
              <CodedWords text={signature.firstStep} />
            </span>
            {signature.runbook && (
              <span className="block text-small">
                <RunbookLink service={signature.service} runbook={signature.runbook} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Looks({ pattern }: { pattern: string }) {
  const [first = "", ...others] = pattern.split("\n");
  return (
    <div className="wrap-anywhere font-mono text-ink-soft text-small">
      <PhraseView phrase={first} />
      {others.length > 0 && <span className="text-ink-faint"> + {others.length} more</span>}
    </div>
  );
}

type NoSignaturesProps = { service: { slug: string; name: string }; canWrite: boolean };

export function NoSignatures({ service, canWrite }: NoSignaturesProps) {
  const address = `/services/${service.slug}/signatures/new`;
  return (
    <EmptyState
      title={`No error of ${service.name} is explained yet`}
      action={canWrite && <ButtonLink href={address}>Write the first signature</ButtonLink>}
    >
      A signature says what an error looks like, what it means, how to confirm that and what to do first. Whoever pastes
      the error finds it, whoever they are.
      {!canWrite && " Members of the service's teams write them."}
    </EmptyState>
  );
}
