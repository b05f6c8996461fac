import type { AlertPermissions, AlertStatus } from "#lib/alerts/views";
import { can, type Resource, type Viewer } from "#lib/auth/policy";

/** What decides who may do what with an alert. An unrouted one belongs to the fallback ops team. */
export type AlertFacts = {
  status: AlertStatus;
  deliveryTeamId: string | null;
  opsTeamId: string | null;
  fallbackOpsTeamId: string | null;
  isUnrouted: boolean;
  holderId: string | null;
  handedToId: string | null;
  /** Everybody who was paged for it. */
  pagedIds: readonly string[];
};

/** The teams whose members handle it, and the viewer where they were paged for it or have it. */
export function resourceOf(facts: AlertFacts, { personId }: Viewer): Resource {
  const { deliveryTeamId, opsTeamId, fallbackOpsTeamId, isUnrouted, holderId, handedToId, pagedIds } = facts;
  const isConcerned = personId !== null && [holderId, handedToId, ...pagedIds].includes(personId);
  return {
    teamIds: [deliveryTeamId, opsTeamId, isUnrouted ? fallbackOpsTeamId : null],
    personId: isConcerned ? personId : null,
  };
}

/** What the viewer may do with an alert as it is now; `joins` as `joinsByAcknowledging` says. */
export function permissionsFor(viewer: Viewer, facts: AlertFacts, joins: boolean): AlertPermissions {
  const resource = resourceOf(facts, viewer);
  const isOpen = facts.status !== "resolved";
  const isPerson = viewer.kind === "person";
  const canHandle = isPerson && can(viewer, "alert:handle", resource);
  return {
    canAcknowledge: isOpen && canHandle,
    joinsByAcknowledging: isOpen && canHandle && joins,
    canPageOps: isOpen && can(viewer, "alert:page-ops", resource),
    canBringIn: isOpen && isPerson && can(viewer, "alert:bring-in", resource),
    canHandOver: isOpen && canHandle,
    canNote: canHandle,
    canMarkSteps: isOpen && isPerson && can(viewer, "step:mark"),
    canResolve: isOpen && can(viewer, "alert:resolve", resource),
    canReopen: !isOpen && canHandle,
    canReview: !isOpen && isPerson && can(viewer, "alert:review", resource),
  };
}

/**
 * Whether acknowledging leaves the alert with its holder: whoever was brought in to help, and has not answered yet,
 * says that they are here. Everybody else who acknowledges has it from then on.
 */
export function joinsHolder(
  facts: Pick<AlertFacts, "holderId" | "handedToId">,
  personId: string | null,
  unansweredSeats: readonly string[],
): boolean {
  const { holderId, handedToId } = facts;
  if (personId === null || holderId === null || holderId === personId || handedToId === personId) return false;
  return unansweredSeats.some((seat) => seat === "ops" || seat === "brought-in");
}
