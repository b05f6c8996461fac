import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { managerTellings, memberships, notifications, teams } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createTeam, makeAdministrator } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Forbidden } from "#lib/errors";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";
import { changeEmail, createPerson } from "#lib/people/commands";
import { createTeam as create, editTeam, restoreTeam, retireTeam, setManager } from "#lib/teams/commands";
import { addMember } from "#lib/teams/member-commands";
import { putTeam } from "#lib/teams/put";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

/** An administrator who manages a team with a lead and a member. */
async function managingAdministrator() {
  const mine = await given.team();
  await makeAdministrator(db(), mine.manager);
  return { ...mine, viewer: await viewerOf(mine.manager) };
}

const membersOf = async (team: { id: string }) =>
  (
    await db()
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.teamId, team.id), isNull(memberships.endsAt)))
  ).map(({ personId }) => personId);

test("nobody names themselves a manager, neither a lead nor an administrator, whichever way they take", async () => {
  const { team, lead } = await given.team();
  const boss = await given.administrator();
  for (const person of [lead, boss]) {
    const viewer = await viewerOf(person);
    await expect(setManager(viewer, { team: team.slug, manager: person.email }, at)).rejects.toThrow(Forbidden);
  }
  const viewer = await viewerOf(boss);
  const facts = { name: "Mine", kind: "delivery", manager: boss.email } as const;
  await expect(create(viewer, facts, at)).rejects.toThrow(Forbidden);
  await expect(putTeam(viewer, "mine", facts, at)).rejects.toThrow(Forbidden);
  await expect(putTeam(viewer, team.slug, { ...facts, name: team.name }, at)).rejects.toThrow(Forbidden);
  expect(await db().select().from(teams).where(eq(teams.managerId, boss.id))).toEqual([]);
  expect(await db().select().from(teams).where(eq(teams.slug, "mine"))).toEqual([]);
});

test("another administrator may name them", async () => {
  const { team } = await given.team();
  const person = await given.administrator();
  await setManager(await viewerOf(await given.administrator()), { team: team.slug, manager: person.email }, at);
  expect(await db().select().from(teams).where(eq(teams.managerId, person.id))).toHaveLength(1);
});

test("a manager puts no other team beneath one of theirs, not even an empty one, but moves their own about", async () => {
  const { team, viewer, manager } = await managingAdministrator();
  const { team: others } = await given.team();
  const empty = await createTeam(db());
  for (const other of [others, empty]) {
    await expect(editTeam(viewer, { team: other.slug, parent: team.slug }, at)).rejects.toThrow(Forbidden);
  }
  const facts = { name: others.name, kind: "delivery", parent: team.slug } as const;
  await expect(putTeam(viewer, others.slug, facts, at)).rejects.toThrow(Forbidden);

  const { team: mine } = await given.team({ manager });
  await editTeam(viewer, { team: mine.slug, parent: team.slug }, at);
  await editTeam(viewer, { team: mine.slug, parent: null }, at);
});

test("a manager adds nobody to their teams, nor to teams beneath, whom they do not manage already", async () => {
  const { team, member, viewer } = await managingAdministrator();
  const beneath = await createTeam(db(), { parent: team });
  const stranger = await given.stranger();
  for (const slug of [team.slug, beneath.slug]) {
    const add = addMember(viewer, { team: slug, person: stranger.email ?? "", role: "member" }, at);
    await expect(add).rejects.toThrow(Forbidden);
  }
  const members = [{ email: stranger.email ?? "", role: "member" as const }];
  const put = putTeam(viewer, beneath.slug, { name: beneath.name, kind: "delivery", members }, at);
  await expect(put).rejects.toThrow(Forbidden);
  const fresh = putTeam(viewer, "fresh", { name: "Fresh", kind: "delivery", parent: team.slug, members }, at);
  await expect(fresh).rejects.toThrow(Forbidden);
  expect(await membersOf(beneath)).toEqual([]);

  await addMember(viewer, { team: beneath.slug, person: member.email ?? "", role: "member" }, at);
  await addMember(viewer, { team: team.slug, person: viewer.email ?? "", role: "member" }, at);
  expect(await membersOf(beneath)).toEqual([member.id]);
});

test("somebody who manages elsewhere may still add people to teams that they do not manage", async () => {
  const { viewer } = await managingAdministrator();
  const { team } = await given.team();
  const stranger = await given.stranger();
  await addMember(viewer, { team: team.slug, person: stranger.email ?? "", role: "member" }, at);
  expect(await membersOf(team)).toContain(stranger.id);
});

test("a manager brings no retired team of theirs back: another administrator may", async () => {
  const { team, viewer } = await managingAdministrator();
  const other = await viewerOf(await given.administrator());
  await retireTeam(viewer, { team: team.slug }, at);
  await expect(restoreTeam(viewer, { team: team.slug }, at)).rejects.toThrow(Forbidden);
  await restoreTeam(other, { team: team.slug }, at);
  expect((await viewerOf(await given.stranger())).managedTeamIds).toEqual([]);
});

test("nobody is put into a team by its manager through a descriptor that was waiting for them", async () => {
  const { team, viewer } = await managingAdministrator();
  const group = {
    apiVersion: "backstage.io/v1alpha1",
    kind: "Group",
    metadata: { name: "waiting-crew" },
    spec: { type: "team", parent: team.slug, children: [], members: ["late"] },
  };
  const documents = await parseDocuments(JSON.stringify(group), "here.yaml");
  await importCatalog(systemViewer("Importer"), documents, { source: "here" }, at);
  const late = { name: "Late", email: "late@harbour.example", handle: "late" };
  await expect(createPerson(viewer, late, at)).rejects.toThrow(Forbidden);
  await createPerson(await viewerOf(await given.administrator()), late, at);
});

test("a new e-mail address ends what people were told of a manager, and its person hears of it", async () => {
  const { team, manager, member } = await given.team();
  await db().insert(managerTellings).values({ personId: member.id, managerId: manager.id, toldAt: at });
  const email = "somebody-else@harbour.example";
  await changeEmail(await viewerOf(await given.administrator()), { person: manager.email ?? "", email }, at);
  expect(await db().select().from(managerTellings).where(isNull(managerTellings.endedAt))).toEqual([]);
  const [told] = await db().select().from(notifications).where(eq(notifications.personId, manager.id));
  expect(told?.message?.lines.join(" ")).toContain(email);
  expect(team.managerId).toBe(manager.id);
});
