import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { stepMarks } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import {
  aboutDocument,
  type LockedDocument,
  lockDocument,
  lockDocumentById,
  namedDocument,
  refuseRetired,
  requireRevision,
} from "#lib/documents/locks";
import { outlineOf } from "#lib/documents/markdown/render";
import type { MarkStepInput, OneMark } from "#lib/documents/marks/mark-inputs";
import type { Step } from "#lib/documents/outline";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";

type Mark = typeof stepMarks.$inferSelect;

/**
 * Notes what came of a step for the viewer: it worked, it failed, or it is out of date. The step is the one that the
 * revision they read has at `anchor`. The same idempotency key again changes nothing. Returns the id of the mark.
 * Throws NotFound, Forbidden, Conflict, Invalid.
 */
export function markStep(viewer: Viewer, input: MarkStepInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => (await markStepIn(tx, viewer, input, at)).mark.id);
}

/** The same in a transaction that does more. `isNew` is false where the key was used before. */
export async function markStepIn(tx: Tx, viewer: Viewer, input: MarkStepInput, at: Temporal.Instant) {
  const document = await lockDocument(tx, input);
  authorize(viewer, "step:mark");
  const { personId } = viewer;
  if (personId === null) throw new Forbidden("Only a person can say what came of a step.");
  const before = await findByKey(tx, input, document, personId);
  if (before) return { mark: before, document: namedDocument(document), isNew: false };
  refuseRetired(document);
  const step = await requireStep(tx, document, input);

  const { revision, verdict, word = null, idempotencyKey } = input;
  const [mark] = await tx
    .insert(stepMarks)
    .values({
      ...{ documentId: document.id, revision, verdict, word, personId, at, idempotencyKey },
      ...stored(step),
    })
    .returning();
  if (!mark) throw new Error("The database returned no mark.");
  await record(tx, viewer, at, "step.marked", document, mark);
  return { mark, document: namedDocument(document), isNew: true };
}

/** Takes back a mark, for the person who made it; it stays as evidence that counts no longer. Throws NotFound, Forbidden. */
export function unmarkStep(viewer: Viewer, input: OneMark, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const [found] = await tx.select().from(stepMarks).where(eq(stepMarks.id, input.mark));
    if (!found) throw new NotFound("There is no such mark.");
    const document = await lockDocumentById(tx, found.documentId);
    authorize(viewer, "step:unmark", { personId: found.personId });
    const isOpen = and(eq(stepMarks.id, found.id), isNull(stepMarks.withdrawnAt));
    const withdrawn = await tx.update(stepMarks).set({ withdrawnAt: at }).where(isOpen).returning();
    if (withdrawn.length > 0) await record(tx, viewer, at, "step.unmarked", document, found);
    return found.id;
  });
}

async function findByKey(
  tx: Tx,
  { idempotencyKey }: MarkStepInput,
  document: LockedDocument,
  personId: string,
): Promise<Mark | undefined> {
  const [mark] = await tx.select().from(stepMarks).where(eq(stepMarks.idempotencyKey, idempotencyKey));
  if (mark && (mark.documentId !== document.id || mark.personId !== personId))
    throw new Conflict("This key was used for another mark.");
  return mark;
}

async function requireStep(tx: Tx, document: LockedDocument, { revision, anchor }: MarkStepInput): Promise<Step> {
  const { body } = await requireRevision(tx, document, revision, "revision");
  const { sections } = outlineOf(body, document.kind);
  const step = sections.flatMap(({ steps }) => steps).find((one) => one.anchor === anchor);
  if (!step) throw new Invalid(`Revision ${revision} has no step “${anchor}”.`, "anchor");
  return step;
}

const stored = ({ anchor, text }: Step) => ({ anchor, step: text });

/** As much of a step as a line of history has room for. */
const longestInHistory = 160;

function record(
  tx: Tx,
  viewer: Viewer,
  at: Temporal.Instant,
  kind: "step.marked" | "step.unmarked",
  document: LockedDocument,
  { anchor, step, verdict }: Mark,
): Promise<void> {
  return recordEvent(tx, viewer, at, {
    kind,
    document: namedDocument(document),
    anchor,
    step: step.length > longestInHistory ? `${step.slice(0, longestInHistory - 1).toWellFormed()}…` : step,
    verdict,
    about: aboutDocument(document),
  });
}
