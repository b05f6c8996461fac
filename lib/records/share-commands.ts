import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { people, recordShares } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Invalid, NotFound } from "#lib/errors";
import { tellPeople } from "#lib/notifications/news/tell-people";
import { namedPerson, requirePerson } from "#lib/people/locks";
import type { OneShare, ShareRecordInput } from "#lib/records/inputs";
import { noRecord } from "#lib/records/right";

// With whom somebody shares their record is nobody else's business, so the history hears of none of this.

/**
 * Lets a person read the viewer's own record until that is withdrawn, and tells them. Returns the reader's name. The
 * same once more changes nothing. Throws Forbidden, Invalid naming `reader`.
 */
export function shareRecord(viewer: Viewer, input: ShareRecordInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const personId = ownerOf(viewer);
    const reader = await requirePerson(tx, input.reader, "reader");
    if (reader.id === personId) throw new Invalid("You read your own record anyway: choose somebody else.", "reader");
    const [share] = await tx
      .insert(recordShares)
      .values({ personId, readerId: reader.id, sharedAt: at })
      .onConflictDoNothing()
      .returning({ id: recordShares.id });
    if (!share) return reader.name;
    const [owner] = await tx.select().from(people).where(eq(people.id, personId));
    const path = `/people/${encodeURIComponent(owner ? namedPerson(owner).slug : "")}/record`;
    const message = () => ({
      subject: `${viewer.name} shared their ownership record with you`,
      lines: ["You can read it until they withdraw that. They see when you open it."],
      path,
    });
    await tellPeople(tx, [{ personId: reader.id, kind: "notice", key: `share ${share.id}`, message }], at);
    return reader.name;
  });
}

/** Lets that person read the viewer's record no more, from this instant on. Returns their name. Throws NotFound, Forbidden. */
export function withdrawShare(viewer: Viewer, { share: id }: OneShare, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const personId = ownerOf(viewer);
    const isOwn = and(eq(recordShares.id, id), eq(recordShares.personId, personId), isNull(recordShares.withdrawnAt));
    const [share] = await tx.update(recordShares).set({ withdrawnAt: at }).where(isOwn).returning();
    if (!share) throw new NotFound("There is no such share.");
    const [reader] = await tx.select({ name: people.name }).from(people).where(eq(people.id, share.readerId));
    return reader?.name ?? "";
  });
}

function ownerOf(viewer: Viewer): string {
  authorize(viewer, "record:own", { personId: viewer.personId });
  if (viewer.personId === null) throw noRecord();
  return viewer.personId;
}
