import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import { createAbsence } from "#db/testing/factories";
import { administrators, hours, outsider, type Rows, unique } from "#lib/auth/testing/roles";
import * as absences from "#lib/people/absence-commands";
import * as people from "#lib/people/commands";
import { putPerson } from "#lib/people/put";
import * as standing from "#lib/people/standing-commands";

export const peopleRows: Rows = {
  "people/absence-commands.noteAbsence": {
    may: ["member", "lead", "administrator", "memberWriteToken"],
    run: (viewer, { delivery }) =>
      absences.noteAbsence(viewer, { ...hours(1, 9), person: delivery.member.email ?? "" }),
  },
  "people/absence-commands.changeAbsence": {
    may: ["member", "lead", "administrator", "memberWriteToken"],
    run: async (viewer, { delivery }) =>
      absences.changeAbsence(viewer, { ...(await away(delivery.member)), to: hours(1, 20).to }),
  },
  "people/absence-commands.removeAbsence": {
    may: ["member", "lead", "administrator", "memberWriteToken"],
    run: async (viewer, { delivery }) => absences.removeAbsence(viewer, await away(delivery.member)),
  },
  "people/absence-commands.eraseAbsenceReason": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, { delivery }) => absences.eraseAbsenceReason(viewer, await away(delivery.member)),
  },
  "people/commands.createPerson": {
    may: administrators,
    run: (viewer) => people.createPerson(viewer, { name: "Lin Wei", email: `${unique()}@harbour.example` }),
  },
  "people/commands.editPerson": {
    may: administrators,
    run: (viewer, { newcomer }) => people.editPerson(viewer, { person: newcomer.email ?? "", title: "Engineer" }),
  },
  "people/commands.changeEmail": {
    may: administrators,
    run: (viewer, { newcomer }) =>
      people.changeEmail(viewer, { person: newcomer.email ?? "", email: `${unique()}@harbour.example` }),
  },
  "people/put.putPerson": {
    may: administrators,
    run: (viewer, { newcomer }) => putPerson(viewer, newcomer.email ?? "", { name: "Lin Wei" }),
  },
  "people/standing-commands.deactivatePerson": {
    may: administrators,
    run: (viewer, { newcomer }) => standing.deactivatePerson(viewer, { person: newcomer.email ?? "" }),
  },
  "people/standing-commands.reactivatePerson": {
    may: administrators,
    run: async (viewer, { newcomer }) => {
      await standing.deactivatePerson(outsider, { person: newcomer.email ?? "" });
      return standing.reactivatePerson(viewer, { person: newcomer.email ?? "" });
    },
  },
  "people/standing-commands.makeAdministrator": {
    may: administrators,
    run: (viewer, { newcomer }) => standing.makeAdministrator(viewer, { person: newcomer.email ?? "" }),
  },
  "people/standing-commands.withdrawAdministrator": {
    may: administrators,
    run: async (viewer, { newcomer }) => {
      await standing.makeAdministrator(outsider, { person: newcomer.email ?? "" });
      return standing.withdrawAdministrator(viewer, { person: newcomer.email ?? "" });
    },
  },
  "people/standing-commands.signOutPerson": {
    may: ["administrator"],
    run: (viewer, { newcomer }) => standing.signOutPerson(viewer, { person: newcomer.email ?? "" }),
  },
};

const away = async (person: Person) => ({
  absence: (await createAbsence(db(), person, { ...hours(1, 9), reason: "Private" })).id,
});
