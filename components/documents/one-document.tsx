import type { DocumentKind } from "#lib/documents/views";

export type DocumentPlace = { kind: DocumentKind; slug: string; service: { slug: string } };

/** The hidden fields by which a form says which document it is about. */
export function OneDocumentFields({ document: { service, kind, slug } }: { document: DocumentPlace }) {
  return (
    <>
      <input type="hidden" name="service" value={service.slug} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
    </>
  );
}
