import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { documentReviews, documentRevisions, experts } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { aboutDocument, type LockedDocument, lockDocument, namedDocument, refuseRetired } from "#lib/documents/locks";
import { reviewedBy } from "#lib/documents/permissions";
import type { ReviewInput } from "#lib/documents/reviews/review-inputs";
import { Conflict, Forbidden, Invalid } from "#lib/errors";
import { recordEvent } from "#lib/events";
import type { LockedService } from "#lib/services/locks";

/**
 * Says that an expert read the document and that it holds: what put it in doubt until now does so no longer, and its
 * review interval begins anew. Returns the id of the review. Throws NotFound, Forbidden, and Conflict, naming what
 * changed since, when the revision that was read is not the present one.
 */
export function reviewDocument(viewer: Viewer, input: ReviewInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, input);
    const isExpert = await isDeclaredExpert(tx, viewer, document.service);
    authorize(viewer, "document:review", reviewedBy(viewer, { ...document.service, isExpert }));
    const { personId } = viewer;
    if (personId === null) throw new Forbidden("Only a person can say that a document holds.");
    refuseRetired(document);
    await refuseUnread(tx, document, input.revision);

    const [review] = await tx
      .insert(documentReviews)
      .values({ documentId: document.id, revision: document.revision, personId, note: input.note ?? null, at })
      .returning({ id: documentReviews.id });
    if (!review) throw new Error("The database returned no review.");
    await recordEvent(tx, viewer, at, {
      kind: "document.reviewed",
      document: namedDocument(document),
      revision: document.revision,
      about: aboutDocument(document),
    });
    return review.id;
  });
}

async function isDeclaredExpert(tx: Tx, { personId }: Viewer, service: LockedService): Promise<boolean> {
  if (personId === null) return false;
  const isThis = and(eq(experts.serviceId, service.id), eq(experts.personId, personId));
  return (await tx.select({ personId: experts.personId }).from(experts).where(isThis)).length > 0;
}

async function refuseUnread(tx: Tx, { id, revision }: LockedDocument, read: number): Promise<void> {
  if (read === revision) return;
  if (read > revision) throw new Invalid(`There is no revision ${read} of it.`, "revision");
  const since = await tx
    .select({ number: documentRevisions.number, actor: documentRevisions.actor, summary: documentRevisions.summary })
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, id), gt(documentRevisions.number, read)))
    .orderBy(asc(documentRevisions.number));
  const told = since.map(
    ({ number, actor, summary }) => `${actor} saved revision ${number}${summary ? ` (“${summary}”)` : ""}`,
  );
  const words = new Intl.ListFormat("en").format(
    told.length > 3 ? [...told.slice(0, 3), `${told.length - 3} more`] : told,
  );
  throw new Conflict(`It changed since you opened revision ${read}: ${words}. Read it as it is now, then confirm it.`);
}
