import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { memberships, teams } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createTeam, makeAdministrator } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Forbidden } from "#lib/errors";
import { createTeam as create, editTeam, setManager } from "#lib/teams/commands";
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
