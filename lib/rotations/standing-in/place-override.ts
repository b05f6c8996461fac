import "server-only";
import { and, asc, eq, gt, lt, type SQL } from "drizzle-orm";
import { type Tx, violatedConstraint } from "#db/client";
import { type DisplacedPart, displacements, overrides, people } from "#db/schema";
import { Conflict } from "#lib/errors";
import type { LockedPerson } from "#lib/people/locks";
import type { Span } from "#lib/rotations/rotation";
import { meeting, without } from "#lib/rotations/spans";
import { partsWithin } from "#lib/rotations/standing-in/displaced";

export type OverrideRow = typeof overrides.$inferSelect;
/** An override with its person, and what it took the place of. */
export type StoredOverride = { row: OverrideRow; person: LockedPerson; parts: DisplacedPart[] };
export type NewOverride = typeof overrides.$inferInsert;

export const spanOfRow = ({ startsAt, endsAt }: Pick<OverrideRow, "startsAt" | "endsAt">): Span => ({
  from: startsAt,
  to: endsAt,
});

/** The overrides that meet a condition, in order. */
export async function listStored(tx: Tx, condition: SQL | undefined): Promise<StoredOverride[]> {
  const found = await tx
    .select({ row: overrides, person: people, parts: displacements.parts })
    .from(overrides)
    .innerJoin(people, eq(people.id, overrides.personId))
    .leftJoin(displacements, eq(displacements.overrideId, overrides.id))
    .where(condition)
    .orderBy(asc(overrides.startsAt));
  return found.map(({ parts, ...one }) => ({ ...one, parts: parts ?? [] }));
}

/** The overrides of a rotation that meet `span`, in order. */
export function listMet(tx: Tx, rotationId: string, { from, to }: Span): Promise<StoredOverride[]> {
  return listStored(
    tx,
    and(eq(overrides.rotationId, rotationId), lt(overrides.startsAt, to), gt(overrides.endsAt, from)),
  );
}

/**
 * Writes an override of a locked rotation, and trims those that stand there: what is left of them on either side
 * stays, what is not is remembered. Returns its id, and what was cut off whom.
 */
export async function placeOverride(
  tx: Tx,
  wanted: NewOverride,
): Promise<{ id: string; trimmed: { person: LockedPerson; row: OverrideRow; span: Span }[] }> {
  const span = spanOfRow(wanted);
  const met = await listMet(tx, wanted.rotationId, span);
  const parts: DisplacedPart[] = [];
  for (const one of met) parts.push(...(await trim(tx, one, span)));
  const id = await insertOverride(tx, wanted, parts);
  const trimmed = met.map(({ person, row }) => ({ person, row, span: meeting(spanOfRow(row), span) ?? span }));
  return { id, trimmed };
}

/** Takes `span` out of an override, and returns what it was there. */
async function trim(tx: Tx, { row, parts }: StoredOverride, span: Span): Promise<DisplacedPart[]> {
  const whole = spanOfRow(row);
  const [first, second] = without(whole, span);
  if (first) await moveEnds(tx, row.id, first, partsWithin(parts, first));
  else await tx.delete(overrides).where(eq(overrides.id, row.id));
  if (second) {
    const { id: _, ...facts } = row;
    await insertOverride(tx, { ...facts, startsAt: second.from, endsAt: second.to }, partsWithin(parts, second));
  }
  return partsWithin([partOf(row, parts)], span);
}

export async function insertOverride(tx: Tx, row: NewOverride, parts: readonly DisplacedPart[]): Promise<string> {
  const [made] = await tx.insert(overrides).values(row).returning({ id: overrides.id }).catch(refuseOverlap);
  if (!made) throw new Error("The database returned no override.");
  await rememberParts(tx, made.id, parts);
  return made.id;
}

/** Lets an override reach over `span`, with what it took the place of there. */
export async function moveEnds(tx: Tx, id: string, { from, to }: Span, parts: readonly DisplacedPart[]): Promise<void> {
  await tx.update(overrides).set({ startsAt: from, endsAt: to }).where(eq(overrides.id, id)).catch(refuseOverlap);
  await rememberParts(tx, id, parts);
}

export async function rememberParts(tx: Tx, overrideId: string, parts: readonly DisplacedPart[]): Promise<void> {
  if (parts.length === 0) {
    await tx.delete(displacements).where(eq(displacements.overrideId, overrideId));
    return;
  }
  const stored = { parts: [...parts] };
  await tx
    .insert(displacements)
    .values({ overrideId, ...stored })
    .onConflictDoUpdate({ target: displacements.overrideId, set: stored });
}

/** An override as it is remembered by what takes its place; its reason is not. */
const partOf = (row: OverrideRow, displaced: DisplacedPart[]): DisplacedPart => ({
  personId: row.personId,
  from: row.startsAt.toString(),
  to: row.endsAt.toString(),
  origin: row.origin,
  coverRequestId: row.coverRequestId,
  swapId: row.swapId,
  createdAt: row.createdAt.toString(),
  createdById: row.createdById,
  displaced,
});

function refuseOverlap(error: unknown): never {
  if (violatedConstraint(error) === "overrides_of_a_rotation_do_not_overlap")
    throw new Conflict("Somebody else changed this watch at the same moment: look at it as it is now.");
  throw error;
}
