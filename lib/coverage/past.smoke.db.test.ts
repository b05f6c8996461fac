import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";
import { createService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findLiveCoverage } from "#lib/coverage/live";
import { measureServices } from "#lib/coverage/measure-commands";
import { findPastCoverage } from "#lib/coverage/past";
import type { CheckView } from "#lib/coverage/views";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import { deactivatePerson, reactivatePerson } from "#lib/people/standing-commands";
import { setEscalation } from "#lib/rotations/escalation/escalation-commands";
import { takeOver } from "#lib/rotations/standing-in/override-commands";
import { editService, retireService, transferService } from "#lib/services/commands";
import { addMember, changeRole, removeMember } from "#lib/teams/member-commands";

testDatabase();

const begin = Temporal.Instant.from("2026-03-06T09:00:00Z");
const system = systemViewer("Tests");
const one = ({ email }: Person) => ({ person: email ?? "" });
const words = (checks: readonly CheckView[]) =>
  checks.map(({ check, state, says, at }) => ({ check, state, says, at }));

/** What a reader sees at `at`, after somebody had it measured. */
async function show(service: Service, at: Temporal.Instant) {
  await measureServices(system, { service: service.slug }, at);
  const live = await findLiveCoverage(system, service.slug, at);
  if (!live) throw new Error(`${service.name} is not there.`);
  return { at, level: live.level, checks: words(live.checks) };
}

async function pastOf(service: Service, at: Temporal.Instant) {
  const past = await findPastCoverage(system, service.slug, at);
  if (!past) throw new Error(`${service.name} is not there.`);
  return past;
}

/** Whatever may happen to who owns a service, who is in its teams, and who stands the ops watch. */
async function newWorld() {
  const [first, second, ops, otherOps] = [
    await given.rotation(),
    await given.rotation(),
    await given.rotation({ kind: "ops" }),
    await given.rotation({ kind: "ops" }),
  ];
  const service = await createService(db(), { team: first.team, opsTeam: ops.team });
  const people = [first, second, ops, otherOps].flatMap(({ lead, member, other }) => [lead, member, other]);
  return { service, people, teams: [first.team, second.team], opsTeams: [ops.team, otherOps.team], ops };
}
type World = Awaited<ReturnType<typeof newWorld>>;

const pick = <Thing>(things: readonly Thing[], number: number): Thing => things[number % things.length] as Thing;

const doings: ((world: World, number: number, at: Temporal.Instant) => Promise<unknown>)[] = [
  ({ teams, people }, n, at) =>
    addMember(system, { team: pick(teams, n).slug, ...one(pick(people, n >> 1)), role: n % 3 ? "member" : "lead" }, at),
  ({ teams, people }, n, at) =>
    changeRole(
      system,
      { team: pick(teams, n).slug, ...one(pick(people, n >> 1)), role: n % 4 < 2 ? "member" : "lead" },
      at,
    ),
  ({ teams, people }, n, at) => removeMember(system, { team: pick(teams, n).slug, ...one(pick(people, n >> 1)) }, at),
  ({ people }, n, at) => deactivatePerson(system, one(pick(people, n)), at),
  ({ people }, n, at) => reactivatePerson(system, one(pick(people, n)), at),
  ({ service, teams }, n, at) => {
    const toTeam = n % 3 === 0 ? null : pick(teams, n).slug;
    return transferService(system, { service: service.slug, role: "delivery", toTeam }, at);
  },
  ({ service, opsTeams }, n, at) => {
    const toTeam = n % 3 === 0 ? null : pick(opsTeams, n).slug;
    return transferService(system, { service: service.slug, role: "ops", toTeam }, at);
  },
  ({ ops, people }, n, at) => {
    const span = { from: at.add({ hours: n % 5 }), to: at.add({ hours: (n % 5) + 1 + (n % 40) }) };
    return takeOver(system, { rotation: ops.rotation.slug, ...span, ...one(pick(people, n)), replace: true }, at);
  },
  ({ service }, n, at) =>
    editService(system, { service: service.slug, tier: (n % 4) + 1, customerFacing: n % 2 === 0 }, at),
];

type Step = { doing: number; number: number; hours: number; isShown: boolean };
const anyStep: fc.Arbitrary<Step> = fc.record({
  doing: fc.nat({ max: doings.length - 1 }),
  number: fc.nat({ max: 1_000 }),
  hours: fc.integer({ min: 1, max: 60 }),
  isShown: fc.boolean(),
});

