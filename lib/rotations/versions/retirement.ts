import "server-only";
import { and, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "#db/client";
import { escalationPaths, rotations, services, teams } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { Conflict } from "#lib/errors";
import { recordEvent } from "#lib/events";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import { becomeDefaultIfNone } from "#lib/rotations/versions/defaults";
import { type LockedTeam, namedTeam } from "#lib/teams/locks";
import { listed } from "#lib/teams/words";

/** Takes a locked rotation out of use; the caller holds `lockDefaults`. False when it is. Throws Forbidden, Conflict. */
export async function retireRotationIn(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
  if (rotation.retiredAt) return false;
  await refuseWhileNamed(tx, rotation);
  await tx.update(rotations).set({ retiredAt: at, isTeamDefault: false }).where(eq(rotations.id, rotation.id));
  await record(tx, viewer, "rotation.retired", rotation, await requireOwner(tx, rotation), at);
  return true;
}

/** Brings a locked rotation back; the caller holds `lockDefaults`. The rotation as it is then. Throws Forbidden, Conflict. */
export async function restoreRotationIn(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  if (!rotation.retiredAt) return rotation;
  authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
  const team = await requireOwner(tx, rotation);
  if (team.retiredAt) throw new Conflict(`${team.name}, its team, is retired: bring that back first.`);
  await tx.update(rotations).set({ retiredAt: null }).where(eq(rotations.id, rotation.id));
  await record(tx, viewer, "rotation.restored", rotation, team, at);
  return becomeDefaultIfNone(tx, viewer, { ...rotation, retiredAt: null }, at);
}

async function requireOwner(tx: Tx, rotation: LockedRotation): Promise<LockedTeam> {
  const [team] = await tx.select().from(teams).where(eq(teams.id, rotation.teamId)).for("share");
  if (!team) throw new Error("A rotation's team is missing.");
  return team;
}

function record(
  tx: Tx,
  viewer: Viewer,
  kind: "rotation.retired" | "rotation.restored",
  rotation: LockedRotation,
  team: LockedTeam,
  at: Temporal.Instant,
): Promise<void> {
  const about = [rotation.id, team.id];
  return recordEvent(tx, viewer, at, { kind, rotation: namedRotation(rotation), team: namedTeam(team), about });
}

async function refuseWhileNamed(tx: Tx, rotation: LockedRotation): Promise<void> {
  const { deliveryRotationId, backupRotationId, opsRotationId } = escalationPaths;
  const names = or(...[deliveryRotationId, backupRotationId, opsRotationId].map((column) => eq(column, rotation.id)));
  const paged = await tx
    .select({ name: services.name })
    .from(escalationPaths)
    .innerJoin(services, eq(services.id, escalationPaths.serviceId))
    .where(and(names, isNull(services.retiredAt)))
    .orderBy(services.name);
  if (paged.length > 0)
    throw new Conflict(`${rotation.name} is in the escalation path of ${listed(paged)}. Change that first.`);
}
