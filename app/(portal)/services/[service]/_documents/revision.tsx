import { notFound } from "next/navigation";
import { Comparison } from "#components/documents/comparison";
import { DocumentHeader } from "#components/documents/document-header";
import { DocumentBody } from "#components/documents/markdown/document-body";
import { RevisionNotice } from "#components/documents/revision-notice";
import { Section } from "#components/ui/section";
import { renderedOf } from "#lib/documents/markdown/rendered-of";
import { findRevision } from "#lib/documents/revision-queries";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

type RevisionParams = DocumentParams & Promise<{ n: string }>;

/** A document as it stood after one save, and what that save changed. */
export async function DocumentRevision({ kind, params }: { kind: DocumentKind; params: RevisionParams }) {
  const { n } = await params;
  const { viewer, document } = await loadDocument(kind, params, `/history/${encodeURIComponent(n)}`);
  const number = /^[1-9]\d{0,8}$/.test(n) ? Number(n) : 0;
  const [revision, earlier] = await Promise.all([
    findRevision(viewer, document.id, number),
    findRevision(viewer, document.id, number - 1),
  ]);
  if (!revision) notFound();

  return (
    <>
      <DocumentHeader document={document} timeZone={viewer.timeZone} />
      <RevisionNotice document={document} revision={revision} timeZone={viewer.timeZone} />
      {earlier && (
        <Section title={`What it changed of revision ${earlier.number}`}>
          <Comparison
            before={earlier}
            after={revision}
            beforeName={`revision ${earlier.number}`}
            afterName={`revision ${number}`}
          />
        </Section>
      )}
      <Section title={`The text of revision ${number}`}>
        <div className="border-t pt-4">
          <DocumentBody rendered={renderedOf(document.id, number, revision.body, kind)} />
        </div>
      </Section>
    </>
  );
}
