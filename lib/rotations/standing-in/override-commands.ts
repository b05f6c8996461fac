import "server-only";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { overrides } from "#db/schema";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, NotFound } from "#lib/errors";
import { type EventInput, recordEvents } from "#lib/events";
import { type LockedPerson, namedPerson } from "#lib/people/locks";
import type { OneOverride, TakeOverInput } from "#lib/rotations/inputs";
import { type LockedRotation, lockRotation, namedRotation, refuseRetired } from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, isSameSpan } from "#lib/rotations/spans";
import { endOverrides } from "#lib/rotations/standing-in/end-override";
import { holdersOf, namedHolder, type Standing, spansOf, standingIn } from "#lib/rotations/standing-in/held-spans";
import { personConcerned } from "#lib/rotations/standing-in/person-concerned";
import {
  listMet,
  listStored,
  type OverrideRow,
  placeOverride,
  type StoredOverride,
  spanOfRow,
} from "#lib/rotations/standing-in/place-override";
import { spanTimes } from "#lib/rotations/standing-in/span-times";
import { halvesOf, refuseHalfStood } from "#lib/rotations/standing-in/swap-halves";
import { wishedSpan } from "#lib/rotations/standing-in/wished-span";

/**
 * Puts the viewer, or whom they name, on watch over a span, whatever the layers say. Returns the override's id. With
 * `replace` overrides that stand there are trimmed; giving the span back puts them back. Throws NotFound, Forbidden,
 * Invalid naming the field, Conflict.
 */
export function takeOver(viewer: Viewer, input: TakeOverInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const rights = { own: "rotation:take", others: "rotation:hand-over" } as const;
    const person = await personConcerned(tx, viewer, rotation, input.person, rights);
    refuseRetired(rotation);
    const span = wishedSpan(input, at);
    const before = await standingIn(tx, rotation.id, span);
    refuseHolder(viewer, person, span, before);
    if (!input.replace) refuseMet(viewer, await listMet(tx, rotation.id, span));

    const origin = person.id === viewer.personId ? "taken" : "named";
    const { id, trimmed } = await placeOverride(tx, {
      rotationId: rotation.id,
      personId: person.id,
      startsAt: span.from,
      endsAt: span.to,
      origin,
      reason: input.reason ?? null,
      createdAt: at,
      createdById: viewer.personId,
    });
    const others = holdersOf(before).filter((holder) => holder.id !== person.id);
    const [instead, another] = others;
    await recordEvents(tx, viewer, at, [
      ...trimmed.map((one) => trimmedEvent(rotation, one, person)),
      {
        kind: "override.made",
        ...standingWords(rotation, person, span),
        instead: instead && !another ? namedHolder(instead) : null,
        origin,
        about: [...about(rotation, person), ...others.map((holder) => holder.id)],
      },
    ]);
    return id;
  });
}

/**
 * Gives a watch back: an override that has begun ends now, one in the future goes. Either half of a swap ends both.
 * For its person, whoever made it, and who may hand over. Returns the rotation's slug. Throws NotFound, Forbidden,
 * Conflict.
 */
export function endOverride(viewer: Viewer, input: OneOverride, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const override = await findOverride(tx, rotation, input.override);
    authorizeEnd(viewer, rotation, override.row);
    if (!isBefore(at, override.row.endsAt)) throw new Conflict("This is over: what has been stood stays as it was.");
    const { swapId } = override.row;
    const ending = swapId ? await halvesOf(tx, rotation, swapId) : [override];
    if (swapId) refuseHalfStood(ending, at);
    await recordEvents(tx, viewer, at, await endOverrides(tx, rotation, ending, at));
    return rotation.slug;
  });
}

/** Erases why somebody stands in, for that person only. Returns the rotation's slug. Throws NotFound, Forbidden. */
export function eraseReason(viewer: Viewer, input: OneOverride): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const { row } = await findOverride(tx, rotation, input.override);
    authorize(viewer, "reason:erase", { personId: row.personId });
    // What is left of it on the other side of a trim says the same.
    const isPartOfIt = and(
      eq(overrides.rotationId, rotation.id),
      eq(overrides.personId, row.personId),
      eq(overrides.createdAt, row.createdAt),
    );
    await tx.update(overrides).set({ reason: null }).where(isPartOfIt);
    return rotation.slug;
  });
}

async function findOverride(tx: Tx, rotation: LockedRotation, id: string): Promise<StoredOverride> {
  const [found] = await listStored(tx, and(eq(overrides.id, id), eq(overrides.rotationId, rotation.id)));
  if (!found) throw new NotFound("There is no such override.");
  return found;
}

function authorizeEnd(viewer: Viewer, { teamId }: LockedRotation, { personId, createdById }: OverrideRow): void {
  const isOwnWork = createdById !== null && can(viewer, "watch:own", { personId: createdById });
  if (isOwnWork || can(viewer, "rotation:hand-over", { teamIds: [teamId] })) return;
  authorize(viewer, "watch:own", { teamIds: [teamId], personId });
}

function refuseHolder(viewer: Viewer, person: LockedPerson, span: Span, standing: Standing): void {
  const [held] = spansOf(standing, person.id);
  if (!held || !isSameSpan(held, span)) return;
  const who = person.id === viewer.personId ? "You are" : `${person.name} is`;
  throw new Conflict(`${who} on watch then already, ${spanTimes(span, viewer.timeZone)}: nothing needs to change.`);
}

function refuseMet(viewer: Viewer, met: readonly StoredOverride[]): void {
  const [first] = met;
  if (!first) return;
  const who = first.person.id === viewer.personId ? "You stand" : `${first.person.name} stands`;
  const others = met.length > 1 ? `, and ${met.length - 1} more stand in after that` : "";
  throw new Conflict(`${who} in already, ${spanTimes(spanOfRow(first.row), viewer.timeZone)}${others}.`, "replace");
}

function trimmedEvent(
  rotation: LockedRotation,
  { person, row, span }: { person: LockedPerson; row: OverrideRow; span: Span },
  instead: LockedPerson,
): EventInput {
  return {
    kind: "override.trimmed",
    ...standingWords(rotation, person, span),
    instead: namedPerson(instead),
    origin: row.origin,
    about: [...about(rotation, person), instead.id],
  };
}

const standingWords = (rotation: LockedRotation, person: LockedPerson, { from, to }: Span) => ({
  rotation: namedRotation(rotation),
  person: namedPerson(person),
  from: from.toString(),
  to: to.toString(),
});
const about = (rotation: LockedRotation, person: LockedPerson) => [rotation.id, rotation.teamId, person.id];
