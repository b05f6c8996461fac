import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, formerAddresses, rotations, rotationVersions } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createEscalation, createRotation, createService, createTeam, retireTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import {
  changeLayers,
  createRotation as create,
  editRotation,
  makeTeamDefault,
  renameRotation,
  restoreRotation,
  retireRotation,
} from "#lib/rotations/commands";
import { setEscalation } from "#lib/rotations/escalation/escalation-commands";
import { retireService } from "#lib/services/commands";
import { restoreTeam, retireTeam as retireTeamCommand } from "#lib/teams/commands";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}
const weekly = (...participants: Person[]) => ({
  name: "weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week" as const,
  participants: participants.map(({ email }) => email ?? ""),
});
const rowOf = async ({ slug }: { slug: string }) =>
  (await db().select().from(rotations).where(eq(rotations.slug, slug)))[0];
const defaultOf = async (team: { id: string }) =>
  (await db().select().from(rotations).where(eq(rotations.teamId, team.id)))
    .filter(({ isTeamDefault }) => isTeamDefault)
    .map(({ slug }) => slug);
const versionsOf = (rotation: { id: string }) =>
  db()
    .select()
    .from(rotationVersions)
    .where(eq(rotationVersions.rotationId, rotation.id))
    .orderBy(asc(rotationVersions.startsAt));
const historyOf = async (thing: { id: string }, viewer: Viewer) =>
  (await db().select().from(events).orderBy(events.id))
    .filter((event) => event.about.includes(thing.id) && event.actor === viewer.name)
    .map(({ kind, detail, about }) => ({ kind, about, ...detail }));

test("a lead creates a rotation, which stands in the history of the team and of those who take part", async () => {
  const { team, lead, member } = await given.team();
  const viewer = await viewerOf(lead);
  const input = { name: "Crème nights", team: team.slug, description: "At night.", layers: [weekly(lead, member)] };
  await expect(create(await viewerOf(member), input, at)).rejects.toThrow(Forbidden);
  const slug = await create(viewer, input, at);

  expect(slug).toBe("creme-nights");
  const rotation = await rowOf({ slug });
  expect(rotation).toMatchObject({ name: "Crème nights", teamId: team.id, isTeamDefault: true, createdAt: at });
  const [version, ...others] = await versionsOf(rotation ?? { id: "" });
  expect(others).toEqual([]);
  expect(version).toMatchObject({
    ...{ startsAt: at, endsAt: null, createdById: lead.id, participantIds: [lead.id, member.id] },
    layers: [{ name: "weekly", participants: [lead.id, member.id] }],
  });
  const [created, ...more] = await historyOf(member, viewer);
  expect(created).toMatchObject({ kind: "rotation.created", rotation: { slug }, team: { slug: team.slug } });
  expect(created?.about).toEqual([rotation?.id, team.id, lead.id, member.id]);
  expect(more).toEqual([]);
});

test("what cannot be created is refused beside its field, and nothing of it is written", async () => {
  const { team, lead } = await given.team();
  const viewer = await viewerOf(lead);
  const taken = await createRotation(db());
  const gone = await createTeam(db());
  await retireTeam(db(), gone);
  const input = { name: "Nights", slug: "never-written", team: team.slug, layers: [weekly(lead)] };
  const nobody = { ...weekly(lead), participants: [lead.email ?? "", "nobody@harbour.example"] };

  await expect(create(viewer, { ...input, slug: taken.slug }, at)).rejects.toMatchObject({
    constructor: Conflict,
    path: "slug",
  });
  const refused = { constructor: Invalid };
  await expect(create(viewer, { ...input, slug: undefined, name: "決済" }, at)).rejects.toMatchObject({
    ...refused,
    errors: [{ path: "slug" }],
  });
  for (const slug of [gone.slug, "no-such-team"])
    await expect(create(system, { ...input, team: slug }, at)).rejects.toMatchObject({
      ...refused,
      errors: [{ path: "team" }],
    });
  await expect(create(viewer, { ...input, layers: [weekly(lead), nobody] }, at)).rejects.toMatchObject({
    ...refused,
    errors: [{ path: "layers.1.participants.1" }],
  });
  expect(await rowOf({ slug: "never-written" })).toBeUndefined();
});

