import "server-only";
import { and, eq, gt, lt } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { people, shadows } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { type EventInput, recordEvent } from "#lib/events";
import { type LockedPerson, namedPerson } from "#lib/people/locks";
import type { OneShadow, ShadowInput } from "#lib/rotations/inputs";
import { type LockedRotation, lockRotation, namedRotation, refuseRetired } from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, isSameSpan, laterOf } from "#lib/rotations/spans";
import { heldSpans } from "#lib/rotations/standing-in/held-spans";
import { personConcerned } from "#lib/rotations/standing-in/person-concerned";
import { spanTimes } from "#lib/rotations/standing-in/span-times";
import { wholeSecond, wishedSpan } from "#lib/rotations/standing-in/wished-span";

/**
 * Lets the viewer, or whom they name, stand a watch beside whoever holds it, without counting as cover. Returns the
 * shadow watch's id. Throws NotFound, Forbidden, Invalid naming the field, Conflict.
 */
export function joinAsShadow(viewer: Viewer, input: ShadowInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const rights = { own: "shadow:stand", others: "shadow:stand" } as const;
    const person = await personConcerned(tx, viewer, rotation, input.person, rights);
    refuseRetired(rotation);
    const span = wishedSpan(input, at);
    await refuseHolder(tx, viewer, rotation, person, span);
    await refuseTwice(tx, viewer, rotation, person, span);
    const shadow = {
      rotationId: rotation.id,
      personId: person.id,
      startsAt: span.from,
      endsAt: span.to,
      createdAt: at,
      createdById: viewer.personId,
    };
    const [made] = await tx.insert(shadows).values(shadow).returning({ id: shadows.id });
    if (!made) throw new Error("The database returned no shadow watch.");
    await recordEvent(tx, viewer, at, shadowEvent("shadow.joined", rotation, person, span));
    return made.id;
  });
}

/**
 * Ends a shadow watch: one that has begun ends now, one in the future goes. Returns the rotation's slug. Throws
 * NotFound, Forbidden, Conflict.
 */
export function leaveShadow(viewer: Viewer, input: OneShadow, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const isWanted = and(eq(shadows.id, input.shadow), eq(shadows.rotationId, rotation.id));
    const [found] = await tx
      .select({ row: shadows, person: people })
      .from(shadows)
      .innerJoin(people, eq(people.id, shadows.personId))
      .where(isWanted);
    if (!found) throw new NotFound("There is no such shadow watch.");
    const { row, person } = found;
    authorize(viewer, "shadow:stand", { teamIds: [rotation.teamId], personId: person.id });
    const left = { from: laterOf(row.startsAt, wholeSecond(at)), to: row.endsAt };
    if (!isBefore(left.from, left.to)) throw new Conflict("This is over: what has been stood stays as it was.");
    if (isBefore(row.startsAt, left.from)) await tx.update(shadows).set({ endsAt: left.from }).where(isWanted);
    else await tx.delete(shadows).where(isWanted);
    await recordEvent(tx, viewer, at, shadowEvent("shadow.left", rotation, person, left));
    return rotation.slug;
  });
}

async function refuseHolder(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  person: LockedPerson,
  span: Span,
): Promise<void> {
  const [held] = await heldSpans(tx, rotation.id, person.id, span);
  if (!held || !isSameSpan(held, span)) return;
  const words = person.id === viewer.personId ? "You stand this watch yourself" : `${person.name} stands this watch`;
  throw new Conflict(`${words}: there is nobody to stand beside.`);
}

async function refuseTwice(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  person: LockedPerson,
  span: Span,
): Promise<void> {
  const isThen = and(
    eq(shadows.rotationId, rotation.id),
    eq(shadows.personId, person.id),
    lt(shadows.startsAt, span.to),
    gt(shadows.endsAt, span.from),
  );
  const [present] = await tx.select().from(shadows).where(isThen).limit(1);
  if (!present) return;
  const stood = spanTimes({ from: present.startsAt, to: present.endsAt }, viewer.timeZone);
  throw new Conflict(
    `${person.id === viewer.personId ? "You shadow" : `${person.name} shadows`} this watch already, ${stood}.`,
  );
}

const shadowEvent = (
  kind: "shadow.joined" | "shadow.left",
  rotation: LockedRotation,
  person: LockedPerson,
  { from, to }: Span,
): EventInput => ({
  kind,
  rotation: namedRotation(rotation),
  person: namedPerson(person),
  from: from.toString(),
  to: to.toString(),
  about: [rotation.id, rotation.teamId, person.id],
});
