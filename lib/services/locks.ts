import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { services } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";

export type LockedService = typeof services.$inferSelect;

/** The service's row, locked until the transaction ends; former addresses lead to it too. Throws NotFound. */
export async function lockService(tx: Tx, slug: string): Promise<LockedService> {
  const [bySlug] = await tx.select().from(services).where(eq(services.slug, slug)).for("update");
  if (bySlug) return bySlug;
  const former = await findByFormerAddress(tx, "service", slug);
  const [byFormer] = former ? await tx.select().from(services).where(eq(services.id, former)).for("update") : [];
  if (!byFormer) throw new NotFound(`There is no service “${slug}”.`);
  return byFormer;
}

export const named = ({ slug, name }: Named): Named => ({ slug, name });
