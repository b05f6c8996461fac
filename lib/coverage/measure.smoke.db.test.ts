import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import {
  alertReviews,
  coverageFindings,
  coverageRuns,
  coverageSnapshots,
  coverageTallies,
  installation,
  rotationVersions,
  signatureMatches,
} from "#db/schema";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";
import {
  createAbsence,
  createAlert,
  createContactMethod,
  createDependency,
  createDocument,
  createDrill,
  createEscalation,
  createMark,
  createPerson,
  createRotation,
  createRule,
  createService,
  createSignature,
  createTeam,
  declareExpert,
  leaveTeam,
  retireService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { CheckKind } from "#lib/coverage/checks";
import { findLiveCoverage } from "#lib/coverage/live";
import { measureServices } from "#lib/coverage/measure-commands";
import { measureDue } from "#lib/coverage/measure-due";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

// A Friday: the last whole week ended on Monday, the 2nd.
const at = Temporal.Instant.from("2026-03-06T09:00:00Z");
const later = (hours: number) => at.add({ hours });
const daysAgo = (count: number) => at.subtract({ hours: 24 * count });

const openOf = async ({ id }: Service) => {
  const rows = await db().select().from(coverageSnapshots).where(eq(coverageSnapshots.serviceId, id));
  return rows.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
};

/** A service of which everything is as it should be, and everybody who has to do with it. */
async function coveredService() {
  const people = await Promise.all(["Ada", "Lin", "Noor", "Olu"].map((name) => someone(name)));
  const [ada, lin, noor, olu] = people as [Person, Person, Person, Person];
  const manager = await createPerson(db());
  const team = await createTeam(db(), { lead: ada, members: [lin, noor, olu], manager });
  const ops = await given.rotation({ kind: "ops" });
  for (const person of [ops.lead, ops.member, ops.other]) await reached(person);
  const delivery = await createRotation(db(), { team, layers: [{ participants: people }] });
  const backup = await createRotation(db(), {
    team,
    layers: [{ participants: [olu, ada, lin, noor] }],
  });
  const needed = await createService(db());
  const service = await createService(db(), { team, opsTeam: ops.team, tier: 1, customerFacing: true });
  await createEscalation(db(), service, { delivery, backup, ops: ops.rotation });
  await createDependency(db(), service, { on: needed });
  await createDocument(db(), { service, kind: "note", by: ada, title: "How it works" }, daysAgo(20));
  const rule = await createRule(db(), { service, customerImpact: "Nobody can pay." });
  const runbook = await createDocument(db(), { service, by: lin, alertNames: [rule.name] }, daysAgo(20));
  await createMark(db(), runbook, { by: lin }, daysAgo(5));
  const signature = await createSignature(db(), { service });
  await declareExpert(db(), service, { person: noor });
  const alert = await createAlert(
    db(),
    {
      ...{ service, rule, deliveryPagedAt: daysAgo(5), deliveryEngagedAt: daysAgo(5).add({ minutes: 4 }) },
      ...{ resolvedAt: daysAgo(5).add({ minutes: 30 }), resolvedById: olu.id, holderId: olu.id },
    },
    daysAgo(5),
  );
  const said = { wasCustomerFacing: true, wasActionable: true, at: daysAgo(4) };
  await db()
    .insert(alertReviews)
    .values({ alertId: alert.id, personId: olu.id, ...said });
  await db()
    .insert(signatureMatches)
    .values({ alertId: alert.id, signatureId: signature.id, at: daysAgo(4) });
  await db()
    .update(installation)
    .set({ matchedUntil: daysAgo(1) });
  return { service, team, people: { ada, lin, noor, olu }, manager, delivery, ops, rule, runbook, alert };
}

async function someone(name: string): Promise<Person> {
  const person = await createPerson(db(), { name, email: `${crypto.randomUUID()}@harbour.example` });
  await reached(person);
  return person;
}

const reached = (person: Person) => createContactMethod(db(), person, { workedAt: daysAgo(3) });

async function liveOf(service: Service, by: Person, when = at) {
  const live = await findLiveCoverage(await viewerOf(by), service.slug, when);
  if (!live) throw new Error(`${service.name} is not there.`);
  return { ...live, of: (kind: CheckKind) => live.checks.find(({ check }) => check === kind) };
}

test("a service of which everything is as it should be stands at the highest level, with evidence for each check", async () => {
  const { service, people } = await coveredService();
  const live = await liveOf(service, people.ada);
  expect(live.checks.filter(({ state }) => state !== "met")).toEqual([]);
  expect(live.level).toBe(4);
  expect(live.of("delivery-team")?.says).toContain("4 active members");
  expect(live.of("experts")?.says).toBe("Ada, Lin, Noor, and Olu know it.");
  expect(live.of("load")?.says).toContain("nobody stood it more than 25 %");
});

test("a service of which nothing is known is not thought to be covered", async () => {
  const service = await createService(db(), { team: null, tier: null, customerFacing: null }, daysAgo(1));
  const live = await liveOf(service, await given.stranger());
  expect(live.level).toBe(0);
  expect(live.checks.filter(({ state }) => state === "met")).toEqual([]);
  expect(live.of("delivery-team")?.mend.path).toBe(`/services/${service.slug}/transfer`);
});

test("a snapshot is kept when something is found otherwise, and only then", async () => {
  const { service, people, team } = await coveredService();
  const member = await viewerOf(people.lin);
  expect(await measureServices(member, { service: service.slug }, at)).toEqual({ services: 1, changed: 1 });
  expect(await measureServices(member, { service: service.slug }, later(1))).toEqual({ services: 1, changed: 0 });
  await leaveTeam(db(), team, { person: people.ada }, later(2));
  expect((await liveOf(service, people.lin, later(2))).measured?.isSame).toBe(false);
  expect(await measureServices(member, { team: team.slug }, later(3))).toEqual({ services: 1, changed: 1 });

  const [first, second] = await openOf(service);
  expect(first).toMatchObject({ startsAt: at, endsAt: later(3), level: 4, deliveryTeamId: team.id });
  expect(second).toMatchObject({ startsAt: later(3), endsAt: null, level: 0 });
  expect((await liveOf(service, people.lin, later(3))).measured).toEqual({ at: `${later(3)}`, isSame: true });
});

test("a run that is slow does not take the place of what somebody saw after it began", async () => {
  const { service, people, team } = await coveredService();
  const member = await viewerOf(people.lin);
  await measureServices(member, { service: service.slug }, later(1));
  await leaveTeam(db(), team, { person: people.ada }, later(2));
  expect(await measureServices(member, { service: service.slug }, at)).toEqual({ services: 1, changed: 0 });
  expect(await openOf(service)).toMatchObject([{ startsAt: later(1), endsAt: null, level: 4 }]);
});

test("where a level asks otherwise than when it was measured, it is told anew", async () => {
  const { service, people } = await coveredService();
  const member = await viewerOf(people.lin);
  await measureServices(member, { service: service.slug }, at);
  await db().update(coverageSnapshots).set({ level: 1 }).where(eq(coverageSnapshots.serviceId, service.id));
  expect(await measureServices(member, { service: service.slug }, later(1))).toEqual({ services: 1, changed: 1 });
  expect(await openOf(service)).toMatchObject([
    { level: 1, endsAt: later(1) },
    { level: 4, endsAt: null },
  ]);
});

test("two who measure at once keep one snapshot", async () => {
  const { service, people } = await coveredService();
  const member = await viewerOf(people.lin);
  await Promise.all([1, 2, 3].map(() => measureServices(member, { service: service.slug }, at)));
  expect((await openOf(service)).filter(({ endsAt }) => endsAt === null)).toHaveLength(1);
});

test("a rotation that cannot be read leaves its checks unmeasured, and no other service", async () => {
  const { service, people, delivery } = await coveredService();
  const layers = delivery.version.layers.map((layer) => ({ ...layer, timeZone: "Nowhere/Atlantis" }));
  await db().update(rotationVersions).set({ layers }).where(eq(rotationVersions.rotationId, delivery.id));
  const live = await liveOf(service, people.ada);
  for (const kind of ["always-somebody", "more-than-one", "load"] as const)
    expect(live.of(kind)?.state).toBe("not_measured");
  expect(live.of("backup")?.state).toBe("met");
});

test("once a day all services are measured, in one process, with tallies and findings", async () => {
  const { service, team, people } = await coveredService();
  const retired = await createService(db(), { team });
  await measureServices(await viewerOf(people.ada), { team: team.slug }, later(-2));
  await retireService(db(), retired, {}, later(-1));
  const unowned = await createService(db(), { team: null });
  const lonely = await createService(db(), { team });
  await declareExpert(db(), lonely, { person: people.ada });

  const counts = await Promise.all([measureDue(at), measureDue(at)]);
  expect(counts.filter((count) => count > 0)).toHaveLength(1);
  expect(await measureDue(later(3))).toBe(0);
  const [run] = await db().select().from(coverageRuns).where(eq(coverageRuns.day, "2026-03-06"));
  expect(run).toMatchObject({ at, finishedAt: at });

  expect(await openOf(retired)).toMatchObject([{ startsAt: later(-2), endsAt: later(-1) }]);
  const [tally] = await db().select().from(coverageTallies).where(eq(coverageTallies.teamId, team.id));
  expect(tally).toMatchObject({ day: "2026-03-06", services: 2, levels: [1, 0, 0, 0, 1] });
  expect(tally?.met[0]).toBe(2);

  const findings = await db().select().from(coverageFindings);
  expect(findings.find(({ serviceId }) => serviceId === unowned.id)).toMatchObject({
    ...{ kind: "unowned-service", teamId: null, says: `Nobody delivers ${unowned.name}.` },
  });
  expect(findings.find(({ serviceId }) => serviceId === lonely.id)).toMatchObject({
    ...{ kind: "single-expert", teamId: team.id, personId: null, says: `Only Ada is known to know ${lonely.name}.` },
  });
  expect(findings.some(({ serviceId }) => serviceId === service.id)).toBe(false);
});

test("a run whose process died is taken up by the next one", async () => {
  const day = "2026-03-07";
  await db()
    .insert(coverageRuns)
    .values({ day, at: later(24) });
  expect(await measureDue(later(24).add({ minutes: 14 }))).toBe(0);
  expect(await measureDue(later(24).add({ minutes: 15 }))).toBeGreaterThan(0);
  const [run] = await db().select().from(coverageRuns).where(eq(coverageRuns.day, day));
  expect(run?.finishedAt).toEqual(later(24).add({ minutes: 15 }));
});

test("a run that is stopped leaves the day to the next process", async () => {
  const stopping = new AbortController();
  stopping.abort();
  expect(await measureDue(later(48), { stop: stopping.signal })).toBe(0);
  expect(await measureDue(later(48))).toBeGreaterThan(0);
});

test("who carries too much, and which senior engineers stand in no rotation, is found for those who manage them", async () => {
  const { team, people, delivery } = await coveredService();
  const senior = await createPerson(db(), { name: "Zoe", title: "Senior Software Engineer" });
  const staffing = await createPerson(db(), { name: "Yan", title: "Staffing partner" });
  const small = await createTeam(db(), { lead: senior, members: [staffing, people.ada] });
  await createService(db(), { team: small });
  await createAbsence(db(), senior, { from: daysAgo(5), to: later(240), reason: "Parental leave, and private" });
  const alone = await createRotation(db(), { team: small, layers: [{ participants: [people.ada] }] });
  await measureDue(later(72));

  const found = await db().select().from(coverageFindings);
  const [conversation, ...more] = found.filter(({ personId }) => personId === senior.id);
  expect(more).toEqual([]);
  expect(conversation).toMatchObject({ kind: "senior-without-rotation", teamId: small.id, from: daysAgo(5) });
  expect(conversation?.says).toContain("away from 1 Mar 2026 to 16 Mar 2026");
  expect(JSON.stringify(found)).not.toContain("private");
  expect(found.some(({ personId }) => personId === staffing.id)).toBe(false);

  const burden = found.filter(({ personId, kind }) => kind === "holds-too-much" && personId === people.ada.id);
  expect(burden.map(({ teamId }) => teamId).toSorted()).toEqual([team.id, small.id].toSorted());
  expect(burden[0]?.says).toContain("100 %");
  expect(found.find(({ rotationId }) => rotationId === alone.id)).toMatchObject({ kind: "small-rotation" });
  expect(found.some(({ rotationId }) => rotationId === delivery.id)).toBe(false);
});

test("a drill that was answered exercises a service that nothing real has tried", async () => {
  const service = await createService(db());
  const by = await given.stranger();
  const isPlayed = { isDrill: true, gateReason: "drill" as const, acknowledgedAt: daysAgo(2), holderId: by.id };
  const alert = await createAlert(db(), { service, ...isPlayed, deliveryPagedAt: daysAgo(2) }, daysAgo(2));
  await createDrill(db(), service, { by, alert, asked: [{ person: by }] }, daysAgo(3));
  const live = await liveOf(service, by);
  expect(live.of("exercised")).toMatchObject({ state: "met", says: "A drill was answered on 4 Mar 2026." });
});

test("nothing is measured of a service that is retired", async () => {
  const { service, people } = await coveredService();
  await retireService(db(), service, {}, at);
  expect(await findLiveCoverage(await viewerOf(people.ada), service.slug, at)).toBeUndefined();
  await measureDue(later(96));
  expect(await openOf(service)).toEqual([]);
  expect(await db().select().from(coverageSnapshots).where(isNull(coverageSnapshots.level))).toEqual([]);
});
