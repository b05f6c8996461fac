import "server-only";
import { sql } from "drizzle-orm";
import { readRows } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import type { Freshness } from "#lib/documents/freshness";
import { areLinksChecked, loadFreshness } from "#lib/documents/freshness-queries";
import type { Rendered } from "#lib/documents/markdown/render";
import { renderedOf } from "#lib/documents/markdown/rendered-of";
import { listMarks } from "#lib/documents/marks/mark-queries";
import type { MarksByStep } from "#lib/documents/marks/marks-of-steps";
import {
  listOwnSuggestions,
  listWaitingSuggestions,
  type SuggestionItem,
} from "#lib/documents/suggestions/suggestion-queries";
import { findSurroundings, type Surroundings } from "#lib/documents/surroundings/surroundings-queries";
import type { DocumentView } from "#lib/documents/views";

/** A signature whose first step is in a runbook. */
export type LeadingSignature = { slug: string; meaning: string; pattern: string; anchor: string | null };

/** What stands around the words of a document on its page. */
export type Reading = {
  rendered: Rendered;
  freshness: Freshness;
  marks: MarksByStep;
  /** Errors that lead to this runbook. */
  signatures: LeadingSignature[];
  /** Of a member: those that wait for an answer. Of everybody else: their own. */
  suggestions: SuggestionItem[];
  /** Of an architecture note: the graph beside it. */
  surroundings: Surroundings | undefined;
  /** Whether this installation looks at outside links at all. */
  areLinksChecked: boolean;
};

/** Everything beside the text itself, at the same time. Four statements, five for a note. */
export async function findReading(viewer: Viewer, document: DocumentView, at: Temporal.Instant): Promise<Reading> {
  const { id, kind, revision, body, outline, permissions } = document;
  const [freshness, marks, signatures, suggestions, surroundings] = await Promise.all([
    loadFreshness([id], at),
    listMarks(id, outline, viewer),
    kind === "runbook" ? listLeadingSignatures(viewer, id) : [],
    permissions.canEdit ? listWaitingSuggestions(viewer, id) : listOwnOf(viewer, id),
    kind === "note" ? findSurroundings(viewer, document) : undefined,
  ]);
  const known = freshness.get(id);
  if (!known) throw new Error(`Nothing is known of how fresh the document ${id} is.`);
  const rendered = renderedOf(id, revision, body, kind);
  return {
    rendered,
    freshness: known,
    marks,
    signatures,
    suggestions,
    surroundings,
    areLinksChecked: areLinksChecked(),
  };
}

async function listOwnOf(viewer: Viewer, documentId: string): Promise<SuggestionItem[]> {
  return (await listOwnSuggestions(viewer)).filter(({ document }) => document.id === documentId);
}

function listLeadingSignatures(viewer: Viewer, runbookId: string): Promise<LeadingSignature[]> {
  authorize(viewer, "catalog:read");
  return readRows<LeadingSignature>(sql`
    select slug, meaning, pattern, runbook_anchor as anchor from signatures
    where runbook_id = ${runbookId}::uuid and retired_at is null order by lower(meaning), id limit 50`);
}
