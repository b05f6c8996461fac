import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { installation, managerTellings, notifications } from "#db/schema";
import type { Person } from "#db/seed/people";
import { changeManager, createPerson, createTeam, deactivatePerson, leaveTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { openRecord } from "#lib/records/queries";
import { findSharing, listNewManagers } from "#lib/records/sharing-queries";
import { tellManagersDue } from "#lib/records/tell-managers";

testDatabase();

let clock = Temporal.Instant.from("2026-03-02T09:00:00Z");
/** Each test begins a week after the one before, so that nothing of it is due any more. */
const nextWeek = () => {
  clock = clock.add({ hours: 24 * 7 });
  return clock;
};

const toldTo = (person: Person) =>
  db()
    .select()
    .from(managerTellings)
    .where(and(eq(managerTellings.personId, person.id), isNull(managerTellings.endedAt)));

async function mayOpen(reader: Person, person: Person, at: Temporal.Instant): Promise<boolean> {
  const viewer = await findPersonViewer(reader.id, at, at);
  return viewer !== undefined && (await openRecord(viewer, person.email ?? "", {}, "screen", at)) !== undefined;
}

test.beforeEach(async () => {
  await db().insert(installation).values({ isDemo: false, createdAt: clock }).onConflictDoNothing();
});

test("everybody is told of the managers of their team and of those above, by one message, a day before any of them reads", async () => {
  const at = nextWeek();
  const above = await given.team();
  const { team, member, lead, manager } = await given.team({ parent: above.team });
  await tellManagersDue(at);

  expect((await toldTo(member)).map(({ managerId }) => managerId).toSorted()).toEqual(
    [manager.id, above.manager.id].toSorted(),
  );
  expect(await toldTo(lead)).toHaveLength(2);
  const messages = await db().select().from(notifications).where(eq(notifications.personId, member.id));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    kind: "notice",
    message: { path: `/people/${encodeURIComponent(member.email ?? "")}/record` },
  });
  expect(messages[0]?.message?.lines).toContain(`${above.manager.name} is the manager of ${above.team.name}.`);

  for (const reader of [manager, above.manager]) {
    expect(await mayOpen(reader, member, at.add({ hours: 23, minutes: 59 }))).toBe(false);
    expect(await mayOpen(reader, member, at.add({ hours: 24 }))).toBe(true);
  }
  expect(team.name).not.toBe("");
});

test("the home page says who is a new manager until they may read, and the person sees when that is", async () => {
  const at = nextWeek();
  const { member, manager } = await given.team();
  const viewer = await findPersonViewer(member.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  expect((await findSharing(viewer)).managers).toMatchObject([
    { manager: { name: manager.name }, toldAt: null, opensAt: null },
  ]);
  await tellManagersDue(at);
  expect(await listNewManagers(viewer, at)).toMatchObject([{ opensAt: at.add({ hours: 24 }).toString() }]);
  expect(await listNewManagers(viewer, at.add({ hours: 24 }))).toEqual([]);
});

test("nobody is told twice, and it runs once in ten minutes however often it is asked", async () => {
  const at = nextWeek();
  const { member } = await given.team();
  expect((await Promise.all([tellManagersDue(at), tellManagersDue(at)])).toSorted()).toEqual([0, expect.any(Number)]);
  const other = await given.team();
  expect(await tellManagersDue(at.add({ minutes: 9 }))).toBe(0);
  expect(await tellManagersDue(at.add({ minutes: 10 }))).toBe(2);
  expect(await tellManagersDue(at.add({ minutes: 20 }))).toBe(0);
  for (const person of [member, other.member])
    expect(await db().select().from(notifications).where(eq(notifications.personId, person.id))).toHaveLength(1);
});

test("whoever is a manager no more reads nothing at once, and is told of anew before they read again", async () => {
  const at = nextWeek();
  const { team, member, manager } = await given.team();
  await tellManagersDue(at);
  const later = at.add({ hours: 48 });
  expect(await mayOpen(manager, member, later)).toBe(true);
  const next = await createPerson(db());
  await changeManager(db(), team, { to: next }, later);
  expect(await mayOpen(manager, member, later)).toBe(false);
  await tellManagersDue(later);
  await changeManager(db(), team, { to: manager }, later);
  expect(await mayOpen(manager, member, later)).toBe(false);
  await tellManagersDue(later.add({ hours: 1 }));
  expect(await mayOpen(manager, member, later.add({ hours: 24 }))).toBe(false);
  expect(await mayOpen(manager, member, later.add({ hours: 25 }))).toBe(true);
});

test("whoever left the team, and whoever left altogether, has no new readers", async () => {
  const at = nextWeek();
  const { team, member, lead, manager } = await given.team();
  await tellManagersDue(at);
  await leaveTeam(db(), team, { person: member }, at.add({ hours: 30 }));
  await deactivatePerson(db(), lead, {}, at.add({ hours: 30 }));
  const next = await createPerson(db());
  const above = await createTeam(db(), { manager: next });
  await changeManager(db(), team, { to: next }, at.add({ hours: 31 }));
  await tellManagersDue(at.add({ hours: 32 }));
  expect(await mayOpen(manager, member, at.add({ hours: 33 }))).toBe(false);
  expect(await toldTo(member)).toEqual([]);
  expect(await toldTo(lead)).toEqual([]);
  expect(above.managerId).toBe(next.id);
});

test("managing oneself is nothing to be told of, and a loop among teams ends the walk", async () => {
  const at = nextWeek();
  const boss = await createPerson(db());
  const team = await createTeam(db(), { manager: boss, members: [boss] });
  await tellManagersDue(at);
  expect(await toldTo(boss)).toEqual([]);
  expect(team.managerId).toBe(boss.id);
});
