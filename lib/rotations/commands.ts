import "server-only";
import { inTransaction } from "#db/client";
import { authorize, type Viewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import type { OneRotation, RenameRotationInput } from "#lib/rotations/inputs";
import { lockRotation, refuseRetired } from "#lib/rotations/locks";
import { createRotationIn } from "#lib/rotations/versions/create";
import { lockDefaults, makeTeamDefaultIn } from "#lib/rotations/versions/defaults";
import { editRotationIn, renameRotationIn } from "#lib/rotations/versions/edit";
import { restoreRotationIn, retireRotationIn } from "#lib/rotations/versions/retirement";
import type { ChangeLayersInput, CreateRotationInput, EditRotationInput } from "#lib/rotations/versions/shape-inputs";
import { openVersion } from "#lib/rotations/versions/versions";

/**
 * Creates a rotation with its first version, which may begin in the past, and returns its slug. The first one of a
 * team becomes its default. Throws Invalid naming the field, Forbidden, Conflict.
 */
export function createRotation(viewer: Viewer, input: CreateRotationInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    await lockDefaults(tx);
    return (await createRotationIn(tx, viewer, input, at)).slug;
  });
}

/**
 * Changes what is said of a rotation, its team included; fields left out stay. Returns its slug.
 * Throws NotFound, Forbidden, Invalid.
 */
export function editRotation(
  viewer: Viewer,
  { rotation: slug, ...facts }: EditRotationInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    if (facts.team) await lockDefaults(tx);
    const rotation = await lockRotation(tx, slug);
    await editRotationIn(tx, viewer, rotation, facts, at);
    return rotation.slug;
  });
}

/** Gives a rotation another name and address; the old address leads to the new one. Throws NotFound, Forbidden, Conflict. */
export function renameRotation(viewer: Viewer, input: RenameRotationInput, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, input.rotation);
    await renameRotationIn(tx, viewer, rotation, input, at);
    return input.slug;
  });
}

/**
 * Opens a version with other layers: whoever is on watch stays until the next handoff, and the next in line stays
 * next, unless `keepTurns` is false or a layer names its first turn. Whose coming shifts that moves stands in the
 * event. Nothing happens where the layers are those that hold. Returns the slug. Throws NotFound, Forbidden, Invalid
 * naming the field, Conflict.
 */
export function changeLayers(
  viewer: Viewer,
  { rotation: slug, ...input }: ChangeLayersInput,
  at = now(),
): Promise<string> {
  return inTransaction(async (tx) => {
    const rotation = await lockRotation(tx, slug);
    authorize(viewer, "rotation:edit", { teamIds: [rotation.teamId] });
    refuseRetired(rotation);
    await openVersion(tx, viewer, rotation, input, at);
    return rotation.slug;
  });
}

/**
 * Makes the rotation its team's default: it stands the watch of the team's services that name none of their own, in
 * the place of the one that did. Returns its slug. Throws NotFound, Forbidden, Conflict.
 */
export function makeTeamDefault(viewer: Viewer, input: OneRotation, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    await lockDefaults(tx);
    return (await makeTeamDefaultIn(tx, viewer, input.rotation, at)).slug;
  });
}

/**
 * Takes a rotation out of use; its history stays. Refused, with the list, while escalation paths of living services
 * name it. It is no team's default any more. Returns its slug. Throws NotFound, Forbidden, Conflict.
 */
export function retireRotation(viewer: Viewer, input: OneRotation, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    await lockDefaults(tx);
    const rotation = await lockRotation(tx, input.rotation);
    await retireRotationIn(tx, viewer, rotation, at);
    return rotation.slug;
  });
}

/**
 * Brings a retired rotation back as it was, as its team's default where the team has none by now. Returns its slug.
 * Throws NotFound, Forbidden, Conflict.
 */
export function restoreRotation(viewer: Viewer, input: OneRotation, at = now()): Promise<string> {
  return inTransaction(async (tx) => {
    await lockDefaults(tx);
    const rotation = await lockRotation(tx, input.rotation);
    await restoreRotationIn(tx, viewer, rotation, at);
    return rotation.slug;
  });
}
