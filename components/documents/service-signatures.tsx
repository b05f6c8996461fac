import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Part } from "#lib/cursor";
import { signatureUrl } from "#lib/documents/addresses";
import type { ServiceView } from "#lib/services/queries";
import type { SignatureItem } from "#lib/signatures/views";

type ServiceSignaturesProps = { service: ServiceView; signatures: Part<SignatureItem> };

/** What errors of a service mean, beside what is written about it. */
export function ServiceSignatures({ service, signatures: { items, nextCursor } }: ServiceSignaturesProps) {
  const address = `/services/${service.slug}/signatures`;
  const canWrite = service.permissions.canEdit && !service.retiredAt;
  return (
    <Section title="Signatures" action={items.length > 0 && <Link href={address}>All signatures</Link>}>
      {items.length === 0 ? (
        <p className="border-t py-2.5 text-ink-faint text-small">
          No error is explained yet. {canWrite && <Link href={`${address}/new`}>Explain the first</Link>}
        </p>
      ) : (
        <ul className="rows border-b">
          {items.map((signature) => (
            <li key={signature.id} className="py-2">
              <Link href={signatureUrl(signature)}>{signature.meaning}</Link>
              <code className="wrap-anywhere block text-ink-soft text-small">{signature.pattern.split("\n")[0]}</code>
            </li>
          ))}
          {nextCursor && (
            <li className="py-2 text-small">
              <Link href={address}>and more</Link>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