test("a team's first rotation is its default, and of several that are created at once exactly one", async () => {
  const { team, lead } = await given.team();
  const viewer = await viewerOf(lead);
  const names = ["one", "two", "three", "four"];
  const input = (name: string) => ({ name, slug: `${team.slug}-${name}`, team: team.slug, layers: [weekly(lead)] });
  await Promise.all(names.map((name) => create(viewer, input(name), at)));
  expect(await defaultOf(team)).toHaveLength(1);
});

test("another rotation becomes the team's default in the place of the one before, also when two do at once", async () => {
  const { rotation, team, lead, member } = await given.rotation();
  const viewer = await viewerOf(lead);
  const [second, third] = [await createRotation(db(), { team }), await createRotation(db(), { team })];
  await expect(makeTeamDefault(await viewerOf(member), { rotation: second.slug }, at)).rejects.toThrow(Forbidden);
  await makeTeamDefault(viewer, { rotation: second.slug }, at);
  await makeTeamDefault(viewer, { rotation: second.slug }, at);
  expect(await defaultOf(team)).toEqual([second.slug]);
  expect((await historyOf(second, viewer)).map(({ kind }) => kind)).toEqual(["rotation.made-default"]);

  for (let round = 0; round < 10; round += 1) {
    const wishes = [rotation, second, third].map(({ slug }) => makeTeamDefault(viewer, { rotation: slug }, at));
    await Promise.all(wishes);
    expect(await defaultOf(team)).toHaveLength(1);
  }
});

test("editing says what changed, and saying the same again says nothing", async () => {
  const { rotation, team, lead, member } = await given.rotation();
  const viewer = await viewerOf(lead);
  const edit = { rotation: rotation.slug, description: "The shop's nights.", team: team.slug };
  await expect(editRotation(await viewerOf(member), edit, at)).rejects.toThrow(Forbidden);
  await editRotation(viewer, edit, at);
  await editRotation(viewer, edit, at);
  expect(await historyOf(rotation, viewer)).toEqual([
    {
      kind: "rotation.edited",
      about: [rotation.id, team.id],
      rotation: { slug: rotation.slug, name: rotation.name },
      changes: [{ field: "description", before: null, after: "The shop's nights." }],
    },
  ]);
});

test("a rotation goes to another team by somebody who leads both, and each team keeps at most one default", async () => {
  const [from, to] = [await given.rotation(), await given.rotation()];
  const edit = { rotation: from.rotation.slug, team: to.team.slug };
  await expect(editRotation(await viewerOf(from.lead), edit, at)).rejects.toThrow(Forbidden);
  await expect(editRotation(await viewerOf(to.lead), edit, at)).rejects.toThrow(Forbidden);
  await editRotation(system, edit, at);

  expect(await rowOf(from.rotation)).toMatchObject({ teamId: to.team.id, isTeamDefault: false });
  expect(await defaultOf(to.team)).toEqual([to.rotation.slug]);
  const [edited] = await historyOf(from.team, system);
  expect(edited).toMatchObject({
    kind: "rotation.edited",
    about: [from.rotation.id, from.team.id, to.team.id],
    changes: [{ field: "team", before: { slug: from.team.slug }, after: { slug: to.team.slug } }],
  });

  await editRotation(system, { rotation: to.rotation.slug, team: from.team.slug }, at);
  expect(await defaultOf(from.team)).toEqual([to.rotation.slug]);
  expect(await defaultOf(to.team)).toEqual([]);
});

test("after a rename the old address leads to the rotation, and a taken one is refused", async () => {
  const { rotation, lead } = await given.rotation();
  const other = await createRotation(db());
  const viewer = await viewerOf(lead);
  const rename = { rotation: rotation.slug, name: "Nights", slug: `nights-${rotation.slug}` };
  await expect(renameRotation(viewer, { ...rename, slug: other.slug }, at)).rejects.toMatchObject({
    constructor: Conflict,
    path: "slug",
  });
  await renameRotation(viewer, rename, at);
  await editRotation(viewer, { rotation: rotation.slug, description: "Found." }, at);
  expect(await rowOf(rename)).toMatchObject({ id: rotation.id, name: "Nights", description: "Found." });
  const left = await db().select().from(formerAddresses).where(eq(formerAddresses.thing, rotation.id));
  expect(left).toMatchObject([{ noun: "rotation", address: rotation.slug }]);
  expect((await historyOf(rotation, viewer))[0]).toMatchObject({
    kind: "rotation.renamed",
    rotation: { slug: rename.slug, name: "Nights" },
    before: { slug: rotation.slug, name: rotation.name },
  });
});

