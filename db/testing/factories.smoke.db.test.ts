import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import {
  alertEntries,
  alerts,
  coverRequests,
  escalationPaths,
  events,
  formerAddresses,
  memberships,
  overrides,
  ownerships,
  rotations,
  rotationVersions,
  services,
} from "#db/schema";
import {
  changeRotation,
  claimCoverRequest,
  createAbsence,
  createAlert,
  createChange,
  createCoverRequest,
  createDependency,
  createEntry,
  createHandoffNote,
  createHeartbeat,
  createIntakeKey,
  createIntakeName,
  createMaintenance,
  createOverride,
  createRotation,
  createRule,
  createService,
  createShadow,
  createToken,
  joinTeam,
  leaveTeam,
  markReady,
  renameRotation,
  renameService,
  retireRotation,
  swapShifts,
  tellOfAlert,
  transferService,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";

testDatabase();

const march = Temporal.Instant.from("2026-03-02T09:00:00Z");

test("a service's present owners agree with its open spans of ownership, also after transfers", async () => {
  const { service, ops } = await given.ownedService();
  const { team: next } = await given.team();
  await transferService(db(), service, { to: next }, march);
  await transferService(db(), service, { to: null, role: "ops" }, march);

  const open = await db()
    .select({ teamId: ownerships.teamId, role: ownerships.role })
    .from(ownerships)
    .where(and(eq(ownerships.serviceId, service.id), isNull(ownerships.endsAt)));
  const [stored] = await db().select().from(services).where(eq(services.id, service.id));
  expect(open).toEqual([{ teamId: next.id, role: "delivery" }]);
  expect(stored).toMatchObject({ deliveryTeamId: next.id, opsTeamId: null, gaps: ["ops-team"], changedAt: march });
  const past = await db().select().from(ownerships).where(eq(ownerships.teamId, ops.team.id));
  expect(past).toMatchObject([{ role: "ops", endsAt: march }]);
});

test("whoever leaves a team and joins it again has two spans that do not overlap", async () => {
  const { team, member } = await given.team();
  await leaveTeam(db(), team, { person: member }, march);
  await joinTeam(db(), team, { person: member, role: "lead" }, march);

  const spans = await db().select().from(memberships).where(eq(memberships.personId, member.id));
  expect(spans.map(({ role, endsAt }) => ({ role, endsAt }))).toEqual([
    { role: "member", endsAt: march },
    { role: "lead", endsAt: null },
  ]);
});

test("a change of a thing made earlier touches only what the change names", async () => {
  const service = await createService(db());
  await db().update(services).set({ tier: 4 }).where(eq(services.id, service.id));
  await renameService(db(), service, { name: "Harbour light", slug: `harbour-light-${service.slug}` });

  const [stored] = await db().select().from(services).where(eq(services.id, service.id));
  const [former] = await db().select().from(formerAddresses).where(eq(formerAddresses.thing, service.id));
  expect(stored).toMatchObject({ name: "Harbour light", tier: 4 });
  expect(former).toMatchObject({ noun: "service", address: expect.not.stringContaining("harbour-light") });
});

test("everything made has its line of history, in the order in which it happened", async () => {
  const [first, second] = await given.chain(2);
  const entry = await createEntry(db(), { kind: "resource" }, march);
  if (first) await createDependency(db(), first, { on: entry, kind: "soft" }, march);
  await createToken(db(), { scope: "write" }, march);

  const lines = await db().select().from(events).orderBy(events.id);
  const about = lines.filter((line) => first && line.about.includes(first.id));
  expect(about.map(({ kind }) => kind)).toEqual([
    "service.created",
    "service.dependency-added",
    "service.dependency-added",
  ]);
  expect(about[1]?.about).toEqual([first?.id, second?.id]);
  expect(about[2]?.detail).toMatchObject({ needs: { slug: entry.slug }, strength: "soft" });
});

test("a team's first rotation is its default, until it is retired", async () => {
  const { team, rotation } = await given.rotation();
  const second = await createRotation(db(), { team });
  await retireRotation(db(), rotation, {}, march);
  const third = await createRotation(db(), { team }, march);

  const stored = await db().select().from(rotations).where(eq(rotations.teamId, team.id));
  const defaults = Object.fromEntries(stored.map(({ id, isTeamDefault }) => [id, isTeamDefault]));
  expect(defaults).toEqual({ [rotation.id]: false, [second.id]: false, [third.id]: true });
});

test("a change of a rotation ends the version before it at the instant at which the next one begins", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const layers = [{ participants: [member, other, member] }];
  await changeRotation(db(), rotation, { layers, moved: [lead] }, march);

  const versions = await db()
    .select()
    .from(rotationVersions)
    .where(eq(rotationVersions.rotationId, rotation.id))
    .orderBy(rotationVersions.startsAt);
  expect(versions).toMatchObject([
    { startsAt: Temporal.Instant.from("2025-01-06T09:00:00Z"), endsAt: march },
    { startsAt: march, endsAt: null, participantIds: [member.id, other.id] },
  ]);
  expect(versions[0]?.layers[0]?.participants).toEqual([lead.id, member.id, other.id]);
});

