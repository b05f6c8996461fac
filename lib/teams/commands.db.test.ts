import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, formerAddresses, services, teams } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createService, createTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid } from "#lib/errors";
import { transferService } from "#lib/services/commands";
import { createTeam as create, editTeam, renameTeam, restoreTeam, retireTeam, setManager } from "#lib/teams/commands";
import type { WorkingHours } from "#lib/teams/inputs";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}
const administrator = async () => viewerOf(await given.administrator());
const rowOf = async (team: { id: string }) => (await db().select().from(teams).where(eq(teams.id, team.id)))[0];
const historyOf = async (team: { id: string }, viewer: Viewer) =>
  (await db().select().from(events).orderBy(events.id))
    .filter((event) => event.about.includes(team.id) && event.personId === viewer.personId)
    .map(({ kind, detail }) => ({ kind, ...detail }));

test("an administrator creates a team with a manager, and both stand in its history", async () => {
  const viewer = await administrator();
  const manager = await given.stranger();
  const slug = await create(viewer, { name: "Crème brûlée", kind: "delivery", manager: manager.email }, at);

  expect(slug).toBe("creme-brulee");
  const [team] = await db().select().from(teams).where(eq(teams.slug, slug));
  expect(team).toMatchObject({ kind: "delivery", managerId: manager.id, createdAt: at });
  const history = await historyOf(team ?? { id: "" }, viewer);
  expect(history.map(({ kind }) => kind)).toEqual(["team.created", "team.manager-changed"]);
});

test("nobody but an administrator creates or retires a team", async () => {
  const { team, lead } = await given.team();
  const viewer = await viewerOf(lead);
  await expect(create(viewer, { name: "Ours", kind: "delivery" }, at)).rejects.toThrow(Forbidden);
  await expect(retireTeam(viewer, { team: team.slug }, at)).rejects.toThrow(Forbidden);
});

test("a taken address is refused beside its field, and a name without letters asks for one", async () => {
  const viewer = await administrator();
  const { team } = await given.team();
  const taken = create(viewer, { name: "Other", slug: team.slug, kind: "delivery" }, at);
  await expect(taken).rejects.toMatchObject({ constructor: Conflict, path: "slug" });
  const unnamed = create(viewer, { name: "決済", kind: "delivery" }, at);
  await expect(unnamed).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "slug" }] });
});

test("a lead edits the team, a member does not, and the history tells each change", async () => {
  const { team, lead, member } = await given.team();
  const { team: above } = await given.team();
  const viewer = await viewerOf(lead);
  const change = { team: team.slug, chat: "#harbour", parent: above.slug };
  await expect(editTeam(await viewerOf(member), change, at)).rejects.toThrow(Forbidden);
  await editTeam(viewer, change, at);
  await editTeam(viewer, change, at);

  expect(await rowOf(team)).toMatchObject({ chat: "#harbour", parentId: above.id });
  expect(await historyOf(team, viewer)).toEqual([
    expect.objectContaining({
      kind: "team.edited",
      changes: [
        { field: "chat", before: null, after: "#harbour" },
        { field: "parent", before: null, after: { slug: above.slug, name: above.name } },
      ],
    }),
  ]);
});

test("after a rename the old address leads to the team, until another team takes it", async () => {
  const viewer = await administrator();
  const { team } = await given.team();
  await renameTeam(viewer, { team: team.slug, name: "Harbour", slug: `harbour-${team.slug}` }, at);
  await editTeam(viewer, { team: team.slug, chat: "#found" }, at);
  expect(await rowOf(team)).toMatchObject({ name: "Harbour", chat: "#found" });

  const heir = await createTeam(db(), { slug: team.slug });
  await editTeam(viewer, { team: team.slug, chat: "#heir" }, at);
  expect(await rowOf(heir)).toMatchObject({ chat: "#heir" });
  await renameTeam(viewer, { team: `harbour-${team.slug}`, name: "Back", slug: `${team.slug}-2` }, at);
  const left = await db().select().from(formerAddresses).where(eq(formerAddresses.thing, team.id));
  expect(left.map(({ address }) => address).sort()).toEqual([`harbour-${team.slug}`, team.slug].sort());
});

test("a loop of parents is refused beside the field, however long it is", async () => {
  const viewer = await administrator();
  const top = await createTeam(db());
  const middle = await createTeam(db(), { parent: top });
  const bottom = await createTeam(db(), { parent: middle });
  for (const parent of [top, middle, bottom]) {
    const edit = editTeam(viewer, { team: top.slug, parent: parent.slug }, at);
    await expect(edit).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "parent" }] });
  }
  expect(await rowOf(top)).toMatchObject({ parentId: null });
});

