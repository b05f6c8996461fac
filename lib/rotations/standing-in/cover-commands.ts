import "server-only";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { coverRequests, people } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { wakeSoon } from "#lib/jobs/wake";
import { forgetRequest, tellOfClaim, tellOfRequest } from "#lib/notifications/news/cover-news";
import { type LockedPerson, namedPerson } from "#lib/people/locks";
import type { AskForCoverInput, ClaimInput, OneCoverRequest } from "#lib/rotations/inputs";
import {
  type LockedRotation,
  lockRotation,
  lockRotationById,
  namedRotation,
  refuseRetired,
} from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { extentOf, isBefore, laterOf } from "#lib/rotations/spans";
import { heldSpans } from "#lib/rotations/standing-in/held-spans";
import { personConcerned } from "#lib/rotations/standing-in/person-concerned";
import { placeOverride } from "#lib/rotations/standing-in/place-override";
import { spanTimes } from "#lib/rotations/standing-in/span-times";
import { wholeSecond, wishedSpan } from "#lib/rotations/standing-in/wished-span";

type CoverRequest = typeof coverRequests.$inferSelect;
/** A request with its rotation locked, and whoever asked. */
type LockedRequest = { request: CoverRequest; rotation: LockedRotation; asker: LockedPerson };

/**
 * Asks who takes over from the viewer, or from whom they name; that person stays on watch until somebody claims it.
 * The span shrinks to what they hold of it. Returns the request's id. Throws NotFound, Forbidden, Invalid, Conflict.
 */
export async function askForCover(viewer: Viewer, input: AskForCoverInput, at = now()): Promise<string> {
  const id = await inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const rights = { own: "cover:ask", others: "rotation:hand-over" } as const;
    const person = await personConcerned(tx, viewer, rotation, input.person, rights);
    refuseRetired(rotation);
    const wish = wishedSpan(input, at);
    const span = extentOf(await heldSpans(tx, rotation.id, person.id, wish));
    if (!span) {
      const who = person.id === viewer.personId ? "You are" : `${person.name} is`;
      throw new Invalid(`${who} not on watch then, so there is nothing to cover.`, "from");
    }
    await refuseAskedTwice(tx, viewer, rotation, person, span);
    const request = {
      rotationId: rotation.id,
      personId: person.id,
      startsAt: span.from,
      endsAt: span.to,
      reason: input.reason ?? null,
      createdAt: at,
      createdById: viewer.personId,
    };
    const [made] = await tx.insert(coverRequests).values(request).returning({ id: coverRequests.id });
    if (!made) throw new Error("The database returned no request.");
    await recordEvent(tx, viewer, at, { kind: "cover.asked", ...askedWords(rotation, person, span) });
    await tellOfRequest(tx, { id: made.id, rotation, asker: person, ...span }, viewer.personId, at);
    return made.id;
  });
  wakeSoon();
  return id;
}

/**
 * Takes what the person who asked still holds of the request; the first claim wins. A lead or manager may name who
 * takes it; service tokens may not. Returns the rotation's slug. Throws NotFound, Forbidden, Invalid, Conflict.
 */
export async function claimCover(viewer: Viewer, input: ClaimInput, at = now()): Promise<string> {
  const slug = await inTransaction(async (tx) => {
    const { request, rotation, asker } = await lockRequest(tx, input.request);
    if (viewer.kind === "service-token") throw new Forbidden("Only people can claim a request for cover.");
    const rights = { own: "rotation:take", others: "rotation:hand-over" } as const;
    const taker = await personConcerned(tx, viewer, rotation, input.person, rights);
    refuseRetired(rotation);
    refuseOwn(viewer, asker, taker);
    await refuseSettled(tx, viewer, request, at);
    const spans = await heldSpans(tx, rotation.id, asker.id, {
      from: laterOf(request.startsAt, wholeSecond(at)),
      to: request.endsAt,
    });
    const extent = extentOf(spans);
    if (!extent) throw new Conflict(`Nothing is left to cover: ${asker.name} is no longer on watch then.`);

    await tx
      .update(coverRequests)
      .set({ claimedById: taker.id, claimedAt: at })
      .where(eq(coverRequests.id, request.id));
    for (const { from, to } of spans) {
      await placeOverride(tx, {
        rotationId: rotation.id,
        personId: taker.id,
        startsAt: from,
        endsAt: to,
        origin: "claimed",
        coverRequestId: request.id,
        createdAt: at,
        createdById: viewer.personId,
      });
    }
    const words = askedWords(rotation, asker, extent);
    await recordEvent(tx, viewer, at, {
      kind: "cover.claimed",
      ...words,
      by: namedPerson(taker),
      about: [...words.about, taker.id],
    });
    await tellOfClaim(tx, { id: request.id, rotation, asker, ...extent }, taker.name, at);
    return rotation.slug;
  });
  wakeSoon();
  return slug;
}

