import { and, asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db, inTransaction, rowsOf } from "#db/client";
import { events, memberships, teams } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createPerson, createTeam, deactivatePerson, retireTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { addMember, changeRole, removeMember } from "#lib/teams/member-commands";
import { putTeam } from "#lib/teams/put";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const minutes = (count: number) => at.add({ minutes: count });
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}
const wish = (team: { slug: string }, person: Person, role: "member" | "lead" = "member") => ({
  team: team.slug,
  person: person.email ?? "",
  role,
});
const spansOf = (team: { id: string }, person: { id: string }) =>
  db()
    .select({ role: memberships.role, startsAt: memberships.startsAt, endsAt: memberships.endsAt })
    .from(memberships)
    .where(and(eq(memberships.teamId, team.id), eq(memberships.personId, person.id)))
    .orderBy(asc(memberships.startsAt), asc(memberships.endsAt));

test("a lead adds, promotes and removes; a member does none of it", async () => {
  const { team, lead, member } = await given.team();
  const person = await given.stranger();
  const [leading, ordinary] = [await viewerOf(lead), await viewerOf(member)];
  await expect(addMember(ordinary, wish(team, person), at)).rejects.toThrow(Forbidden);
  await expect(changeRole(ordinary, wish(team, member, "lead"), at)).rejects.toThrow(Forbidden);
  await expect(removeMember(ordinary, wish(team, lead), at)).rejects.toThrow(Forbidden);

  await addMember(leading, wish(team, person), minutes(1));
  await changeRole(leading, wish(team, person, "lead"), minutes(2));
  await removeMember(leading, wish(team, person), minutes(3));
  expect(await spansOf(team, person)).toEqual([
    { role: "member", startsAt: minutes(1), endsAt: minutes(2) },
    { role: "lead", startsAt: minutes(2), endsAt: minutes(3) },
  ]);
  const told = await db().select().from(events).where(eq(events.personId, lead.id)).orderBy(events.id);
  expect(told.map(({ kind, about }) => ({ kind, about }))).toEqual(
    ["team.member-joined", "team.role-changed", "team.member-left"].map((kind) => ({
      kind,
      about: [team.id, person.id],
    })),
  );
});

test("the same person twice is a conflict beside the field", async () => {
  const { team, member } = await given.team();
  await expect(addMember(system, wish(team, member), at)).rejects.toMatchObject({
    constructor: Conflict,
    path: "person",
    message: `${member.name} is in the team already.`,
  });
});

test("of two who add the same person at once, one does and the other gets a conflict", async () => {
  const { team } = await given.team();
  const person = await given.stranger();
  const outcomes = await Promise.allSettled([
    addMember(system, wish(team, person), at),
    addMember(system, wish(team, person, "lead"), at),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { constructor: Conflict } });
  expect(await spansOf(team, person)).toHaveLength(1);
});

test("a membership that another transaction wrote meanwhile, without a lock, ends in a conflict too", async () => {
  const { team } = await given.team();
  const person = await given.stranger();
  const add = inTransaction(async (tx) => {
    await tx.insert(memberships).values({ teamId: team.id, personId: person.id, role: "member", startsAt: at });
    const adding = addMember(system, wish(team, person), at);
    const isWaiting = () => rowsOf(tx, sql`select from pg_locks where not granted`).then((rows) => rows.length > 0);
    await expect.poll(isWaiting, { interval: 5 }).toBe(true);
    return { adding };
  });
  await expect((await add).adding).rejects.toThrow(Conflict);
  expect(await spansOf(team, person)).toHaveLength(1);
});

test("nobody joins a retired team, nobody deactivated joins any, and only members change role or leave", async () => {
  const { team } = await given.team();
  const retired = await createTeam(db());
  await retireTeam(db(), retired);
  const [gone, person] = [await given.stranger(), await given.stranger()];
  await deactivatePerson(db(), gone);
  await expect(addMember(system, wish(retired, person), at)).rejects.toThrow(Conflict);
  await expect(addMember(system, wish(team, gone), at)).rejects.toMatchObject({ errors: [{ path: "person" }] });
  await expect(changeRole(system, wish(team, person, "lead"), at)).rejects.toThrow(NotFound);
  await expect(removeMember(system, wish(team, person), at)).rejects.toThrow(NotFound);
});

test("a clock that lags behind another replica's neither fails nor makes spans overlap", async () => {
  const { team } = await given.team();
  const person = await given.stranger();
  await addMember(system, wish(team, person), minutes(10));
  await removeMember(system, wish(team, person), minutes(9));
  await addMember(system, wish(team, person, "lead"), minutes(8));
  expect(await spansOf(team, person)).toEqual([
    { role: "member", startsAt: minutes(10), endsAt: minutes(10) },
    { role: "lead", startsAt: minutes(10), endsAt: null },
  ]);
});

