import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { rotations } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";

export type LockedRotation = typeof rotations.$inferSelect;

/**
 * The rotation's row, locked until the transaction ends; former addresses lead to it too. Whoever changes who stands
 * its watch takes this first, so that two changes of one rotation come one after the other. Throws NotFound.
 */
export async function lockRotation(tx: Tx, slug: string): Promise<LockedRotation> {
  const [bySlug] = await tx.select().from(rotations).where(eq(rotations.slug, slug)).for("update");
  if (bySlug) return bySlug;
  const former = await findByFormerAddress(tx, "rotation", slug);
  const [byFormer] = former ? await tx.select().from(rotations).where(eq(rotations.id, former)).for("update") : [];
  if (!byFormer) throw new NotFound(`There is no rotation “${slug}”.`);
  return byFormer;
}

/** The same for whoever knows its id. */
export async function lockRotationById(tx: Tx, id: string): Promise<LockedRotation> {
  const [rotation] = await tx.select().from(rotations).where(eq(rotations.id, id)).for("update");
  if (!rotation) throw new NotFound("There is no such rotation.");
  return rotation;
}

/** Nobody stands the watch of a retired rotation. Throws Conflict. */
export function refuseRetired({ name, retiredAt }: LockedRotation): void {
  if (retiredAt) throw new Conflict(`${name} is retired: bring it back before changing who stands its watch.`);
}

/** A living rotation that is referred to in the field `path`, kept alive until the end. Throws Invalid naming the field. */
export async function requireRotation(tx: Tx, slug: string, path: string): Promise<LockedRotation> {
  const [bySlug] = await tx.select().from(rotations).where(eq(rotations.slug, slug)).for("share");
  const former = bySlug ? undefined : await findByFormerAddress(tx, "rotation", slug);
  const [byFormer] = former ? await tx.select().from(rotations).where(eq(rotations.id, former)).for("share") : [];
  const rotation = bySlug ?? byFormer;
  if (!rotation) throw new Invalid(`There is no rotation “${slug}”.`, path);
  if (rotation.retiredAt) throw new Invalid(`The rotation ${rotation.name} is retired.`, path);
  return rotation;
}

export const namedRotation = ({ slug, name }: Named): Named => ({ slug, name });