test("a past instant shows word for word what was shown then, and what rests on spans agrees, whatever happened since", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 12 }), async (steps) => {
      const world = await newWorld();
      const shown = [await show(world.service, begin)];
      let at = begin;
      for (const { doing, number, hours, isShown } of steps) {
        at = at.add({ hours });
        await pick(doings, doing)(world, number, at).catch(passRefusals);
        if (isShown) shown.push(await show(world.service, at.add({ minutes: 10 })));
      }
      for (const [index, look] of shown.entries()) {
        const past = await pastOf(world.service, look.at);
        expect(words(past.checks)).toEqual(look.checks);
        expect(past.level).toBe(look.level);
        expect(past.recomputed.map(({ check }) => check)).toEqual(["delivery-team", "lead", "ops-team", "ops-now"]);
        for (const { check, whenMeasured, verdict } of past.recomputed) {
          expect([check, verdict]).toEqual([check, "agrees"]);
          expect(whenMeasured).toEqual(look.checks.find((other) => other.check === check));
        }
        const before = (shown[index + 1]?.at ?? at.add({ hours: 1 })).subtract({ minutes: 1 });
        const later = await pastOf(world.service, before);
        expect(words(later.checks)).toEqual(look.checks);
        expect(later.recomputed.map(({ verdict }) => verdict)).not.toContain("disagrees");
      }
    }),
    { numRuns: sized(3, 60) },
  );
}, 120_000);

/** What a command refuses changes nothing. */
function passRefusals(error: unknown): void {
  if (![Conflict, Invalid, NotFound].some((refusal) => error instanceof refusal)) throw error;
}

test("what changed after it was measured is told beside what was measured", async () => {
  const { service, teams, people } = await newWorld();
  await show(service, begin);
  const [lead] = people;
  if (!lead) throw new Error("There is nobody.");
  await deactivatePerson(system, one(lead), begin.add({ hours: 2 }));
  const past = await pastOf(service, begin.add({ hours: 3 }));
  expect(past.recomputed.find(({ check }) => check === "lead")).toMatchObject({
    verdict: "changed",
    whenMeasured: { state: "met" },
    whenAsked: { state: "not_met", says: `${teams[0]?.name} has no lead.` },
  });
  expect(past.checks.find(({ check }) => check === "lead")?.state).toBe("met");
});

test("a measurement that the spans contradict is said to", async () => {
  const { service, people } = await newWorld();
  const [lead] = people;
  if (!lead) throw new Error("There is nobody.");
  await deactivatePerson(system, one(lead), begin.add({ minutes: 5 }));
  // Measured as of before what it saw: as if somebody had set a clock back.
  await show(service, begin);
  const past = await pastOf(service, begin);
  expect(past.recomputed.find(({ check }) => check === "lead")).toMatchObject({ verdict: "disagrees" });
  expect(past.recomputed.find(({ check }) => check === "ops-team")).toMatchObject({ verdict: "agrees" });
});

test("the ops watch is computed again only while its rotation is known to have been the same", async () => {
  const { service, ops } = await newWorld();
  await show(service, begin);
  const path = { delivery: ops.rotation.slug, ops: ops.rotation.slug };
  await setEscalation(system, { service: service.slug, ...path }, begin.add({ hours: 1 }));
  const past = await pastOf(service, begin.add({ hours: 2 }));
  expect(past.recomputed.map(({ check }) => check)).toEqual(["delivery-team", "lead", "ops-team"]);
});

test("before anybody measured it, before it was there, and once it is retired, a service has no coverage", async () => {
  const service = await createService(db(), {}, begin);
  const unmeasured = await pastOf(service, begin.add({ hours: 1 }));
  expect(unmeasured).toMatchObject({ absence: "not-measured", measuredAt: null, level: 0, recomputed: [] });
  expect(unmeasured.checks).toHaveLength(21);
  expect(new Set(unmeasured.checks.map(({ state }) => state))).toEqual(new Set(["not_measured"]));
  expect(await pastOf(service, begin.subtract({ hours: 1 }))).toMatchObject({ absence: "before-catalog", checks: [] });
  await show(service, begin.add({ hours: 2 }));
  await retireService(system, { service: service.slug }, begin.add({ hours: 3 }));
  expect(await pastOf(service, begin.add({ hours: 4 }))).toMatchObject({ absence: "retired", checks: [] });
  expect(await pastOf(service, begin.add({ hours: 2 }))).toMatchObject({ absence: null });
  expect(await findPastCoverage(system, "no-such-service", begin)).toBeUndefined();
});
