import { expect, test } from "vitest";
import { db } from "#db/client";
import {
  createPerson,
  createService,
  createTeam,
  deactivatePerson,
  declareExpert,
  joinTeam,
  leaveTeam,
  retireTeam,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { changeEmail } from "#lib/people/commands";
import { countPeople, listPeople, suggestPeople } from "#lib/people/list-queries";
import { findPerson } from "#lib/people/queries";

testDatabase();

const march = Temporal.Instant.from("2026-03-02T09:00:00Z");
const viewer = systemViewer("Test");

test("a person shows their teams past and present, who manages them, what they know and what is theirs", async () => {
  const boss = await given.stranger();
  const top = await createTeam(db(), { manager: boss });
  const { team, member, manager } = await given.team({ parent: top });
  const [former, retired] = [await createTeam(db()), await createTeam(db())];
  await joinTeam(db(), former, { person: member });
  await leaveTeam(db(), former, { person: member }, march);
  await joinTeam(db(), retired, { person: member });
  await retireTeam(db(), retired, {}, march);
  const service = await createService(db(), { team });
  await declareExpert(db(), service, { person: member, note: "wrote it" });

  expect(await findPerson(viewer, member.email ?? "")).toMatchObject({
    address: member.email,
    teams: [{ slug: team.slug, role: "member" }],
    formerTeams: [{ slug: former.slug, to: expect.stringContaining("2026-03-02") }],
    managers: [
      { address: manager.email, name: manager.name, team: { slug: team.slug, name: team.name } },
      { address: boss.email, name: boss.name, team: { slug: top.slug, name: top.name } },
    ],
    expertise: [{ slug: service.slug, note: "wrote it" }],
    services: [{ slug: service.slug, role: "delivery", team: { slug: team.slug } }],
    serviceCount: 1,
  });
  expect((await findPerson(viewer, boss.email ?? ""))?.manages).toEqual([{ slug: top.slug, name: top.name }]);
});

test("e-mail in any case, handle and former e-mail lead to the person; anything else to nobody", async () => {
  const [person, nameless] = [await given.stranger(), await createPerson(db(), { handle: "nameless-one" })];
  const old = person.email ?? "";
  await changeEmail(viewer, { person: old, email: "new@quay.example" }, march);
  expect((await findPerson(viewer, old.toUpperCase()))?.address).toBe("new@quay.example");
  expect((await findPerson(viewer, "nameless-one"))?.id).toBe(nameless.id);
  for (const address of ["nobody@quay.example", "\0", "", "a b"])
    expect(await findPerson(viewer, address)).toBeUndefined();
});

test("the directory finds by mistyped name and by e-mail, and narrows by team and standing", async () => {
  const { team, lead, member } = await given.team();
  const [ada, gone] = [
    await createPerson(db(), { name: "Adaeze Okonkwo", email: "zed@quay.example" }),
    await createPerson(db(), { name: "Adaeze Okonkwa" }),
  ];
  await deactivatePerson(db(), gone);
  const names = async (filter: Parameters<typeof listPeople>[1]) =>
    (await listPeople(viewer, filter)).items.map(({ name }) => name);
  expect(await names({ query: "adaeze okonkow" })).toEqual([ada.name]);
  expect(await names({ query: "zed@quay" })).toEqual([ada.name]);
  expect(await names({ query: "adaeze", status: "deactivated" })).toEqual([gone.name]);
  expect((await names({ team: team.slug })).toSorted()).toEqual([lead.name, member.name].toSorted());
  expect(await countPeople(viewer, { query: "adaeze", status: "active" })).toMatchObject({ active: 1, deactivated: 1 });
  expect(await suggestPeople(viewer, "adaeze")).toMatchObject([{ address: "zed@quay.example" }]);

  const first = await listPeople(viewer, { limit: 2 });
  const second = await listPeople(viewer, { limit: 200, cursor: first.nextCursor ?? "" });
  const all = await listPeople(viewer, { limit: 200 });
  expect([...first.items, ...second.items]).toEqual(all.items);
});
