import { globSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { apiTokens } from "#db/schema";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import {
  createAbsence,
  createCoverRequest,
  createDependency,
  createHandoffNote,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createShadow,
  createTeam,
  declareExpert,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import * as administration from "#lib/administration/commands";
import * as tokens from "#lib/auth/commands";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { now } from "#lib/clock";
import { Forbidden, NotFound } from "#lib/errors";
import * as imports from "#lib/imports/commands";
import * as drafts from "#lib/imports/draft-commands";
import * as absences from "#lib/people/absence-commands";
import * as people from "#lib/people/commands";
import { putPerson } from "#lib/people/put";
import * as standing from "#lib/people/standing-commands";
import * as calendars from "#lib/rotations/calendars/calendar-commands";
import { listCalendars } from "#lib/rotations/calendars/calendar-queries";
import * as rotations from "#lib/rotations/commands";
import * as escalation from "#lib/rotations/escalation/escalation-commands";
import { markReady } from "#lib/rotations/first-watch/readiness-commands";
import * as shadow from "#lib/rotations/first-watch/shadow-commands";
import * as handoffs from "#lib/rotations/handoff-notes/handoff-note-commands";
import { putRotation } from "#lib/rotations/put";
import * as cover from "#lib/rotations/standing-in/cover-commands";
import * as watches from "#lib/rotations/standing-in/override-commands";
import * as swaps from "#lib/rotations/standing-in/swap-commands";
import * as services from "#lib/services/commands";
import * as dependencies from "#lib/services/dependency-commands";
import * as experts from "#lib/services/expert-commands";
import { putService } from "#lib/services/put";
import { listNeighbours } from "#lib/services/queries";
import * as teams from "#lib/teams/commands";
import * as members from "#lib/teams/member-commands";
import { putTeam } from "#lib/teams/put";

testDatabase();

/** Everybody of the roles table, around one service with a delivery and an ops team. */
const roles = [
  "stranger",
  "member",
  "lead",
  "opsMember",
  "manager",
  "administrator",
  "readToken",
  "intakeToken",
  "writeToken",
  "adminToken",
  "memberReadToken",
  "memberWriteToken",
] as const;
type Role = (typeof roles)[number];

type World = Awaited<ReturnType<typeof newWorld>>;

async function newWorld() {
  const { service, delivery, ops } = await given.ownedService();
  const { service: unowned } = { service: await createService(db(), { opsTeam: ops.team }) };
  const retired = await createService(db(), { team: delivery.team });
  const needed = await createService(db());
  await createDependency(db(), service, { on: needed });
  const expert = await createPerson(db());
  await declareExpert(db(), service, { person: expert });
  const [stranger, administrator, newcomer] = [
    await given.stranger(),
    await given.administrator(),
    await createPerson(db()),
  ];
  const otherTeam = await createTeam(db());
  const rotation = await createRotation(db(), { team: delivery.team });
  return {
    service,
    delivery,
    ops,
    unowned,
    retired,
    needed,
    expert,
    stranger,
    administrator,
    newcomer,
    otherTeam,
    rotation,
  };
}

async function viewerFor(world: World, role: Role): Promise<Viewer> {
  const person = {
    stranger: world.stranger,
    member: world.delivery.member,
    lead: world.delivery.lead,
    opsMember: world.ops.member,
    manager: world.delivery.manager,
    administrator: world.administrator,
    memberReadToken: world.delivery.member,
    memberWriteToken: world.delivery.member,
  }[role as string];
  if (!person)
    return serviceViewer("A service token", role.replace("Token", "") as "read" | "write" | "intake" | "admin");
  const viewer = await findPersonViewer(person.id, now(), now());
  if (!viewer) throw new Error(`${role} is not there.`);
  if (role === "memberReadToken") return { ...viewer, scope: "read" };
  if (role === "memberWriteToken") return { ...viewer, scope: "write" };
  return viewer;
}

type Row = { may: readonly Role[]; run: (viewer: Viewer, world: World) => Promise<unknown> };

const writers = ["administrator", "writeToken", "adminToken"] as const;
const insiders = ["member", "lead", "opsMember", "memberWriteToken", ...writers] as const;
const leads = ["lead", ...writers] as const;
const takers = ["member", "lead", "administrator", "memberWriteToken"] as const;
/** Who acts for a member on watch: the member, the team's lead and manager. */
const watchful = ["member", "lead", "manager", "administrator", "memberWriteToken"] as const;
const administrators = ["administrator", "adminToken"] as const;
const teamLeads = ["lead", ...administrators] as const;

/** Each command, who may run it, and a run that fails for nobody else's reason. */
const rows: Record<string, Row> = {
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
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator", "memberWriteToken"],
    run: (viewer, { service }) => experts.starService(viewer, { service: service.slug, isStarred: true }),
  },
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
  "rotations/standing-in/override-commands.takeOver": {
    may: takers,
    run: async (viewer, world) => {
      const { slug: rotation } = await newWatch(world);
      return watches.takeOver(viewer, { rotation, ...hours(1, 9) });
    },
  },
  "rotations/standing-in/override-commands.endOverride": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => watches.endOverride(viewer, await put(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/override-commands.eraseReason": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => watches.eraseReason(viewer, await put(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/cover-commands.askForCover": {
    may: ["lead", "manager", ...writers],
    run: async (viewer, world) => {
      const { slug: rotation } = await newWatch(world);
      return cover.askForCover(viewer, { rotation, ...hours(1, 9), person: world.expert.email ?? "" });
    },
  },
  "rotations/standing-in/cover-commands.claimCover": {
    may: takers,
    run: async (viewer, world) => cover.claimCover(viewer, await ask(await newWatch(world), world.expert)),
  },
  "rotations/standing-in/cover-commands.withdrawCover": {
    may: ["lead", "manager", "administrator"],
    run: async (viewer, world) => cover.withdrawCover(viewer, await ask(await newWatch(world), world.expert)),
  },
  "rotations/standing-in/cover-commands.eraseRequestReason": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) =>
      cover.eraseRequestReason(viewer, await ask(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/swap-commands.swapShifts": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => swaps.swapShifts(viewer, await twoShifts(world)),
  },
  "rotations/standing-in/swap-commands.undoSwap": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => {
      const shifts = await twoShifts(world);
      const swap = await swaps.swapShifts(outsider, shifts);
      return swaps.undoSwap(viewer, { rotation: shifts.rotation, swap });
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
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator", "memberWriteToken"],
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
  "auth/commands.createOwnToken": {
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator"],
    run: (viewer) => tokens.createOwnToken(viewer, { name: "Mine", scope: "read", days: 30 }),
  },
  "auth/commands.createServiceToken": {
    may: ["administrator"],
    run: (viewer) => tokens.createServiceToken(viewer, { name: "Deploys", scope: "write", days: 30 }),
  },
  "auth/commands.revokeToken": {
    may: ["administrator"],
    run: async (viewer) => {
      const name = unique();
      await tokens.printToken(systemViewer("Setting the scene"), { name, scope: "read" });
      const [token] = await db().select({ id: apiTokens.id }).from(apiTokens).where(eq(apiTokens.name, name));
      return tokens.revokeToken(viewer, token?.id ?? "");
    },
  },
  "auth/commands.signOutEverywhere": {
    may: ["administrator"],
    run: (viewer, { newcomer }) => tokens.signOutEverywhere(viewer, newcomer.id),
  },
  "imports/commands.importCatalog": {
    may: administrators,
    run: (viewer) => imports.importCatalog(viewer, [], { source: unique() }),
  },
  "imports/draft-commands.draftImport": {
    may: administrators,
    run: (viewer) => drafts.draftImport(viewer, upload()),
  },
  "imports/draft-commands.startImport": {
    may: administrators,
    run: async (viewer) => {
      const draft = await drafts.draftImport(systemViewer("Setting the scene"), upload());
      return drafts.startImport(viewer, draft);
    },
  },
  "administration/commands.chooseFallbackOps": {
    may: administrators,
    run: (viewer, { ops }) => administration.chooseFallbackOps(viewer, { team: ops.team.slug }),
  },
  "auth/commands.printToken": {
    may: [],
    run: (viewer) => tokens.printToken(viewer, { name: "Deploys", scope: "write" }),
  },
};

const outsider = serviceViewer("Setting the scene", "admin");
let counted = 0;
const unique = () => `made-here-${++counted}`;
const weekly = ({ email }: Person) => ({
  name: "Weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week" as const,
  participants: [email ?? ""],
});
const started = now().round({ smallestUnit: "second", roundingMode: "floor" });
const hours = (from: number, to: number) => ({ from: started.add({ hours: from }), to: started.add({ hours: to }) });
/** The expert stands it alone, so that nobody's role decides who is on watch. */
const newWatch = ({ delivery, expert }: World) =>
  createRotation(db(), { team: delivery.team, layers: [{ participants: [expert] }] });
const put = async (rotation: Rotation, person: Person, from = 1, to = 9) => {
  const { id } = await createOverride(db(), rotation, { person, ...hours(from, to), reason: "Private" });
  return { rotation: rotation.slug, override: id };
};
const ask = async (rotation: Rotation, person: Person) => ({
  request: (await createCoverRequest(db(), rotation, { person, ...hours(1, 9) })).id,
});
const away = async (person: Person) => ({
  absence: (await createAbsence(db(), person, { ...hours(1, 9), reason: "Private" })).id,
});
async function twoShifts(world: World) {
  const watch = await newWatch(world);
  await put(watch, world.delivery.member, 1, 5);
  await put(watch, world.delivery.lead, 6, 9);
  return { rotation: watch.slug, first: hours(1, 5), second: hours(6, 9) };
}
const upload = () => ({
  files: [
    {
      name: "catalog.yaml",
      bytes: new TextEncoder().encode("kind: Location\nmetadata: { name: here }\napiVersion: backstage.io/v1alpha1"),
    },
  ],
  source: unique(),
  prune: false,
});

describe("each command lets in exactly whom the roles table names", () => {
  test.each(Object.entries(rows))("%s", async (_name, { may, run }) => {
    // Whoever is refused leaves the world as it was, so that one serves all of them.
    const shared = await newWorld();
    const admitted: Role[] = [];
    for (const role of roles) {
      const world = may.includes(role) ? await newWorld() : shared;
      if (await isLetIn(run(await viewerFor(world, role), world))) admitted.push(role);
    }
    expect(admitted).toEqual(roles.filter((role) => may.includes(role)));
  });
});

function isLetIn(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    (error) => {
      if (error instanceof Forbidden || error instanceof NotFound) return false;
      throw error;
    },
  );
}

test("every exported command has a row in the roles table", () => {
  const commands = globSync("lib/**/*.ts", { exclude: ["**/*.test.ts"] })
    .filter((file) => /(^|[/-])(commands|put)\.ts$/.test(file))
    .flatMap((file) => exportedFunctions(file).map((name) => `${file.slice(4, -3)}.${name}`));
  expect(commands.filter((name) => !rows[name])).toEqual([]);
  expect(Object.keys(rows).filter((name) => !commands.includes(name))).toEqual([]);
});

function exportedFunctions(file: string): string[] {
  // What takes a transaction is a part of a command, not one by itself.
  return [...readFileSync(file, "utf8").matchAll(/^export (?:async )?function (\w+)\((?!\s*tx: Tx)/gm)].map(
    ([, name]) => name as string,
  );
}
