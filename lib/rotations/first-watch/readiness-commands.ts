import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client";
import { readinessMarks } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { recordEvent } from "#lib/events";
import { namedPerson } from "#lib/people/locks";
import type { MarkReadyInput } from "#lib/rotations/inputs";
import { lockRotation, namedRotation } from "#lib/rotations/locks";
import { personConcerned } from "#lib/rotations/standing-in/person-concerned";

/**
 * Notes that the viewer has made sure of something before a first watch, or that they have not. Nobody says it for
 * anybody else. Returns the rotation's slug. Throws NotFound, Forbidden.
 */
export function markReady(
  viewer: Viewer,
  { rotation: slug, item, isReady }: MarkReadyInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, slug);
    const rights = { own: "readiness:mark", others: "readiness:mark" } as const;
    const person = await personConcerned(tx, viewer, rotation, undefined, rights);
    const mark = { rotationId: rotation.id, personId: person.id, item };
    const isItsMark = and(
      eq(readinessMarks.rotationId, rotation.id),
      eq(readinessMarks.personId, person.id),
      eq(readinessMarks.item, item),
    );
    const changed = isReady
      ? await tx
          .insert(readinessMarks)
          .values({ ...mark, markedAt: at })
          .onConflictDoNothing()
          .returning()
      : await tx.delete(readinessMarks).where(isItsMark).returning();
    if (changed.length === 0) return rotation.slug;
    await recordEvent(tx, viewer, at, {
      kind: isReady ? "readiness.marked" : "readiness.unmarked",
      rotation: namedRotation(rotation),
      person: namedPerson(person),
      item,
      about: [rotation.id, rotation.teamId, person.id],
    });
    return rotation.slug;
  });
}
