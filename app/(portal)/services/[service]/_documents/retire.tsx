import { DocumentTaskHeader } from "#components/documents/document-header";
import { NotYours } from "#components/documents/not-yours";
import { RetireForm } from "#components/documents/retire-form";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

/** Takes a document out of use, or brings it back. */
export async function RetireDocument({ kind, params }: { kind: DocumentKind; params: DocumentParams }) {
  const { document } = await loadDocument(kind, params, "/retire");
  const isRetired = document.retiredAt !== null;
  return (
    <>
      <DocumentTaskHeader
        document={document}
        title={isRetired ? `Bring back ${document.title}` : `Retire ${document.title}`}
        lede={
          isRetired
            ? "It returns as it was, at the same address and for the same alerts."
            : "It leaves the lists, the searches and the alerts that it answers. Its page and its history stay, and it can be brought back."
        }
      />
      {document.permissions.canEdit ? (
        <RetireForm document={document} isRetired={isRetired} />
      ) : (
        <NotYours document={document} />
      )}
    </>
  );
}
