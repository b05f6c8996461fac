import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import {
  changeManager,
  createService,
  createTeam,
  deactivatePerson,
  joinTeam,
  leaveTeam,
  renameTeam,
  retireTeam,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Invalid } from "#lib/errors";
import { countTeamFacets, listTeams, suggestTeams } from "#lib/teams/list-queries";
import { findTeamAt, findTeamHead, listFormerMembers, withHoldings } from "#lib/teams/queries";

testDatabase();

const march = Temporal.Instant.from("2026-03-02T09:00:00Z");
const june = Temporal.Instant.from("2026-06-01T09:00:00Z");
const viewer = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const found = await findPersonViewer(person.id, june, june);
  if (!found) throw new Error("Nobody is signed in.");
  return found;
}

test("a team shows who leads, manages and is in it, where it stands and what it owns", async () => {
  const top = await createTeam(db(), { manager: await given.stranger() });
  const { team, lead, member, manager } = await given.team({ parent: top, chat: "#team" });
  const beneath = await createTeam(db(), { parent: team, lead });
  const service = await createService(db(), { team, tier: 1 });
  const head = await findTeamHead(viewer, team.slug);
  expect(head && (await withHoldings(viewer, head))).toMatchObject({
    slug: team.slug,
    manager: { name: manager.name, isActive: true },
    above: [{ slug: top.slug, manager: expect.objectContaining({ name: expect.any(String) }) }],
    beneath: [{ slug: beneath.slug, peopleCount: 1 }],
    peopleCount: 2,
    members: [
      { address: lead.email, role: "lead", isActive: true },
      { address: member.email, role: "member", isActive: true },
    ],
    services: [{ slug: service.slug, role: "delivery", tier: 1 }],
    deliveryCount: 1,
    opsCount: 0,
    gaps: [],
    permissions: { canEdit: true, canRetire: true },
  });
  expect((await findTeamHead(await viewerOf(member), team.slug))?.permissions).toEqual({
    canEdit: false,
    canRetire: false,
  });
  expect((await findTeamHead(await viewerOf(lead), team.slug))?.permissions).toEqual({
    canEdit: true,
    canRetire: false,
  });
});

test("a former address finds the team, and what is no address finds none", async () => {
  const { team } = await given.team();
  const old = team.slug;
  await renameTeam(db(), team, { name: "Renamed", slug: `${old}-now` });
  expect((await findTeamHead(viewer, old))?.slug).toBe(`${old}-now`);
  for (const slug of ["no-such-team", "Not A Slug", "\0", ""]) expect(await findTeamHead(viewer, slug)).toBeUndefined();
});

test("what a team lacks counts active people only, and a manager above is a manager", async () => {
  const { team, lead, member } = await given.team({ manager: null });
  const gapsOf = async () => (await findTeamHead(viewer, team.slug))?.gaps;
  expect(await gapsOf()).toEqual(["manager", "chat"]);
  const boss = await given.stranger();
  const beneath = await createTeam(db(), { parent: team, lead: await given.stranger(), chat: "#beneath" });
  await changeManager(db(), team, { to: boss });
  expect((await findTeamHead(viewer, beneath.slug))?.gaps).toEqual([]);
  await deactivatePerson(db(), lead);
  await deactivatePerson(db(), boss);
  expect(await gapsOf()).toEqual(["lead", "manager", "chat"]);
  await deactivatePerson(db(), member);
  expect(await gapsOf()).toEqual(["manager"]);
  expect((await findTeamHead(viewer, beneath.slug))?.gaps).toEqual(["manager"]);
  expect((await findTeamHead(viewer, (await createTeam(db())).slug))?.gaps).toEqual(["members", "manager"]);
});

test("on a past date the team is who was in it and what it owned then", async () => {
  const { team, lead, member } = await given.team();
  const joiner = await given.stranger();
  const service = await createService(db(), { team });
  await leaveTeam(db(), team, { person: member }, march);
  await joinTeam(db(), team, { person: joiner }, june);
  await transferService(db(), service, { to: null }, june);

  const names = async (at: Temporal.Instant) => {
    const then = await findTeamAt(viewer, team.id, at);
    return { members: then.members.map(({ name }) => name), services: then.services.map(({ slug }) => slug) };
  };
  expect(await names(march.subtract({ seconds: 1 }))).toEqual({
    members: [lead.name, member.name],
    services: [service.slug],
  });
  expect(await names(march)).toEqual({ members: [lead.name], services: [service.slug] });
  expect(await names(june)).toEqual({ members: [lead.name, joiner.name], services: [] });
  expect(await listFormerMembers(viewer, team.id)).toMatchObject([{ name: member.name, role: "member" }]);
});

test("the list forgives typing mistakes, narrows, sorts and goes on where it stopped", async () => {
  const prefix = crypto.randomUUID().slice(0, 8);
  const make = (name: string, facts = {}) => given.team({ name: `${name} ${prefix}`, chat: "#x", ...facts });
  const [harbour, lantern] = [await make("Harbour"), await make("Lantern", { kind: "ops", manager: null })];
  const old = await make("Jetty");
  await retireTeam(db(), old.team);
  await createService(db(), { team: lantern.team, opsTeam: lantern.team });
  await createService(db(), { opsTeam: lantern.team });

  const slugs = async (filter: Parameters<typeof listTeams>[1]) =>
    (await listTeams(viewer, filter)).items.map(({ slug }) => slug);
  expect(await slugs({ query: `harbuor ${prefix}` })).toEqual([harbour.team.slug]);
  expect(await slugs({ query: prefix, sort: "name" })).toEqual([harbour.team.slug, lantern.team.slug]);
  expect(await slugs({ query: prefix, sort: "services" })).toEqual([lantern.team.slug, harbour.team.slug]);
  expect(await slugs({ query: prefix, kind: "ops" })).toEqual([lantern.team.slug]);
  expect(await slugs({ query: prefix, gap: "manager" })).toEqual([lantern.team.slug]);
  expect(await slugs({ query: prefix, retired: true })).toEqual([old.team.slug]);
  const mine = (await listTeams(await viewerOf(harbour.manager), { mine: true })).items;
  expect(mine.map(({ slug }) => slug)).toEqual([harbour.team.slug]);

  for (const sort of ["name", "people", "services", "relevance"] as const) {
    const first = await listTeams(viewer, { query: prefix, sort, limit: 1 });
    const second = await listTeams(viewer, { query: prefix, sort, limit: 1, cursor: first.nextCursor ?? "" });
    const both = [...first.items, ...second.items].map(({ slug }) => slug);
    expect(both.toSorted()).toEqual([harbour.team.slug, lantern.team.slug].toSorted());
    expect(second.nextCursor).toBeNull();
  }
  await expect(listTeams(viewer, { cursor: "bad" })).rejects.toThrow(Invalid);
  expect(await countTeamFacets(viewer, { query: prefix, kind: "delivery" })).toEqual({
    total: 1,
    kind: { delivery: 1, ops: 1 },
    gap: { members: 0, lead: 0, manager: 0, chat: 0 },
  });
  const [item] = (await listTeams(viewer, { query: prefix, kind: "ops" })).items;
  expect(item).toMatchObject({ leads: [lantern.lead.name], peopleCount: 2, serviceCount: 2, gaps: ["manager"] });
  expect(await suggestTeams(viewer, `lantern ${prefix}`, "delivery")).toEqual([]);
  expect(await suggestTeams(viewer, `lantern ${prefix}`)).toMatchObject([{ slug: lantern.team.slug }]);
});
