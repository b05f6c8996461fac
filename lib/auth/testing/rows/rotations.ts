import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import { createHandoffNote, createOverride, createRotation, createShadow } from "#db/testing/factories";
import type { Viewer } from "#lib/auth/policy";
import { everyPerson, hours, leads, newWatch, outsider, type Rows, unique, watchful } from "#lib/auth/testing/roles";
import * as calendars from "#lib/rotations/calendars/calendar-commands";
import { listCalendars } from "#lib/rotations/calendars/calendar-queries";
import * as rotations from "#lib/rotations/commands";
import * as escalation from "#lib/rotations/escalation/escalation-commands";
import { markReady } from "#lib/rotations/first-watch/readiness-commands";
import * as shadow from "#lib/rotations/first-watch/shadow-commands";
import * as handoffs from "#lib/rotations/handoff-notes/handoff-note-commands";
import { putRotation } from "#lib/rotations/put";

export const rotationsRows: Rows = {
  "rotations/commands.createRotation": {
    may: leads,
    run: (viewer, { delivery }) =>
      rotations.createRotation(viewer, {
        name: "Nights",
        slug: unique(),
        team: delivery.team.slug,
        layers: [weekly(delivery.member)],
      }),
  },
  "rotations/commands.editRotation": {
    may: leads,
    run: (viewer, { rotation }) =>
      rotations.editRotation(viewer, { rotation: rotation.slug, description: "Night by night." }),
  },
  "rotations/commands.renameRotation": {
    may: leads,
    run: (viewer, { rotation }) =>
      rotations.renameRotation(viewer, { rotation: rotation.slug, name: "Nights", slug: unique() }),
  },
  "rotations/commands.changeLayers": {
    may: leads,
    run: (viewer, { rotation, delivery }) =>
      rotations.changeLayers(viewer, { rotation: rotation.slug, layers: [weekly(delivery.lead)], keepTurns: true }),
  },
  "rotations/commands.makeTeamDefault": {
    may: leads,
    run: async (viewer, { delivery }) => {
      const { slug } = await createRotation(db(), { team: delivery.team });
      return rotations.makeTeamDefault(viewer, { rotation: slug });
    },
  },
  "rotations/commands.retireRotation": {
    may: leads,
    run: (viewer, { rotation }) => rotations.retireRotation(viewer, { rotation: rotation.slug }),
  },
  "rotations/commands.restoreRotation": {
    may: leads,
    run: async (viewer, { rotation }) => {
      await rotations.retireRotation(outsider, { rotation: rotation.slug });
      return rotations.restoreRotation(viewer, { rotation: rotation.slug });
    },
  },
  "rotations/calendars/calendar-commands.openCalendar": {
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator"],
    run: (viewer, { rotation }) => calendars.openCalendar(viewer, { rotation: rotation.slug }),
  },
  "rotations/calendars/calendar-commands.closeCalendar": {
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator"],
    run: async (viewer) => {
      const owner: Viewer = { ...viewer, scope: "session" };
      if (viewer.personId) await calendars.openCalendar(owner, {});
      const [own] = viewer.personId ? await listCalendars(owner) : [];
      return calendars.closeCalendar(viewer, { calendar: own?.id ?? crypto.randomUUID() });
    },
  },
  "rotations/first-watch/shadow-commands.joinAsShadow": {
    may: ["lead", "manager", "administrator"],
    run: (viewer, { rotation, newcomer }) =>
      shadow.joinAsShadow(viewer, { rotation: rotation.slug, ...hours(1, 9), person: newcomer.email ?? "" }),
  },
  "rotations/first-watch/shadow-commands.leaveShadow": {
    may: watchful,
    run: async (viewer, { rotation, delivery }) => {
      const { id } = await createShadow(db(), rotation, { person: delivery.member, ...hours(1, 9) });
      return shadow.leaveShadow(viewer, { rotation: rotation.slug, shadow: id });
    },
  },
  "rotations/first-watch/readiness-commands.markReady": {
    may: everyPerson,
    run: (viewer, { rotation }) => markReady(viewer, { rotation: rotation.slug, item: "briefing", isReady: true }),
  },
  "rotations/handoff-notes/handoff-note-commands.writeHandoffNote": {
    may: watchful,
    run: async (viewer, world) => {
      const { rotation } = await put(await newWatch(world), world.delivery.member);
      return handoffs.writeHandoffNote(viewer, { rotation, handoffAt: hours(1, 9).to, worries: "The queue" });
    },
  },
  "rotations/handoff-notes/handoff-note-commands.readHandoffNote": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => {
      const watch = await newWatch(world);
      const [{ rotation }, handoffAt] = [await put(watch, world.delivery.member), hours(1, 9).from];
      await createHandoffNote(db(), watch, { from: world.expert, handoffAt, worries: "The queue" });
      return handoffs.readHandoffNote(viewer, { rotation, handoffAt });
    },
  },
  "rotations/put.putRotation": {
    may: leads,
    run: (viewer, { rotation, delivery }) =>
      putRotation(viewer, rotation.slug, { name: "Nights", team: delivery.team.slug }),
  },
  "rotations/escalation/escalation-commands.setEscalation": {
    may: leads,
    run: (viewer, { service, rotation }) =>
      escalation.setEscalation(viewer, { service: service.slug, delivery: rotation.slug }),
  },
  "rotations/escalation/escalation-commands.clearEscalation": {
    may: leads,
    run: async (viewer, { service, rotation }) => {
      await escalation.setEscalation(outsider, { service: service.slug, delivery: rotation.slug });
      return escalation.clearEscalation(viewer, { service: service.slug });
    },
  },
};

const weekly = ({ email }: Person) => ({
  name: "Weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week" as const,
  participants: [email ?? ""],
});
const put = async (rotation: Rotation, person: Person) => {
  const { id } = await createOverride(db(), rotation, { person, ...hours(1, 9), reason: "Private" });
  return { rotation: rotation.slug, override: id };
};
