import "server-only";
import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { coverRequests, type DisplacedPart, overrides, people } from "#db/schema";
import { spanOfPart } from "#lib/rotations/standing-in/displaced";
import { insertOverride, listStored, moveEnds, type StoredOverride } from "#lib/rotations/standing-in/place-override";

/**
 * Lets stand again what an override of a locked rotation took the place of, now that it is gone, or what that had
 * taken the place of where it holds no longer.
 */
export async function restoreParts(tx: Tx, rotationId: string, parts: readonly DisplacedPart[]): Promise<void> {
  for (const part of parts) {
    if (await holdsStill(tx, part)) await putBack(tx, rotationId, part);
    else await restoreParts(tx, rotationId, part.displaced);
  }
}

/** Nobody comes back who was deactivated, or gave back what they had claimed. */
async function holdsStill(tx: Tx, { personId, coverRequestId }: DisplacedPart): Promise<boolean> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (!person || person.deactivatedAt) return false;
  if (!coverRequestId) return true;
  const [request] = await tx.select().from(coverRequests).where(eq(coverRequests.id, coverRequestId));
  return request?.claimedById === personId;
}

/** As one with what is left of the override that it was cut out of, where that lies beside it. */
async function putBack(tx: Tx, rotationId: string, part: DisplacedPart): Promise<void> {
  const { from, to } = spanOfPart(part);
  const beside = await listBeside(tx, rotationId, part);
  const before = beside.find(({ row }) => row.endsAt.equals(from));
  const after = beside.find(({ row }) => row.startsAt.equals(to));
  const parts = [...(before?.parts ?? []), ...part.displaced, ...(after?.parts ?? [])];
  const whole = { from: before?.row.startsAt ?? from, to: after?.row.endsAt ?? to };

  if (before && after) await tx.delete(overrides).where(eq(overrides.id, after.row.id));
  const kept = before ?? after;
  if (kept) await moveEnds(tx, kept.row.id, whole, parts);
  else await insertOverride(tx, rowOf(rotationId, part), parts);
}

function listBeside(tx: Tx, rotationId: string, part: DisplacedPart): Promise<StoredOverride[]> {
  const { from, to } = spanOfPart(part);
  return listStored(
    tx,
    and(
      eq(overrides.rotationId, rotationId),
      eq(overrides.personId, part.personId),
      eq(overrides.origin, part.origin),
      eq(overrides.createdAt, Temporal.Instant.from(part.createdAt)),
      sql`${overrides.coverRequestId} is not distinct from ${part.coverRequestId}::uuid`,
      sql`${overrides.swapId} is not distinct from ${part.swapId}::uuid`,
      or(eq(overrides.endsAt, from), eq(overrides.startsAt, to)),
    ),
  );
}

const rowOf = (rotationId: string, { displaced: _, ...part }: DisplacedPart) => ({
  rotationId,
  personId: part.personId,
  startsAt: Temporal.Instant.from(part.from),
  endsAt: Temporal.Instant.from(part.to),
  origin: part.origin,
  coverRequestId: part.coverRequestId,
  swapId: part.swapId,
  createdAt: Temporal.Instant.from(part.createdAt),
  createdById: part.createdById,
});
