import "server-only";
import { inTransaction, type Tx } from "#db/client";
import { authorize, can, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import type { SwappedShift } from "#lib/event-kinds";
import { recordEvent, recordEvents } from "#lib/events";
import type { OneSwap, SwapInput } from "#lib/rotations/inputs";
import { type LockedRotation, lockRotation, namedRotation, refuseRetired } from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, meeting } from "#lib/rotations/spans";
import { endOverrides } from "#lib/rotations/standing-in/end-override";
import { namedHolder, soleHolder, standingIn } from "#lib/rotations/standing-in/held-spans";
import { isInTeam } from "#lib/rotations/standing-in/person-concerned";
import { placeOverride } from "#lib/rotations/standing-in/place-override";
import { halvesOf, refuseHalfStood } from "#lib/rotations/standing-in/swap-halves";
import { wishedSpan } from "#lib/rotations/standing-in/wished-span";
import type { WatchPerson } from "#lib/rotations/watches";

type Half = { span: Span; holder: WatchPerson };

/**
 * Lets two people change places, each standing what the other one held. Members swap a shift of theirs with a
 * teammate; who may hand over swaps any two. Returns the swap's id. Throws NotFound, Forbidden, Invalid, Conflict.
 */
export function swapShifts(viewer: Viewer, input: SwapInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const isForAnybody = can(viewer, "rotation:hand-over", { teamIds: [rotation.teamId] });
    if (!isForAnybody) authorize(viewer, "rotation:take", { teamIds: [rotation.teamId] });
    refuseRetired(rotation);
    const spans = { first: wishedSpan(input.first, at, "first.to"), second: wishedSpan(input.second, at, "second.to") };
    if (meeting(spans.first, spans.second))
      throw new Invalid("The two shifts overlap: choose two that lie apart.", "second.from");
    const first = await heldHalf(tx, rotation, spans.first, "first.from");
    const second = await heldHalf(tx, rotation, spans.second, "second.from");
    if (first.holder.id === second.holder.id)
      throw new Invalid(`Both shifts are ${first.holder.name}’s already.`, "second.from");
    if (!isForAnybody) await refuseForeign(tx, viewer, rotation, [first.holder, second.holder]);

    const swapId = crypto.randomUUID();
    for (const [{ span }, { holder }] of [[first, second] as const, [second, first] as const]) {
      await placeOverride(tx, {
        rotationId: rotation.id,
        personId: holder.id,
        startsAt: span.from,
        endsAt: span.to,
        origin: "swapped",
        swapId,
        createdAt: at,
        createdById: viewer.personId,
      });
    }
    await recordEvent(tx, viewer, at, {
      kind: "shifts.swapped",
      rotation: namedRotation(rotation),
      first: shiftWords(first),
      second: shiftWords(second),
      about: [rotation.id, rotation.teamId, first.holder.id, second.holder.id],
    });
    return swapId;
  });
}

/**
 * Undoes a swap as far as it lies in the future, for both people at once. For either of them and who may hand over.
 * Returns the rotation's slug. Throws NotFound, Forbidden, and Conflict when one of them has stood their half.
 */
export function undoSwap(viewer: Viewer, input: OneSwap, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    const halves = await halvesOf(tx, rotation, input.swap);
    const [one] = halves;
    if (!one) throw new NotFound("There is no such swap.");
    const own = halves.find(({ row }) => row.personId === viewer.personId) ?? one;
    if (!can(viewer, "rotation:hand-over", { teamIds: [rotation.teamId] }))
      authorize(viewer, "watch:own", { teamIds: [rotation.teamId], personId: own.row.personId });
    if (halves.every(({ row }) => !isBefore(at, row.endsAt)))
      throw new Conflict("Both halves of this swap are over: what has been stood stays as it was.");
    refuseHalfStood(halves, at);
    await recordEvents(tx, viewer, at, await endOverrides(tx, rotation, halves, at));
    return rotation.slug;
  });
}

async function heldHalf(tx: Tx, rotation: LockedRotation, span: Span, path: string): Promise<Half> {
  const standing = await standingIn(tx, rotation.id, span);
  const holder = soleHolder(standing);
  if (holder) return { span, holder };
  const isEmpty = standing.roster.gaps.length > 0;
  throw new Invalid(
    isEmpty
      ? "Nobody is on watch for some of this time, so it cannot be swapped."
      : "Several people share this time: choose a span that one person stands.",
    path,
  );
}

async function refuseForeign(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  holders: [WatchPerson, WatchPerson],
): Promise<void> {
  const other = holders.find(({ id }) => id !== viewer.personId);
  if (!holders.some(({ id }) => id === viewer.personId))
    throw new Forbidden("Neither shift is yours. The team’s leads and managers can swap them for others.");
  if (other && !(await isInTeam(tx, rotation, other.id)))
    throw new Forbidden(`${other.name} is not in the team, so only its leads and managers can swap with them.`);
}

const shiftWords = ({ span, holder }: Half): SwappedShift => ({
  person: namedHolder(holder),
  from: span.from.toString(),
  to: span.to.toString(),
});
