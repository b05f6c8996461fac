import "server-only";
import { eq } from "drizzle-orm";
import { type Tx, violatedConstraint } from "#db/client";
import { rotations, teams } from "#db/schema";
import { leaveAddress } from "#lib/addresses";
import { authorize, type Viewer } from "#lib/auth/policy";
import { changesOf } from "#lib/changes";
import { Conflict } from "#lib/errors";
import type { FieldChange } from "#lib/event-kinds";
import { recordEvent } from "#lib/events";
import { type LockedRotation, namedRotation } from "#lib/rotations/locks";
import { becomeDefaultIfNone, setDefault } from "#lib/rotations/versions/defaults";
import type { EditRotationInput } from "#lib/rotations/versions/shape-inputs";
import { namedTeam, requireTeam } from "#lib/teams/locks";

type Facts = Omit<EditRotationInput, "rotation">;

/**
 * Changes what is said of a locked rotation; where `team` is given, the caller holds `lockDefaults`. The rotation as
 * it is then, the very same where nothing changed. Throws Forbidden, Invalid.
 */
export async function editRotationIn(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  { team, description }: Facts,
  at: Temporal.Instant,
): Promise<LockedRotation> {
  authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
  const changes = changesOf<{ description: string | null }>(rotation, description === undefined ? {} : { description });
  if (changes.length > 0) await tx.update(rotations).set({ description }).where(eq(rotations.id, rotation.id));
  const move = team === undefined ? undefined : await moveRotation(tx, viewer, rotation, team);
  const edited = { ...rotation, ...(description !== undefined && { description }), ...move?.placed };
  const all = [...changes, ...(move ? [move.change] : [])];
  if (all.length === 0) return rotation;
  await recordEvent(tx, viewer, at, {
    kind: "rotation.edited",
    rotation: namedRotation(rotation),
    changes: all,
    about: [rotation.id, rotation.teamId, edited.teamId],
  });
  return move ? becomeDefaultIfNone(tx, viewer, edited, at) : edited;
}

type Move = { change: FieldChange; placed: { teamId: string; isTeamDefault: boolean } };

/** To another team, which takes it only from whoever may create rotations there. It leaves its rank as a default behind. */
async function moveRotation(tx: Tx, viewer: Viewer, rotation: LockedRotation, slug: string): Promise<Move | undefined> {
  const [before] = await tx.select().from(teams).where(eq(teams.id, rotation.teamId));
  // Its own team may be retired by now, and be named all the same.
  if (!before || before.slug === slug) return undefined;
  const team = await requireTeam(tx, slug, "team");
  if (!team || team.id === rotation.teamId) return undefined;
  authorize(viewer, "rotation:create", { teamIds: [team.id] });
  if (rotation.isTeamDefault) await setDefault(tx, rotation, false);
  await tx.update(rotations).set({ teamId: team.id }).where(eq(rotations.id, rotation.id));
  return {
    change: { field: "team", before: namedTeam(before), after: namedTeam(team) },
    placed: { teamId: team.id, isTeamDefault: false },
  };
}

/** Gives a locked rotation another name and address. False when it has them already. Throws Forbidden, Conflict. */
export async function renameRotationIn(
  tx: Tx,
  viewer: Viewer,
  rotation: LockedRotation,
  { name, slug }: { name: string; slug: string },
  at: Temporal.Instant,
): Promise<boolean> {
  authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
  if (name === rotation.name && slug === rotation.slug) return false;
  await tx.update(rotations).set({ name, slug }).where(eq(rotations.id, rotation.id)).catch(refuseTakenSlug(slug));
  if (slug !== rotation.slug) await leaveAddress(tx, "rotation", rotation.id, rotation.slug, slug, at);
  await recordEvent(tx, viewer, at, {
    kind: "rotation.renamed",
    rotation: { slug, name },
    before: namedRotation(rotation),
    about: [rotation.id, rotation.teamId],
  });
  return true;
}

export const refuseTakenSlug = (slug: string) => (error: unknown) => {
  if (violatedConstraint(error) === "rotations_slug_unique")
    throw new Conflict(`The address “${slug}” belongs to another rotation.`, "slug");
  throw error;
};
