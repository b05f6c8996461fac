import { can, type Viewer } from "#lib/auth/policy";
import type { RotationPermissions } from "#lib/rotations/views";

/** What the viewer may do with a rotation of this team: decides which buttons its pages show. */
export function permissionsFor(viewer: Viewer, { teamId }: { teamId: string }): RotationPermissions {
  const resource = { teamIds: [teamId] };
  return {
    canEdit: can(viewer, "rotation:edit", resource),
    canTake: can(viewer, "rotation:take", resource),
    canHandOver: can(viewer, "rotation:hand-over", resource),
    canSeeReasons: can(viewer, "rotation:reasons", resource),
  };
}

/** Whether the viewer could set up some rotation at all; for which team is decided when it is created. */
export function mayCreateRotation(viewer: Viewer): boolean {
  return can(viewer, "rotation:create", { teamIds: viewer.memberships.map(({ teamId }) => teamId) });
}
