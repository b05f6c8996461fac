import type { DocumentKind } from "#lib/documents/views";

/** How pages call the kinds of documents. */
export const kindWords: Record<DocumentKind, { one: string; many: string; title: string }> = {
  runbook: { one: "runbook", many: "runbooks", title: "Runbooks" },
  note: { one: "architecture note", many: "architecture notes", title: "Architecture notes" },
};
