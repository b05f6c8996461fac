import { PageHeader } from "#components/layout/page-header";
import { RetireSignature } from "#components/signatures/retire-signature";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import { signatureUrl } from "#lib/documents/addresses";
import type { SignatureView } from "#lib/signatures/views";

/** Where a signature stands among those of its service. */
export const wayTo = ({ slug, name }: { slug: string; name: string }) => [
  { href: "/services", label: "Services" },
  { href: `/services/${slug}`, label: name },
  { href: `/services/${slug}/signatures`, label: "Signatures" },
];

/** The head of a signature's page: what it means, and what may be done with it. */
export function SignatureHeader({ signature, timeZone }: { signature: SignatureView; timeZone: string }) {
  const { service, slug, meaning, canEdit, retiredAt } = signature;
  return (
    <>
      <PageHeader
        breadcrumb={wayTo(service)}
        title={meaning}
        facts="signature"
        actions={
          canEdit && (
            <>
              {!retiredAt && <ButtonLink href={`${signatureUrl(signature)}/edit`}>Edit</ButtonLink>}
              <RetireSignature service={service.slug} signature={slug} isRetired={retiredAt !== null} />
            </>
          )
        }
      />
      {retiredAt && (
        <Notice tone="warn" title="Retired." className="mb-6">
          It matches no error since <Instant at={retiredAt} timeZone={timeZone} style="day" />.
        </Notice>
      )}
    </>
  );
}
