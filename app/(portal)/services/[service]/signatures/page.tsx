import { ServiceHeader } from "#components/services/service-header";
import { NoSignatures, SignatureList } from "#components/signatures/signature-list";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { Section } from "#components/ui/section";
import { listServiceSignatures } from "#lib/signatures/queries";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/signatures">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Signatures");

export default async function SignaturesPage({ params, searchParams }: Props) {
  const [{ viewer, service }, { cursor }] = await Promise.all([loadService(params, "/signatures"), searchParams]);
  const [{ items, nextCursor }, retired] = await Promise.all([
    listServiceSignatures(viewer, service.id, { cursor: cursor?.toString() }),
    listServiceSignatures(viewer, service.id, { isRetired: true, limit: 20 }),
  ]);
  const address = `/services/${service.slug}`;
  const canWrite = service.permissions.canEdit && !service.retiredAt;

  return (
    <>
      <ServiceHeader service={service} timeZone={viewer.timeZone} />
      <Section
        title="Signatures"
        action={canWrite && items.length > 0 && <Link href={`${address}/signatures/new`}>Write another signature</Link>}
      >
        {items.length > 0 ? (
          <SignatureList signatures={items} />
        ) : (
          <NoSignatures service={service} canWrite={canWrite} />
        )}
        <Pagination
          label="Parts of the list"
          {...(nextCursor && { nextHref: `${address}/signatures?${new URLSearchParams({ cursor: nextCursor })}` })}
        />
      </Section>
      {retired.items.length > 0 && (
        <Section title="Retired" note={retired.items.length} className="mt-8">
          <SignatureList signatures={retired.items} />
        </Section>
      )}
    </>
  );
}
