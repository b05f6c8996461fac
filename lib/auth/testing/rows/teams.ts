import { administrators, outsider, type Rows, teamLeads, unique } from "#lib/auth/testing/roles";
import * as teams from "#lib/teams/commands";
import * as members from "#lib/teams/member-commands";
import { putTeam } from "#lib/teams/put";

export const teamsRows: Rows = {
  "teams/commands.createTeam": {
    may: administrators,
    run: (viewer) => teams.createTeam(viewer, { name: "Parcels", slug: unique(), kind: "delivery" }),
  },
  "teams/commands.editTeam": {
    may: teamLeads,
    run: (viewer, { delivery }) => teams.editTeam(viewer, { team: delivery.team.slug, chat: "#parcels" }),
  },
  "teams/commands.renameTeam": {
    may: teamLeads,
    run: (viewer, { delivery }) =>
      teams.renameTeam(viewer, { team: delivery.team.slug, name: "Parcels", slug: unique() }),
  },
  "teams/commands.setManager": {
    may: teamLeads,
    run: (viewer, { delivery, newcomer }) =>
      teams.setManager(viewer, { team: delivery.team.slug, manager: newcomer.email }),
  },
  "teams/commands.retireTeam": {
    may: administrators,
    run: (viewer, { otherTeam }) => teams.retireTeam(viewer, { team: otherTeam.slug }),
  },
  "teams/commands.restoreTeam": {
    may: administrators,
    run: async (viewer, { otherTeam }) => {
      await teams.retireTeam(outsider, { team: otherTeam.slug });
      return teams.restoreTeam(viewer, { team: otherTeam.slug });
    },
  },
  "teams/put.putTeam": {
    may: teamLeads,
    run: (viewer, { delivery }) => putTeam(viewer, delivery.team.slug, { name: "Parcels", kind: "delivery" }),
  },
  "teams/member-commands.addMember": {
    may: teamLeads,
    run: (viewer, { delivery, newcomer }) =>
      members.addMember(viewer, { team: delivery.team.slug, person: newcomer.email ?? "", role: "member" }),
  },
  "teams/member-commands.changeRole": {
    may: teamLeads,
    run: (viewer, { delivery }) =>
      members.changeRole(viewer, { team: delivery.team.slug, person: delivery.member.email ?? "", role: "lead" }),
  },
  "teams/member-commands.removeMember": {
    may: teamLeads,
    run: (viewer, { delivery }) =>
      members.removeMember(viewer, { team: delivery.team.slug, person: delivery.member.email ?? "" }),
  },
};
