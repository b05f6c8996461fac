import { everyPerson, insiders, leads, outsider, type Rows, unique } from "#lib/auth/testing/roles";
import * as services from "#lib/services/commands";
import * as dependencies from "#lib/services/dependency-commands";
import * as experts from "#lib/services/expert-commands";
import { putService } from "#lib/services/put";
import { listNeighbours } from "#lib/services/queries";

export const servicesRows: Rows = {
  "services/commands.createService": {
    may: insiders,
    run: (viewer, { delivery, ops }) =>
      services.createService(viewer, {
        name: "New thing",
        slug: unique(),
        team: delivery.team.slug,
        opsTeam: ops.team.slug,
      }),
  },
  "services/commands.editService": {
    may: insiders,
    run: (viewer, { service }) =>
      services.editService(viewer, { service: service.slug, description: "Sends the parcels." }),
  },
  "services/commands.renameService": {
    may: insiders,
    run: (viewer, { service }) =>
      services.renameService(viewer, { service: service.slug, name: "Parcels", slug: unique() }),
  },
  "services/commands.transferService": {
    may: leads,
    run: (viewer, { service, otherTeam }) =>
      services.transferService(viewer, { service: service.slug, role: "delivery", toTeam: otherTeam.slug }),
  },
  "services/commands.retireService": {
    may: leads,
    run: (viewer, { service }) => services.retireService(viewer, { service: service.slug }),
  },
  "services/commands.restoreService": {
    may: leads,
    run: async (viewer, { retired }) => {
      await services.retireService(outsider, { service: retired.slug });
      return services.restoreService(viewer, { service: retired.slug });
    },
  },
  "services/put.putService": {
    may: insiders,
    run: (viewer, { service }) => putService(viewer, service.slug, { name: "Parcels", tier: 3 }),
  },
  "services/dependency-commands.addDependency": {
    may: insiders,
    run: (viewer, { service, unowned }) =>
      dependencies.addDependency(viewer, { service: service.slug, needs: unowned.slug, kind: "soft" }),
  },
  "services/dependency-commands.stateNeedsNothing": {
    may: insiders,
    run: async (viewer, { service }) => {
      const { needs } = await listNeighbours(outsider, service.id);
      for (const { dependency } of needs)
        await dependencies.removeDependency(outsider, { service: service.slug, dependency });
      return dependencies.stateNeedsNothing(viewer, { service: service.slug });
    },
  },
  "services/dependency-commands.withdrawNeedsNothing": {
    may: insiders,
    run: (viewer, { service }) => dependencies.withdrawNeedsNothing(viewer, { service: service.slug }),
  },
  "services/dependency-commands.removeDependency": {
    may: insiders,
    run: async (viewer, { service }) => {
      const { needs } = await listNeighbours(outsider, service.id);
      return dependencies.removeDependency(viewer, { service: service.slug, dependency: needs[0]?.dependency ?? "" });
    },
  },
  "services/expert-commands.declareExpert": {
    may: insiders,
    run: (viewer, { service, newcomer }) =>
      experts.declareExpert(viewer, { service: service.slug, person: newcomer.email ?? "" }),
  },
  "services/expert-commands.withdrawExpert": {
    may: insiders.filter((role) => !role.endsWith("Token") || role === "memberWriteToken"),
    run: (viewer, { service, expert }) =>
      experts.withdrawExpert(viewer, { service: service.slug, person: expert.email ?? "" }),
  },
  "services/expert-commands.starService": {
    may: everyPerson,
    run: (viewer, { service }) => experts.starService(viewer, { service: service.slug, isStarred: true }),
  },
};
