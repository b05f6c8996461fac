import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { documents } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changesOf } from "#lib/changes";
import type { OneDocument, SaveDocumentInput } from "#lib/documents/inputs";
import { withLineEndsOf } from "#lib/documents/line-ends";
import {
  aboutDocument,
  type LockedDocument,
  namedDocument,
  refuseRetired,
  requireRevision,
} from "#lib/documents/locks";
import { mergeSave } from "#lib/documents/merge-save";
import { type NewRevision, type Words, writeRevision } from "#lib/documents/write-revision";
import { Invalid } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import { teamsOf } from "#lib/services/permissions";

/** What stands there after a save. `merged`: somebody had saved in between, and both saves are in it. */
export type Saved = { revision: number; merged: boolean } & Words;
/** `isFromForm`: the line ends of `body` say nothing, and become those of the text that it was based on. */
export type Change = Omit<SaveDocumentInput, keyof OneDocument> & { isFromForm?: boolean };

/** Saves a document that the caller has locked. Throws Forbidden, Conflict, MergeConflict, Invalid naming the field. */
export async function saveDocumentIn(
  tx: Tx,
  viewer: Viewer,
  document: LockedDocument,
  { reviewIntervalDays, summary, ...change }: Change,
  at: Temporal.Instant,
): Promise<Saved> {
  authorize(viewer, "document:edit", teamsOf(document.service));
  refuseRetired(document);
  refuseAlertNames(document, change.alertNames);
  const { revision, merged } = await joinWords(tx, document, change);
  const saved = await storeWords(tx, viewer, document, { ...revision, summary: summary ?? null }, at);
  const settings = await setReviewInterval(tx, document, reviewIntervalDays, at);
  if (saved.isChanged || settings.length > 0) {
    await recordEvent(tx, viewer, at, {
      kind: "document.edited",
      document: namedDocument(saved.document),
      revision: saved.document.revision,
      summary: summary ?? null,
      changes: [...saved.changes, ...settings],
      about: aboutDocument(document),
    });
  }
  const { title, alertNames, body } = revision;
  return { revision: saved.document.revision, merged, title, alertNames, body };
}

/** What the words of a change make of the present text when they were written on an older revision. */
export async function joinWords(
  tx: Tx,
  document: LockedDocument,
  { title, body, alertNames, baseRevision = document.revision, isFromForm }: Omit<Change, "summary">,
): Promise<{ revision: NewRevision; merged: boolean }> {
  const base = await requireRevision(tx, document, baseRevision, "baseRevision");
  const yours: Words = {
    title: title ?? base.title,
    alertNames: alertNames ?? base.alertNames,
    body: isFromForm && body !== undefined ? withLineEndsOf(base.body, body) : (body ?? base.body),
  };
  if (baseRevision === document.revision)
    return { revision: { ...yours, origin: "written", basedOn: baseRevision }, merged: false };
  const present = await requireRevision(tx, document, document.revision, "baseRevision");
  const joined = mergeSave(document.kind, document.revision, wordsOf(base), yours, wordsOf(present));
  return { revision: { ...joined, origin: "merged", basedOn: baseRevision }, merged: true };
}

/**
 * Makes a revision of the words unless the present one says the same. `changes` leaves the text out: the revisions
 * hold it, and show what became of it.
 */
export async function storeWords(
  tx: Tx,
  viewer: Viewer,
  document: LockedDocument,
  revision: NewRevision,
  at: Temporal.Instant,
): Promise<{ document: LockedDocument; isChanged: boolean; changes: FieldChange[] }> {
  const present = await requireRevision(tx, document, document.revision, "revision");
  const all = changesOf<Words>(wordsOf(present), wordsOf(revision));
  if (all.length === 0) return { document, isChanged: false, changes: [] };
  const changes = all.filter(({ field }) => field !== "body");
  return { document: await writeRevision(tx, viewer, at, document, revision), isChanged: true, changes };
}

/** Only runbooks answer alerts. Throws Invalid. */
export function refuseAlertNames({ kind }: { kind: string }, alertNames: readonly string[] | undefined): void {
  if (kind !== "runbook" && alertNames && alertNames.length > 0)
    throw new Invalid("Only a runbook answers alerts: leave the alert names empty.", "alertNames");
}

export const wordsOf = ({ title, alertNames, body }: Words): Words => ({ title, alertNames, body });

async function setReviewInterval(
  tx: Tx,
  document: LockedDocument,
  reviewIntervalDays: number | undefined,
  at: Temporal.Instant,
): Promise<FieldChange[]> {
  const changes = changesOf<{ reviewIntervalDays: number }>(
    { reviewIntervalDays: document.reviewIntervalDays },
    reviewIntervalDays === undefined ? {} : { reviewIntervalDays },
  );
  if (reviewIntervalDays !== undefined && changes.length > 0)
    await tx.update(documents).set({ reviewIntervalDays, changedAt: at }).where(eq(documents.id, document.id));
  return changes;
}
