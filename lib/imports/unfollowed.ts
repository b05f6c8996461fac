import { locationTargets } from "#lib/imports/location-targets";
import type { SourceDocument } from "#lib/imports/source-document";

/** The same documents, with a note on each Location that leads somewhere: over HTTP none is followed. */
export function unfollowed(documents: readonly SourceDocument[]): SourceDocument[] {
  return documents.map((document) => {
    if (!("value" in document) || !locationTargets(document.value)?.length) return document;
    const note = {
      line: document.line,
      note: "What this Location names was not read: only the import command follows it.",
    };
    return { ...document, notes: [...(document.notes ?? []), note] };
  });
}