test("what happens to a watch is written with its lines of history", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const day = (count: number) => march.add({ hours: 24 * count });
  const request = await createCoverRequest(db(), rotation, { person: lead, from: day(1), to: day(2) }, march);
  await claimCoverRequest(db(), request, { by: member }, march);
  await createOverride(
    db(),
    rotation,
    { person: other, from: day(3), to: day(4), origin: "taken", instead: lead },
    march,
  );
  const first = { person: lead, from: day(5), to: day(6) };
  await swapShifts(db(), rotation, { first, second: { person: other, from: day(7), to: day(8) } }, march);
  await createShadow(db(), rotation, { person: member, from: day(3), to: day(4) }, march);
  await markReady(db(), rotation, { person: member, item: "shadow" }, march);
  await createHandoffNote(db(), rotation, { from: lead, handoffAt: day(7), worries: "The disk fills." }, march);
  await createAbsence(db(), lead, { from: day(1), to: day(2), reason: "A wedding" }, march);
  await renameRotation(db(), rotation, { name: "Renamed", slug: `renamed-${rotation.slug}` }, march);

  const made = await db()
    .select()
    .from(overrides)
    .where(eq(overrides.rotationId, rotation.id))
    .orderBy(overrides.startsAt);
  expect(made.map(({ personId, origin }) => [personId, origin])).toEqual([
    [member.id, "claimed"],
    [other.id, "taken"],
    [other.id, "swapped"],
    [lead.id, "swapped"],
  ]);
  const [claimed] = await db().select().from(coverRequests).where(eq(coverRequests.id, request.id));
  expect(claimed).toMatchObject({ claimedById: member.id, claimedAt: march });
  const lines = await db()
    .select()
    .from(events)
    .where(sql`${events.about} @> array[${rotation.id}]::uuid[]`)
    .orderBy(events.id);
  expect(lines.map(({ kind }) => kind)).toEqual([
    "rotation.created",
    "cover.asked",
    "cover.claimed",
    "override.made",
    "shifts.swapped",
    "shadow.joined",
    "readiness.marked",
    "handoff.noted",
    "rotation.renamed",
  ]);
});

test("a service on watch has an escalation path through the rotations of both its teams", async () => {
  const { service, delivery, ops } = await given.serviceOnWatch();

  const [path] = await db().select().from(escalationPaths).where(eq(escalationPaths.serviceId, service.id));
  expect(path).toMatchObject({ deliveryRotationId: delivery.rotation.id, opsRotationId: ops.rotation.id });
  expect(ops.team.kind).toBe("ops");
});

test("nothing is kept of a draft of which one row is refused", async () => {
  const { team } = await given.team();
  await expect(given.serviceOwnedBy(team, { name: "Refused", tier: 9 })).rejects.toThrow();

  expect(await db().select().from(services).where(eq(services.name, "Refused"))).toEqual([]);
  expect(await db().select().from(ownerships).where(eq(ownerships.teamId, team.id))).toEqual([]);
});

test("an alert is written with its rule, its timeline in order, and what belongs to its service", async () => {
  const { service } = await given.ownedService();
  const rule = await createRule(db(), { service, name: "PumpStopped" });
  const leader = await createAlert(db(), { service, rule, labels: { pod: "a" } }, march);
  const joined = await createAlert(db(), { service, rule: "PumpSlow", leaderId: leader.id }, march);
  await tellOfAlert(db(), leader, { kind: "noted", detail: { words: "It hums." } }, march.add({ minutes: 1 }));
  await createMaintenance(db(), service, { to: march });
  await createHeartbeat(db(), service, { name: "Nightly" });
  await createIntakeKey(db(), service);
  await createIntakeName(db(), service, { name: `Pump ${service.slug}` });
  await createChange(db(), service, {}, march);

  const stored = await db().select().from(alerts).where(eq(alerts.serviceId, service.id)).orderBy(alerts.rule);
  expect(stored).toMatchObject([
    { id: joined.id, ruleId: null, leaderId: leader.id, nextStepAt: null },
    { id: leader.id, ruleId: rule.id, status: "triggered", labels: { pod: "a" }, details: null, nextStepAt: march },
  ]);
  const lines = await db()
    .select()
    .from(alertEntries)
    .where(eq(alertEntries.alertId, leader.id))
    .orderBy(alertEntries.id);
  expect(lines.map(({ kind }) => kind)).toEqual(["opened", "gated", "noted"]);
});
