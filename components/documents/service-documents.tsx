import { DocumentTable } from "#components/documents/document-table";
import { kindWords } from "#components/documents/document-words";
import { NothingWritten } from "#components/documents/nothing-written";
import { Unanswered } from "#components/documents/unanswered";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { ServiceDocuments as Found } from "#lib/documents/service-documents-queries";
import type { DocumentKind } from "#lib/documents/views";
import type { ServiceView } from "#lib/services/queries";

type ServiceDocumentsProps = { service: ServiceView; found: Found; timeZone: string };

/** Everything that is written about a service, and what is missing. */
export function ServiceDocuments({ service, found, timeZone }: ServiceDocumentsProps) {
  return (
    <>
      <Kind kind="runbook" documents={found.runbooks} service={service} timeZone={timeZone} />
      <Unanswered service={service} names={found.unanswered} />
      <Kind kind="note" documents={found.notes} service={service} timeZone={timeZone} />
      <Retired service={service} retired={found.retired} />
    </>
  );
}

type KindProps = Omit<ServiceDocumentsProps, "found"> & { kind: DocumentKind; documents: Found["runbooks"] };

function Kind({ kind, documents, service, timeZone }: KindProps) {
  const { title, one } = kindWords[kind];
  const canWrite = service.permissions.canEdit && !service.retiredAt;
  return (
    <Section
      title={title}
      note={documents.length > 0 && documents.length}
      action={
        canWrite &&
        documents.length > 0 && <Link href={`/services/${service.slug}/${kind}s/new`}>{`Write another ${one}`}</Link>
      }
    >
      {documents.length > 0 ? (
        <DocumentTable caption={title} documents={documents} timeZone={timeZone} />
      ) : (
        <NothingWritten kind={kind} service={service}>
          {canWrite && (
            <ButtonLink href={`/services/${service.slug}/${kind}s/new`}>{`Write the first ${one}`}</ButtonLink>
          )}
        </NothingWritten>
      )}
    </Section>
  );
}

function Retired({ service, retired }: { service: ServiceView; retired: Found["retired"] }) {
  if (retired.length === 0) return null;
  return (
    <details className="mb-8 border-t pt-2">
      <summary className="w-fit rounded-small text-accent text-small hover:underline touch:py-2.5">
        {retired.length} retired
      </summary>
      <ul className="rows mt-2">
        {retired.map((document) => (
          <li key={`${document.kind} ${document.slug}`} className="py-1.5">
            <Link href={documentUrl({ ...document, service })}>{document.title}</Link>{" "}
            <span className="text-ink-faint text-small">{kindWords[document.kind].one}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
