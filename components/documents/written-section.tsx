import { DocumentTable } from "#components/documents/document-table";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { DocumentItem } from "#lib/documents/views";
import type { ServiceView } from "#lib/services/queries";

type WrittenSectionProps = { service: ServiceView; documents: readonly DocumentItem[]; timeZone: string };

const most = 8;

/** What is written about a service, on its own page: runbooks and notes with how far they can be trusted. */
export function WrittenSection({ service, documents, timeZone }: WrittenSectionProps) {
  const address = `/services/${service.slug}`;
  const canWrite = service.permissions.canEdit && !service.retiredAt;
  return (
    <Section
      title="Runbooks and notes"
      action={
        <>
          {canWrite && documents.length > 0 && <Link href={`${address}/runbooks/new`}>New runbook</Link>}
          {(documents.length > 0 || canWrite) && <Link href={`${address}/documents`}>All documents</Link>}
        </>
      }
    >
      {documents.length > 0 ? (
        <DocumentTable
          caption={`Runbooks and notes of ${service.name}`}
          documents={documents.slice(0, most)}
          timeZone={timeZone}
          isKindShown
        />
      ) : (
        <p className="border-t py-2.5 text-ink-faint">
          Nothing is written yet. {canWrite && <Link href={`${address}/runbooks/new`}>Write the first runbook</Link>}
        </p>
      )}
      {documents.length > most && (
        <p className="border-t py-2.5 text-small">
          <Link href={`${address}/documents`}>{documents.length - most} more</Link>
        </p>
      )}
    </Section>
  );
}