test("a list of members replaces who is in the team, all of it or nothing", async () => {
  const { team, lead, member } = await given.team();
  const joiner = await given.stranger();
  const facts = { name: team.name, kind: "delivery" } as const;
  const wanted = [
    { email: lead.email ?? "", role: "member" as const },
    { email: joiner.email ?? "", role: "lead" as const },
  ];
  const broken = [...wanted, { email: "nobody@harbour.example", role: "member" as const }];
  const twice = [...wanted, { email: joiner.email ?? "", role: "member" as const }];
  for (const [members, path] of [
    [broken, "members.2.email"],
    [twice, "members.2.email"],
  ] as const) {
    const put = putTeam(system, team.slug, { ...facts, name: "Changed", members }, at);
    await expect(put).rejects.toMatchObject({ constructor: Invalid, errors: [{ path }] });
  }
  expect(await spansOf(team, member)).toMatchObject([{ endsAt: null }]);

  expect(await putTeam(system, team.slug, { ...facts, members: wanted }, minutes(1))).toBe(false);
  expect(await spansOf(team, member)).toMatchObject([{ endsAt: minutes(1) }]);
  expect((await spansOf(team, lead)).at(-1)).toMatchObject({ role: "member", endsAt: null });
  expect((await spansOf(team, joiner)).at(-1)).toMatchObject({ role: "lead", endsAt: null });
  const told = async (when: Temporal.Instant) =>
    (await db().select().from(events).where(eq(events.at, when)).orderBy(events.id))
      .filter(({ about }) => about.includes(team.id))
      .map(({ kind }) => kind);
  expect(await told(minutes(1))).toEqual(["team.member-left", "team.role-changed", "team.member-joined"]);

  await putTeam(system, team.slug, { ...facts, members: wanted }, minutes(2));
  await putTeam(system, team.slug, facts, minutes(3));
  expect([...(await told(minutes(2))), ...(await told(minutes(3)))]).toEqual([]);
});

test("a team that is put comes into being with its members, manager and parent", async () => {
  const [{ team: above }, manager, lead] = [await given.team(), await given.stranger(), await given.stranger()];
  const members = [{ email: lead.email ?? "", role: "lead" as const }];
  const facts = { name: "Quay", kind: "ops", chat: "#quay", parent: above.slug, manager: manager.email } as const;
  expect(await putTeam(system, "quay", { ...facts, members }, at)).toBe(true);
  const [quay] = await db().select().from(teams).where(eq(teams.slug, "quay"));
  expect(quay).toMatchObject({ kind: "ops", chat: "#quay", parentId: above.id, managerId: manager.id });
  expect(await spansOf(quay ?? { id: "" }, lead)).toEqual([{ role: "lead", startsAt: at, endsAt: null }]);
});

type Step = { who: number; what: "join" | "promote" | "demote" | "leave"; after: number };
const steps = fc.array(
  fc.record<Step>({
    who: fc.nat({ max: 2 }),
    what: fc.constantFrom("join", "promote", "demote", "leave"),
    after: fc.nat({ max: 3 }),
  }),
  { maxLength: 15 },
);

test("whatever joins, leaves and changes of role happen, the spans agree with the present and with every past moment", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (happenings) => {
      const team = await createTeam(db());
      const people = [await createPerson(db()), await createPerson(db()), await createPerson(db())];
      const model = people.map(() => undefined as "member" | "lead" | undefined);
      const moments: { at: Temporal.Instant; roles: typeof model }[] = [];
      let clock = 0;
      for (const { who, what, after } of happenings) {
        clock += after;
        const person = people[who] as Person;
        const isIn = model[who] !== undefined;
        const attempt = act(team, person, what, minutes(clock));
        if (what === "join" ? isIn : !isIn) await expect(attempt).rejects.toThrow();
        else {
          await attempt;
          model[who] = { join: "member", promote: "lead", demote: "member", leave: undefined }[
            what
          ] as (typeof model)[0];
        }
        moments.push({ at: minutes(clock), roles: [...model] });
      }
      for (const [who, person] of people.entries()) {
        const spans = await spansOf(team, person);
        const [open] = spans.filter(({ endsAt }) => endsAt === null);
        expect(open?.role).toBe(model[who]);
        for (const moment of moments.filter((one, index) => !moments[index + 1]?.at.equals(one.at))) {
          const holding = spans.filter((span) => isWithin(span, moment.at));
          expect(holding.map(({ role }) => role)).toEqual([moment.roles[who] ?? []].flat());
        }
      }
    }),
    { numRuns: sized(25, 400) },
  );
}, 120_000);

function act(team: { slug: string }, person: Person, what: Step["what"], when: Temporal.Instant) {
  if (what === "join") return addMember(system, wish(team, person), when);
  if (what === "leave") return removeMember(system, wish(team, person), when);
  return changeRole(system, wish(team, person, what === "promote" ? "lead" : "member"), when);
}

function isWithin(
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null },
  when: Temporal.Instant,
) {
  return (
    Temporal.Instant.compare(startsAt, when) <= 0 && (endsAt === null || Temporal.Instant.compare(when, endsAt) < 0)
  );
}