test("a rotation in the escalation path of living services is not retired, and the list says why", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const [backup, retired] = [await createRotation(db(), { team: delivery.team }), await createService(db())];
  await setEscalation(system, { service: service.slug, delivery: delivery.rotation.slug, backup: backup.slug }, at);
  await createEscalation(db(), retired, { delivery: backup });
  await retireService(system, { service: retired.slug }, at);
  const viewer = await viewerOf(delivery.lead);
  for (const { slug } of [delivery.rotation, backup])
    await expect(retireRotation(viewer, { rotation: slug }, at)).rejects.toMatchObject({
      constructor: Conflict,
      message: expect.stringContaining(service.name),
    });
  await retireService(system, { service: service.slug }, at);
  await retireRotation(viewer, { rotation: backup.slug }, at);
  expect(await rowOf(backup)).toMatchObject({ retiredAt: at });
});

test("a rotation that is retired and named in a path at the same moment ends either way, never both", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [rotation, service] = [await createRotation(db()), await createService(db())];
    const outcomes = await Promise.allSettled([
      retireRotation(system, { rotation: rotation.slug }, at),
      setEscalation(system, { service: service.slug, delivery: rotation.slug }, at),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
});

test("a retired rotation is no default any more, and comes back as one only where the team has none", async () => {
  const { rotation, team, lead } = await given.rotation();
  const viewer = await viewerOf(lead);
  const second = await createRotation(db(), { team });
  const wish = { rotation: rotation.slug };
  await retireRotation(viewer, wish, at);
  await retireRotation(viewer, wish, at);
  expect(await rowOf(rotation)).toMatchObject({ retiredAt: at, isTeamDefault: false });
  await restoreRotation(viewer, wish, at);
  await restoreRotation(viewer, wish, at);
  expect(await defaultOf(team)).toEqual([rotation.slug]);

  await retireRotation(viewer, wish, at);
  await makeTeamDefault(viewer, { rotation: second.slug }, at);
  await restoreRotation(viewer, wish, at);
  expect(await defaultOf(team)).toEqual([second.slug]);
  expect((await historyOf(rotation, viewer)).map(({ kind }) => kind)).toEqual([
    "rotation.retired",
    "rotation.restored",
    "rotation.made-default",
    "rotation.retired",
    "rotation.restored",
  ]);
});

test("a retired rotation keeps its layers, and is no team's default, until it comes back", async () => {
  const { rotation, lead } = await given.rotation();
  const viewer = await viewerOf(lead);
  await retireRotation(viewer, { rotation: rotation.slug }, at);
  const change = { rotation: rotation.slug, layers: [weekly(lead)], keepTurns: true };
  await expect(changeLayers(viewer, change, at)).rejects.toThrow(Conflict);
  await expect(makeTeamDefault(viewer, { rotation: rotation.slug }, at)).rejects.toThrow(Conflict);
  expect(await versionsOf(rotation)).toHaveLength(1);
});

test("a team is not retired while it has living rotations, and they do not come back before it", async () => {
  const { rotation, team } = await given.rotation();
  await expect(retireTeamCommand(system, { team: team.slug }, at)).rejects.toMatchObject({
    constructor: Conflict,
    message: expect.stringContaining(rotation.name),
  });
  await retireRotation(system, { rotation: rotation.slug }, at);
  await retireTeamCommand(system, { team: team.slug }, at);
  await expect(restoreRotation(system, { rotation: rotation.slug }, at)).rejects.toThrow(Conflict);
  await restoreTeam(system, { team: team.slug }, at);
  await restoreRotation(system, { rotation: rotation.slug }, at);
  expect(await defaultOf(team)).toEqual([rotation.slug]);
});

test("a rotation that is not there is not found", async () => {
  const missing = { rotation: "no-such-rotation" };
  for (const attempt of [editRotation, retireRotation, restoreRotation, makeTeamDefault])
    await expect(attempt(system, missing, at)).rejects.toThrow(NotFound);
});
