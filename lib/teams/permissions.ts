import { can, type Viewer } from "#lib/auth/policy";

/** What the viewer may do with a team: decides which buttons its pages show. */
export function permissionsFor(viewer: Viewer, team: { id: string }) {
  return {
    canEdit: can(viewer, "team:edit", { teamIds: [team.id] }),
    canRetire: can(viewer, "team:retire"),
  };
}
