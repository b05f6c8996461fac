import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Handle, Tx } from "#db/client";
import { teams } from "#db/schema";
import { findByFormerAddress } from "#lib/addresses";
import { Invalid, NotFound } from "#lib/errors";
import type { Named } from "#lib/event-kinds";

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

/**
 * Lets one transaction at a time change which team lies beneath which: two changes that are harmless alone could make
 * a loop together. Taken before any team's row, so that nobody waits in a circle.
 */
export async function lockHierarchy(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.team-hierarchy'))`);
}

/**
 * A living team that is referred to in the field `path`; null stays null. Inside a transaction it stays alive, and of
 * its kind, until the end. Throws Invalid naming the field.
 */
export async function requireTeam(
  handle: Handle,
  slug: string | null | undefined,
  path: string,
): Promise<LockedTeam | null> {
  if (!slug) return null;
  const [bySlug] = await handle.select().from(teams).where(eq(teams.slug, slug)).for("share");
  const former = bySlug ? undefined : await findByFormerAddress(handle, "team", slug);
  const [team] = bySlug
    ? [bySlug]
    : former
      ? await handle.select().from(teams).where(eq(teams.id, former)).for("share")
      : [];
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

export const namedTeam = ({ slug, name }: Named): Named => ({ slug, name });
