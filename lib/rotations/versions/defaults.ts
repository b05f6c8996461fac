import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { rotations, teams } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { recordEvent } from "#lib/events";
import { type LockedRotation, lockRotation, namedRotation, refuseRetired } from "#lib/rotations/locks";
import { namedTeam } from "#lib/teams/locks";

/**
 * Lets one transaction at a time change which rotation is a team's default: it may concern two rotations. Taken
 * before any rotation's row, so that nobody waits in a circle.
 */
export async function lockDefaults(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.default-rotations'))`);
}

/** The slug of the team's default, or undefined where it has none. */
export async function findDefault(tx: Tx, teamId: string): Promise<string | undefined> {
  const [present] = await tx
    .select({ slug: rotations.slug })
    .from(rotations)
    .where(and(eq(rotations.teamId, teamId), eq(rotations.isTeamDefault, true)));
  return present?.slug;
}

/**
 * Puts the rotation in the place of its team's default; the caller holds `lockDefaults`.
 * Throws NotFound, Forbidden, Conflict.
 */
export async function makeTeamDefaultIn(
  tx: Tx,
  viewer: Viewer,
  slug: string,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  const rotation = await lockBesideDefault(tx, slug);
  authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
  refuseRetired(rotation);
  if (rotation.isTeamDefault) return rotation;
  await tx
    .update(rotations)
    .set({ isTeamDefault: false })
    .where(and(eq(rotations.teamId, rotation.teamId), eq(rotations.isTeamDefault, true)));
  return becomeDefault(tx, viewer, rotation, at);
}

/** Makes a locked rotation its team's default where the team has none; the caller holds `lockDefaults`. */
export async function becomeDefaultIfNone(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  const isFree = !rotation.retiredAt && !(await findDefault(tx, rotation.teamId));
  return isFree ? becomeDefault(tx, viewer, rotation, at) : rotation;
}

/** Whether a locked rotation is its team's default, without a word in its history. */
export async function setDefault(tx: Tx, rotation: LockedRotation, isTeamDefault: boolean): Promise<void> {
  await tx.update(rotations).set({ isTeamDefault }).where(eq(rotations.id, rotation.id));
}

async function becomeDefault(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  await setDefault(tx, rotation, true);
  const [team] = await tx.select().from(teams).where(eq(teams.id, rotation.teamId));
  if (!team) throw new Error("A rotation's team is missing.");
  await recordEvent(tx, viewer, at, {
    kind: "rotation.made-default",
    rotation: namedRotation(rotation),
    team: namedTeam(team),
    about: [rotation.id, team.id],
  });
  return { ...rotation, isTeamDefault: true };
}

/** The rotation, and its team's default with it, locked in one order for everybody. Throws NotFound. */
async function lockBesideDefault(tx: Tx, slug: string): Promise<LockedRotation> {
  const [wanted] = await tx.select({ teamId: rotations.teamId }).from(rotations).where(eq(rotations.slug, slug));
  const present = wanted && (await findDefault(tx, wanted.teamId));
  if (present && present < slug) await lockRotation(tx, present);
  return lockRotation(tx, slug);
}
