import { notFound } from "next/navigation";
import { DocumentTaskHeader } from "#components/documents/document-header";
import { SuggestionReview } from "#components/documents/suggestion-review";
import { findSuggestion } from "#lib/documents/suggestions/suggestion-queries";
import type { DocumentKind } from "#lib/documents/views";
import { type DocumentParams, loadDocument } from "./load-document";

type SuggestionParams = DocumentParams & Promise<{ suggestion: string }>;

/** An edit that somebody suggested: what it changes, the answer to give, or what became of it. */
export async function DocumentSuggestion({ kind, params }: { kind: DocumentKind; params: SuggestionParams }) {
  const { suggestion: id } = await params;
  const { viewer, document } = await loadDocument(kind, params, `/suggestions/${encodeURIComponent(id)}`);
  const suggestion = await findSuggestion(viewer, id);
  if (suggestion?.document.id !== document.id) notFound();

  return (
    <>
      <DocumentTaskHeader document={document} title="Suggested edit" />
      <SuggestionReview document={document} suggestion={suggestion} timeZone={viewer.timeZone} />
    </>
  );
}
