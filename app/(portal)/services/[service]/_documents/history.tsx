import { ComparedRevisions } from "#components/documents/comparison";
import { DocumentHeader } from "#components/documents/document-header";
import { RevisionList } from "#components/documents/revision-list";
import { Link } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { Section } from "#components/ui/section";
import { type AddressValues, addressWith } from "#lib/address-values";
import { documentUrl } from "#lib/documents/addresses";
import { findComparison, listRevisionsFrom } from "#lib/documents/history-queries";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

type HistoryProps = { kind: DocumentKind; params: DocumentParams; searchParams: Promise<AddressValues> };

/** Who changed a document when and why, and what any two of its revisions differ in. */
export async function DocumentHistory({ kind, params, searchParams }: HistoryProps) {
  const [{ viewer, document }, { before, after, cursor }] = await Promise.all([
    loadDocument(kind, params, "/history"),
    searchParams,
  ]);
  const [compared, { part, isLater }] = await Promise.all([
    findComparison(viewer, document.id, before, after),
    listRevisionsFrom(viewer, document.id, cursor),
  ]);
  const address = `${documentUrl(document)}/history`;
  const next = part.nextCursor && addressWith(address, { cursor: part.nextCursor });

  return (
    <>
      <DocumentHeader document={document} timeZone={viewer.timeZone} />
      {compared && <ComparedRevisions {...compared} />}
      <Section title="Revisions" note={document.revision}>
        <RevisionList
          {...{ address, revisions: part.items, timeZone: viewer.timeZone }}
          before={compared?.before.number ?? document.revision - 1}
          after={compared?.after.number ?? document.revision}
        />
        <Pagination
          label="Parts of the history"
          summary={isLater && <Link href={address}>Back to the newest</Link>}
          nextHref={next || undefined}
        />
      </Section>
    </>
  );
}
