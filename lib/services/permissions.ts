import { can, type Viewer } from "#lib/auth/policy";

export type Owners = { deliveryTeamId: string | null; opsTeamId: string | null };

/** The teams whose members count for a service, as the policy wants to know them. */
export const teamsOf = ({ deliveryTeamId, opsTeamId }: Owners) => ({ teamIds: [deliveryTeamId, opsTeamId] });

/** What the viewer may do with a service: decides which buttons its pages show. */
export function permissionsFor(viewer: Viewer, service: Owners) {
  const canAdopt = viewer.memberships.length > 0 || viewer.isAdministrator;
  return {
    canEdit: can(viewer, "service:edit", teamsOf(service)),
    canTransfer: service.deliveryTeamId
      ? can(viewer, "service:transfer", { teamIds: [service.deliveryTeamId] })
      : canAdopt,
    canRetire: can(viewer, "service:retire", { teamIds: [service.deliveryTeamId] }),
    canEscalate: can(viewer, "escalation:edit", teamsOf(service)),
  };
}

/** Whether the viewer could create some service at all; which teams may own it is decided when it is created. */
export function mayCreateService(viewer: Viewer): boolean {
  return can(viewer, "service:create", { teamIds: viewer.memberships.map(({ teamId }) => teamId) });
}
