import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { follows } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { OneDocument } from "#lib/documents/inputs";
import { lockDocument } from "#lib/documents/locks";
import { Forbidden } from "#lib/errors";

/**
 * Shows the viewer changes of the document on their home page, from now on, or no more. A private mark: no event.
 * Throws NotFound, Forbidden.
 */
export function followDocument(
  viewer: Viewer,
  { isFollowed, ...address }: OneDocument & { isFollowed: boolean },
  at = now(),
): Promise<void> {
  return inTransaction(async (tx) => {
    authorize(viewer, "document:follow");
    const { personId } = viewer;
    if (!personId) throw new Forbidden("Only a person can follow a document.");
    const { id: documentId } = await lockDocument(tx, address);
    if (isFollowed) await tx.insert(follows).values({ personId, documentId, followedAt: at }).onConflictDoNothing();
    else await tx.delete(follows).where(and(eq(follows.personId, personId), eq(follows.documentId, documentId)));
  });
}
