import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { overrides } from "#db/schema";
import type { EventInput } from "#lib/events";
import { namedPerson } from "#lib/people/locks";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import type { Span } from "#lib/rotations/rotation";
import { isBefore, laterOf } from "#lib/rotations/spans";
import { partsWithin } from "#lib/rotations/standing-in/displaced";
import { holdersOf, namedHolder, standingIn } from "#lib/rotations/standing-in/held-spans";
import { type StoredOverride, spanOfRow } from "#lib/rotations/standing-in/place-override";
import { reopenRequests } from "#lib/rotations/standing-in/reopen-requests";
import { restoreParts } from "#lib/rotations/standing-in/restore-override";
import { forgetSwap } from "#lib/rotations/standing-in/swap-halves";
import { wholeSecond } from "#lib/rotations/standing-in/wished-span";

/**
 * Ends overrides of a locked rotation as far as they lie in the future: what they took the place of stands again, and
 * a claimed request is open again where its person is back on watch. Returns what there is to tell.
 */
export async function endOverrides(
  tx: Tx,
  rotation: LockedRotation,
  ending: readonly StoredOverride[],
  at: Temporal.Instant,
): Promise<EventInput[]> {
  const ended: { one: StoredOverride; span: Span }[] = [];
  for (const one of ending) {
    const span = await endRow(tx, one, wholeSecond(at));
    if (span) ended.push({ one, span });
  }
  for (const swapId of new Set(ended.flatMap(({ one }) => one.row.swapId ?? [])))
    await forgetSwap(tx, rotation.id, swapId, at);
  for (const { one, span } of ended) await restoreParts(tx, rotation.id, partsWithin(one.parts, span));

  const told: EventInput[] = [];
  for (const { one, span } of ended) told.push(await endedEvent(tx, rotation, one, span));
  for (const { span } of ended) told.push(...(await reopenRequests(tx, rotation, span, at)));
  return told;
}

/** Ends one override at `present`; what of it was still to come, or undefined where it is over. */
async function endRow(tx: Tx, { row }: StoredOverride, present: Temporal.Instant): Promise<Span | undefined> {
  const { from, to } = spanOfRow(row);
  const reached = laterOf(from, present);
  if (!isBefore(reached, to)) return undefined;
  const isItsRow = eq(overrides.id, row.id);
  if (isBefore(from, reached)) await tx.update(overrides).set({ endsAt: reached }).where(isItsRow);
  else await tx.delete(overrides).where(isItsRow);
  return { from: reached, to };
}

async function endedEvent(
  tx: Tx,
  rotation: LockedRotation,
  { row, person }: StoredOverride,
  span: Span,
): Promise<EventInput> {
  const holders = holdersOf(await standingIn(tx, rotation.id, span));
  const [holder, another] = holders;
  return {
    kind: "override.ended",
    rotation: namedRotation(rotation),
    person: namedPerson(person),
    instead: holder && !another ? namedHolder(holder) : null,
    from: span.from.toString(),
    to: span.to.toString(),
    origin: row.origin,
    about: [rotation.id, rotation.teamId, person.id, ...holders.map(({ id }) => id)],
  };
}
