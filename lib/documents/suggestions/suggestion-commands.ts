import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { people, suggestions } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { withLineEndsOf } from "#lib/documents/line-ends";
import {
  aboutDocument,
  type LockedDocument,
  lockDocument,
  lockDocumentById,
  namedDocument,
  refuseRetired,
  requireRevision,
} from "#lib/documents/locks";
import { joinWords, storeWords } from "#lib/documents/save";
import type {
  AcceptSuggestionInput,
  DeclineSuggestionInput,
  MakeSuggestionInput,
  OneSuggestion,
} from "#lib/documents/suggestions/suggestion-inputs";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { namedPerson } from "#lib/people/locks";
import { teamsOf } from "#lib/services/permissions";

type FromForm = { isFromForm?: boolean };

/**
 * Proposes another title or text, made from `baseRevision`. Returns the suggestion's id.
 * Throws NotFound, Forbidden, Invalid where it changes nothing, Conflict.
 */
export function makeSuggestion(viewer: Viewer, input: MakeSuggestionInput & FromForm, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, input);
    authorize(viewer, "document:suggest");
    const { personId } = viewer;
    if (!personId) throw new Forbidden("Only a person can suggest an edit.");
    refuseRetired(document);
    const { baseRevision, title, summary = null } = input;
    const base = await requireRevision(tx, document, baseRevision, "baseRevision");
    const body = input.isFromForm ? withLineEndsOf(base.body, input.body) : input.body;
    if (title === base.title && body === base.body) throw new Invalid("Change something first.", "body");
    const [made] = await tx
      .insert(suggestions)
      .values({ documentId: document.id, baseRevision, title, body, summary, personId, at })
      .returning({ id: suggestions.id });
    if (!made) throw new Error("The database returned no suggestion.");
    await recordEvent(tx, viewer, at, {
      kind: "suggestion.made",
      document: namedDocument(document),
      about: [...aboutDocument(document), personId],
    });
    return made.id;
  });
}

/**
 * Takes a suggestion: merged three ways with the present revision, and a revision of whoever suggested it. With `title`
 * and `body` it is what the member made of it, based on `baseRevision`. Returns the revision's number.
 * Throws NotFound, Forbidden, Invalid, Conflict where it was decided already, and MergeConflict with both texts.
 */
export function acceptSuggestion(
  viewer: Viewer,
  input: AcceptSuggestionInput & FromForm,
  at = now(),
): Promise<{ document: LockedDocument; revision: number }> {
  return inTransaction(async (tx) => {
    const { suggestion, document } = await lockSuggestion(tx, input);
    authorize(viewer, "document:edit", teamsOf(document.service));
    refuseDecided(suggestion);
    refuseRetired(document);
    const suggested = { title: suggestion.title, body: suggestion.body, baseRevision: suggestion.baseRevision };
    const { title, body, baseRevision, isFromForm = false } = input;
    const words = body === undefined ? suggested : { title, body, baseRevision, isFromForm };
    const { revision } = await joinWords(tx, document, words);
    const author = await authorOf(tx, suggestion);
    const stored = await storeWords(
      tx,
      viewer,
      document,
      {
        ...revision,
        ...{ origin: "suggested", basedOn: suggestion.baseRevision, summary: suggestion.summary },
        author: { personId: author.id, actor: author.name },
      },
      at,
    );
    await decide(tx, viewer, suggestion, "accepted", input.answer ?? null, at);
    await recordEvent(tx, viewer, at, {
      kind: "suggestion.accepted",
      document: namedDocument(stored.document),
      author: namedPerson(author),
      about: [...aboutDocument(document), author.id],
    });
    return { document: stored.document, revision: stored.document.revision };
  });
}

/** Turns a suggestion down, with a word for whoever made it. Throws NotFound, Forbidden, Conflict. */
export function declineSuggestion(viewer: Viewer, input: DeclineSuggestionInput, at = now()): Promise<LockedDocument> {
  return inTransaction(async (tx) => {
    const { suggestion, document } = await lockSuggestion(tx, input);
    authorize(viewer, "document:edit", teamsOf(document.service));
    refuseDecided(suggestion);
    const author = await authorOf(tx, suggestion);
    await decide(tx, viewer, suggestion, "declined", input.answer ?? null, at);
    await recordEvent(tx, viewer, at, {
      kind: "suggestion.declined",
      document: namedDocument(document),
      author: namedPerson(author),
      about: [...aboutDocument(document), author.id],
    });
    return document;
  });
}

/** Takes the viewer's own suggestion back. Throws NotFound, Forbidden, Conflict. */
export function withdrawSuggestion(viewer: Viewer, input: OneSuggestion, at = now()): Promise<LockedDocument> {
  return inTransaction(async (tx) => {
    const { suggestion, document } = await lockSuggestion(tx, input);
    authorize(viewer, "suggestion:withdraw", { personId: suggestion.personId });
    refuseDecided(suggestion);
    await decide(tx, viewer, suggestion, "withdrawn", null, at);
    await recordEvent(tx, viewer, at, {
      kind: "suggestion.withdrawn",
      document: namedDocument(document),
      about: [...aboutDocument(document), suggestion.personId],
    });
    return document;
  });
}

type SuggestionRow = typeof suggestions.$inferSelect;

/** The suggestion's row, locked after its document, so that only one of two decisions holds. Throws NotFound. */
async function lockSuggestion(
  tx: Tx,
  { suggestion: id }: OneSuggestion,
): Promise<{ suggestion: SuggestionRow; document: LockedDocument }> {
  const one = eq(suggestions.id, id);
  const [found] = await tx.select({ documentId: suggestions.documentId }).from(suggestions).where(one);
  if (!found) throw new NotFound("There is no such suggestion.");
  const document = await lockDocumentById(tx, found.documentId);
  const [suggestion] = await tx.select().from(suggestions).where(one).for("update");
  if (!suggestion) throw new NotFound("There is no such suggestion.");
  return { suggestion, document };
}

function refuseDecided({ verdict }: SuggestionRow): void {
  if (verdict) throw new Conflict(`This suggestion was ${verdict} already.`);
}

async function authorOf(tx: Tx, { personId }: SuggestionRow) {
  const [author] = await tx.select().from(people).where(eq(people.id, personId));
  if (!author) throw new Error("The row of whoever suggested it is missing.");
  return author;
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  { id }: SuggestionRow,
  verdict: "accepted" | "declined" | "withdrawn",
  answer: string | null,
  at: Temporal.Instant,
): Promise<void> {
  const decision = { verdict, answer, decidedAt: at, decidedById: viewer.personId };
  await tx.update(suggestions).set(decision).where(eq(suggestions.id, id));
}
