import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "#db/client";
import { overrides } from "#db/schema";
import { Conflict } from "#lib/errors";
import type { LockedRotation } from "#lib/rotations/locks";
import { isBefore } from "#lib/rotations/spans";
import { withoutSwap } from "#lib/rotations/standing-in/displaced";
import { listStored, rememberParts, type StoredOverride } from "#lib/rotations/standing-in/place-override";

/** What stands of both halves of a swap, in order. */
export function halvesOf(tx: Tx, rotation: LockedRotation, swapId: string): Promise<StoredOverride[]> {
  return listStored(tx, and(eq(overrides.rotationId, rotation.id), eq(overrides.swapId, swapId)));
}

/**
 * Refuses to undo a swap unless both people have some of their half before them: otherwise one of them would stand
 * both. Throws Conflict.
 */
export function refuseHalfStood(halves: readonly StoredOverride[], at: Temporal.Instant): void {
  const toStand = halves.filter(({ row }) => isBefore(at, row.endsAt));
  if (new Set(toStand.map(({ person }) => person.id)).size > 1) return;
  const stood = halves.find(({ person }) => !toStand.some((half) => half.person.id === person.id));
  throw new Conflict(
    stood
      ? `${stood.person.name} has stood their half of this swap. Ask for cover, or let somebody take this one over.`
      : "The other half of this swap has been passed on since. Ask for cover, or let somebody take this one over.",
  );
}

/** Lets no half of a swap that is undone come back when what took its place is given back. */
export async function forgetSwap(tx: Tx, rotationId: string, swapId: string, at: Temporal.Instant): Promise<void> {
  const later = await listStored(tx, and(eq(overrides.rotationId, rotationId), gt(overrides.endsAt, at)));
  for (const { row, parts } of later) {
    const left = withoutSwap(parts, swapId);
    if (!isDeepStrictEqual(left, parts)) await rememberParts(tx, row.id, left);
  }
}