test("two edits at once cannot make a loop together", async () => {
  const viewer = await administrator();
  for (let round = 0; round < 10; round += 1) {
    const [one, other] = [await createTeam(db()), await createTeam(db())];
    const outcomes = await Promise.allSettled([
      editTeam(viewer, { team: one.slug, parent: other.slug }, at),
      editTeam(viewer, { team: other.slug, parent: one.slug }, at),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { constructor: Invalid } });
  }
});

test("an ops team stays one while services rely on it, also when the service names it at that moment", async () => {
  const { service, ops } = await given.ownedService();
  const viewer = await administrator();
  const edit = editTeam(viewer, { team: ops.team.slug, kind: "delivery" }, at);
  await expect(edit).rejects.toMatchObject({
    constructor: Conflict,
    path: "kind",
    message: expect.stringContaining(service.name),
  });

  for (let round = 0; round < 10; round += 1) {
    const team = await createTeam(db(), { kind: "ops" });
    const lone = await createService(db());
    await Promise.allSettled([
      editTeam(viewer, { team: team.slug, kind: "delivery" }, at),
      transferService(viewer, { service: lone.slug, role: "ops", toTeam: team.slug }, at),
    ]);
    const [stored] = await db().select().from(services).where(eq(services.id, lone.id));
    const after = await rowOf(team);
    expect(stored?.opsTeamId === team.id).toBe(after?.kind === "ops");
  }
});

test("a team that owns services, or has teams beneath it, is not retired, and the list says why", async () => {
  const viewer = await administrator();
  const { service, delivery } = await given.ownedService();
  await expect(retireTeam(viewer, { team: delivery.team.slug }, at)).rejects.toMatchObject({
    constructor: Conflict,
    message: expect.stringContaining(service.name),
  });
  const above = await createTeam(db());
  const beneath = await createTeam(db(), { parent: above });
  await expect(retireTeam(viewer, { team: above.slug }, at)).rejects.toThrow(beneath.name);

  await retireTeam(viewer, { team: beneath.slug }, at);
  await retireTeam(viewer, { team: above.slug }, at);
  await expect(restoreTeam(viewer, { team: beneath.slug }, at)).rejects.toThrow(above.name);
  await restoreTeam(viewer, { team: above.slug }, at);
  await restoreTeam(viewer, { team: beneath.slug }, at);
  expect((await historyOf(beneath, viewer)).map(({ kind }) => kind)).toEqual(["team.retired", "team.restored"]);
});

test("a team is never retired with a service that was given to it at that moment", async () => {
  const viewer = await administrator();
  for (let round = 0; round < 10; round += 1) {
    const [team, service] = [await createTeam(db()), await createService(db())];
    await Promise.allSettled([
      retireTeam(viewer, { team: team.slug }, at),
      transferService(viewer, { service: service.slug, role: "delivery", toTeam: team.slug }, at),
    ]);
    const [stored] = await db().select().from(services).where(eq(services.id, service.id));
    expect(stored?.deliveryTeamId === team.id).toBe((await rowOf(team))?.retiredAt === null);
  }
});

test("the manager is an active person; who was and who is stand in the history", async () => {
  const { team, lead, manager } = await given.team();
  const next = await given.stranger();
  const viewer = await viewerOf(lead);
  const missing = setManager(viewer, { team: team.slug, manager: "nobody@harbour.example" }, at);
  await expect(missing).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "manager" }] });
  await setManager(viewer, { team: team.slug, manager: next.email }, at);
  await setManager(viewer, { team: team.slug, manager: null }, at);

  expect(await historyOf(team, viewer)).toMatchObject([
    { kind: "team.manager-changed", from: { name: manager.name }, to: { name: next.name } },
    { kind: "team.manager-changed", from: { name: next.name }, to: null },
  ]);
});

test("a team’s working hours are said once, told once, and taken back", async () => {
  const { team, lead } = await given.team();
  const viewer = await viewerOf(lead);
  const workingHours: WorkingHours = {
    timeZone: "Asia/Kolkata",
    weekdays: ["monday", "tuesday"],
    from: "10:00",
    to: "18:00",
  };
  await editTeam(viewer, { team: team.slug, workingHours }, at);
  await editTeam(viewer, { team: team.slug, workingHours: { ...workingHours } }, at);
  await editTeam(viewer, { team: team.slug, chat: "#nights" }, at);
  expect(await rowOf(team)).toMatchObject({ workingHours });
  expect(await historyOf(team, viewer)).toMatchObject([
    { kind: "team.edited", changes: [{ field: "workingHours", before: null, after: workingHours }] },
    { kind: "team.edited", changes: [{ field: "chat" }] },
  ]);
  await editTeam(viewer, { team: team.slug, workingHours: null }, at);
  expect(await rowOf(team)).toMatchObject({ workingHours: null });
});
