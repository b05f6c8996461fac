import { kindWords } from "#components/documents/document-words";
import { ErrorState } from "#components/layout/error-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentItem, DocumentKind } from "#lib/documents/views";
import type { ServiceView } from "#lib/services/queries";

type NoSuchDocumentProps = {
  kind: DocumentKind;
  service: ServiceView;
  documents: readonly DocumentItem[];
  /** The address that was asked for. */
  wanted: string;
};

const most = 5;

/** Where a document would be: the documents of the service most like it, and the way to write it. */
export function NoSuchDocument({ kind, service, documents, wanted }: NoSuchDocumentProps) {
  const address = `/services/${service.slug}`;
  const { one } = kindWords[kind];
  const words = wanted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const likeness = ({ slug, title }: DocumentItem) =>
    words.filter((word) => `${slug} ${title}`.toLowerCase().includes(word)).length;
  const near = documents.toSorted((one, other) => likeness(other) - likeness(one)).slice(0, most);
  return (
    <ErrorState
      title={`${service.name} has no such ${one}`}
      actions={
        <>
          <ButtonLink href={`${address}/documents`}>Documents of {service.name}</ButtonLink>
          {service.permissions.canEdit && !service.retiredAt && (
            <ButtonLink href={`${address}/${kind}s/new`}>{`Write a new ${one}`}</ButtonLink>
          )}
        </>
      }
    >
      <p>The address may be mistyped. A document that was moved is still found under its old address.</p>
      {near.length > 0 && (
        <>
          <p className="mt-4 text-ink">What is written of {service.name}:</p>
          <ul className="mt-1 grid gap-1">
            {near.map((document) => (
              <li key={document.id}>
                <Link href={documentUrl(document)}>{document.title}</Link>
                <span className="ml-2 text-ink-faint text-small">{kindWords[document.kind].one}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </ErrorState>
  );
}
