import { DocumentTaskHeader } from "#components/documents/document-header";
import { MoveForm } from "#components/documents/move-form";
import { NotYours } from "#components/documents/not-yours";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

/** Gives a document another title and address. */
export async function MoveDocument({ kind, params }: { kind: DocumentKind; params: DocumentParams }) {
  const { document } = await loadDocument(kind, params, "/move");
  return (
    <>
      <DocumentTaskHeader
        document={document}
        title="Title and address"
        lede="The old address leads to the new one from then on."
      />
      {document.permissions.canEdit ? <MoveForm document={document} /> : <NotYours document={document} />}
    </>
  );
}
