import "server-only";
import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client";
import { rotations } from "#db/schema";
import type { Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { Invalid } from "#lib/errors";
import type { PutRotationInput } from "#lib/rotations/inputs";
import { lockRotation } from "#lib/rotations/locks";
import { createRotationIn } from "#lib/rotations/versions/create";
import { lockDefaults } from "#lib/rotations/versions/defaults";
import { editRotationIn, renameRotationIn } from "#lib/rotations/versions/edit";
import { restoreRotationIn } from "#lib/rotations/versions/retirement";
import { openVersion } from "#lib/rotations/versions/versions";

/**
 * Creates the rotation `slug`, or makes it what `input` says, all or nothing; a field left out keeps its value, a
 * retired rotation comes back. Other `layers` open a version from `effectiveFrom` on, by default now, in which
 * `firstTurn` means what it says; sending again what is there changes nothing. True when it was created.
 * Throws Forbidden, Invalid naming the field, Conflict.
 */
export function putRotation(viewer: Viewer, slug: string, input: PutRotationInput, at = now()): Promise<boolean> {
  return inTransaction(async (tx) => {
    await lockDefaults(tx);
    const { outcome } = await putRotationIn(tx, viewer, slug, input, at);
    return outcome === "created";
  });
}

export type PutOutcome = { id: string; outcome: "created" | "changed" | "unchanged" };

/** The same in the transaction of a caller who holds `lockDefaults`. */
export async function putRotationIn(
  tx: Tx,
  viewer: Viewer,
  slug: string,
  input: PutRotationInput,
  at: Temporal.Instant,
): Promise<PutOutcome> {
  refuseTimesWithoutLayers(input);
  const { layers, effectiveFrom, replaceLater, name, ...facts } = input;
  const [present] = await tx.select({ id: rotations.id }).from(rotations).where(eq(rotations.slug, slug));
  if (!present) {
    if (!layers) throw new Invalid("Describe at least one layer.", "layers");
    const { id } = await createRotationIn(tx, viewer, { ...facts, name, slug, layers, effectiveFrom }, at);
    return { id, outcome: "created" };
  }
  const rotation = await lockRotation(tx, slug);
  const isRenamed = await renameRotationIn(tx, viewer, rotation, { name, slug }, at);
  const renamed = { ...rotation, name };
  const edited = await editRotationIn(tx, viewer, renamed, facts, at);
  const living = await restoreRotationIn(tx, viewer, edited, at);
  const isOpened = layers && (await openVersion(tx, viewer, living, { layers, effectiveFrom, replaceLater }, at));
  const isChanged = isRenamed || living !== renamed || isOpened;
  return { id: rotation.id, outcome: isChanged ? "changed" : "unchanged" };
}

function refuseTimesWithoutLayers({ layers, effectiveFrom, replaceLater }: PutRotationInput): void {
  if (!layers && (effectiveFrom || replaceLater))
    throw new Invalid("Describe the layers that hold from then on.", "layers");
}
