import { can, type Resource, type Viewer } from "#lib/auth/policy";
import type { DocumentPermissions } from "#lib/documents/views";
import { type Owners, teamsOf } from "#lib/services/permissions";

/** For whom a review of the service's documents counts: its experts and the members of its teams. */
export function reviewedBy(viewer: Viewer, service: Owners & { isExpert: boolean }): Resource {
  return { ...teamsOf(service), personId: service.isExpert ? viewer.personId : null };
}

/** What the viewer may do with a document of this service: decides which buttons its pages show. */
export function permissionsFor(viewer: Viewer, service: Owners & { isExpert: boolean }): DocumentPermissions {
  const canEdit = can(viewer, "document:edit", teamsOf(service));
  return {
    canEdit,
    canReview: can(viewer, "document:review", reviewedBy(viewer, service)),
    canSuggest: !canEdit && can(viewer, "document:suggest"),
  };
}
