import { can, type Viewer } from "#lib/auth/policy";

/** What the viewer may do with a person: decides which buttons their page shows. */
export function permissionsFor(viewer: Viewer, person: { id: string; teamIds: readonly string[] }) {
  const resource = { personId: person.id, teamIds: person.teamIds };
  return {
    isSelf: viewer.personId === person.id,
    canEdit: can(viewer, "person:edit", resource),
    canAdminister: can(viewer, "person:administer", resource),
    canSeeAbsences: can(viewer, "absence:read", resource) || can(viewer, "absence:edit", resource),
    canSignOut: can(viewer, "person:sign-out", resource),
  };
}