/** Takes an open request back. Returns the rotation's slug. Throws NotFound, Forbidden, Conflict when it was claimed. */
export function withdrawCover(viewer: Viewer, input: OneCoverRequest, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const { request, rotation, asker } = await lockRequest(tx, input.request);
    authorize(viewer, "watch:own", { teamIds: [rotation.teamId], personId: asker.id });
    if (request.withdrawnAt) return rotation.slug;
    await refuseSettled(tx, viewer, request, at);
    await tx.update(coverRequests).set({ withdrawnAt: at }).where(eq(coverRequests.id, request.id));
    const span = { from: request.startsAt, to: request.endsAt };
    await recordEvent(tx, viewer, at, { kind: "cover.withdrawn", ...askedWords(rotation, asker, span) });
    await forgetRequest(tx, request.id);
    return rotation.slug;
  });
}

/** Erases why somebody asked, for that person only. Returns the rotation's slug. Throws NotFound, Forbidden. */
export function eraseRequestReason(viewer: Viewer, input: OneCoverRequest): Promise<string> {
  return inTransaction(async (tx) => {
    const { request, rotation, asker } = await lockRequest(tx, input.request);
    authorize(viewer, "reason:erase", { personId: asker.id });
    await tx.update(coverRequests).set({ reason: null }).where(eq(coverRequests.id, request.id));
    return rotation.slug;
  });
}

/** The request as it is once its rotation is locked: whoever was first is done by then. */
async function lockRequest(tx: Tx, id: string): Promise<LockedRequest> {
  const [known] = await tx.select().from(coverRequests).where(eq(coverRequests.id, id));
  if (!known) throw new NotFound("There is no such request for cover.");
  const rotation = await lockRotationById(tx, known.rotationId);
  const [locked] = await tx
    .select({ request: coverRequests, asker: people })
    .from(coverRequests)
    .innerJoin(people, eq(people.id, coverRequests.personId))
    .where(eq(coverRequests.id, id));
  if (!locked) throw new NotFound("There is no such request for cover.");
  return { ...locked, rotation };
}

function refuseOwn(viewer: Viewer, asker: LockedPerson, taker: LockedPerson): void {
  if (asker.id !== taker.id) return;
  const words =
    asker.id === viewer.personId
      ? "This is your own request, and you are on watch until somebody takes it. Withdraw it if you can stand it after all."
      : `${asker.name} asked for this cover, and is on watch until somebody else takes it.`;
  throw new Conflict(words);
}

/** Refuses a request that is over, one way or the other. Throws Conflict, saying who was first. */
async function refuseSettled(tx: Tx, viewer: Viewer, request: CoverRequest, at: Temporal.Instant): Promise<void> {
  if (request.withdrawnAt) throw new Conflict("This request was withdrawn: it needs no cover any more.");
  if (request.claimedById === null) {
    if (isBefore(at, request.endsAt)) return;
    throw new Conflict("This request is over: its time has passed.");
  }
  if (request.claimedById === viewer.personId) throw new Conflict("You have claimed this already: thank you.");
  const [first] = await tx.select({ name: people.name }).from(people).where(eq(people.id, request.claimedById));
  throw new Conflict(`${first?.name ?? "Somebody"} was first and has claimed this already.`);
}

async function refuseAskedTwice(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  person: LockedPerson,
  span: Span,
): Promise<void> {
  const isOpenThen = and(
    eq(coverRequests.rotationId, rotation.id),
    eq(coverRequests.personId, person.id),
    isNull(coverRequests.claimedAt),
    isNull(coverRequests.withdrawnAt),
    lt(coverRequests.startsAt, span.to),
    gt(coverRequests.endsAt, span.from),
  );
  const [open] = await tx.select().from(coverRequests).where(isOpenThen).limit(1);
  if (!open) return;
  const asked = spanTimes({ from: open.startsAt, to: open.endsAt }, viewer.timeZone);
  throw new Conflict(`Cover is asked for already, ${asked}. Withdraw that request to ask anew.`);
}

const askedWords = (rotation: LockedRotation, person: LockedPerson, { from, to }: Span) => ({
  rotation: namedRotation(rotation),
  person: namedPerson(person),
  from: from.toString(),
  to: to.toString(),
  about: [rotation.id, rotation.teamId, person.id],
});
