import "server-only";
import { eq } from "drizzle-orm";
import type { Handle, Tx } from "#db/client";
import { teams } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { Invalid, NotFound } from "#lib/errors";

export type LockedTeam = typeof teams.$inferSelect;

/** The team's row, locked until the transaction ends; former addresses lead to it too. Throws NotFound. */
export async function lockTeam(tx: Tx, slug: string): Promise<LockedTeam> {
  const [bySlug] = await tx.select().from(teams).where(eq(teams.slug, slug)).for("update");
  if (bySlug) return bySlug;
  const former = await findByFormerAddress(tx, "team", slug);
  const [byFormer] = former ? await tx.select().from(teams).where(eq(teams.id, former)).for("update") : [];
  if (!byFormer) throw new NotFound(`There is no team “${slug}”.`);
  return byFormer;
}

/** A living team that is referred to in the field `path`; null stays null. Throws Invalid naming the field. */
export async function requireTeam(
  handle: Handle,
  slug: string | null | undefined,
  path: string,
): Promise<LockedTeam | null> {
  if (!slug) return null;
  const [bySlug] = await handle.select().from(teams).where(eq(teams.slug, slug));
  const former = bySlug ? undefined : await findByFormerAddress(handle, "team", slug);
  const [team] = bySlug ? [bySlug] : former ? await handle.select().from(teams).where(eq(teams.id, former)) : [];
  if (!team) throw new Invalid(`There is no team “${slug}”.`, path);
  if (team.retiredAt) throw new Invalid(`The team ${team.name} is retired.`, path);
  return team;
}

/** The same, and the team must be of kind `ops`. */
export async function requireOpsTeam(
  handle: Handle,
  slug: string | null | undefined,
  path: string,
): Promise<LockedTeam | null> {
  const team = await requireTeam(handle, slug, path);
  if (team && team.kind !== "ops") throw new Invalid(`${team.name} is not an ops team.`, path);
  return team;
}
