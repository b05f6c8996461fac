import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { alertEntries, alerts, drillPeople, events, notifications, pages } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createAlert, createPerson, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { acknowledgeAlert, handOver } from "#lib/alerts/commands";
import { answerDrill, callOffDrill, learnFromDrill, planDrill } from "#lib/alerts/drills/commands";
import { drillMeasures } from "#lib/alerts/drills/measures";
import { findDrill, listDrills, listOwnDrills } from "#lib/alerts/drills/queries";
import { endDrill, raiseDrill } from "#lib/alerts/drills/raise-commands";
import { listEngagement } from "#lib/alerts/engagement-queries";
import { entryWords } from "#lib/alerts/entry-words";
import { bringIn, pageOps } from "#lib/alerts/help-commands";
import { loadSeats } from "#lib/alerts/paging/load-seats";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { findAlert, listEntries } from "#lib/alerts/queries";
import { viewerOf } from "#lib/documents/testing/viewers";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { endDrills } from "#lib/notifications/drills/end-drills";

testDatabase();

const noon = Temporal.Instant.from("2026-03-03T12:00:00Z");
const later = (minutes: number) => noon.add({ minutes });
const scenario = "The pool of connections is empty.\nPretend that the board shows 900 clients.";

/** A service on watch, who stands its watches, and a drill to which its whole delivery team is asked by its lead. */
async function scene() {
  const world = await given.serviceOnWatch();
  const { delivery, ops, service } = world;
  const seats = (await loadSeats([service.id], noon))(service.id);
  const personOf = (id: string | undefined, people: Person[]) => people.find((one) => one.id === id) as Person;
  const team = [delivery.lead, delivery.member, delivery.other];
  const onWatch = personOf(seats.delivery.person?.id, team);
  const opsOnWatch = personOf(seats.ops.person?.id, [ops.lead, ops.member, ops.other]);
  const others = team.filter(({ id }) => id !== onWatch.id);
  const planner = await viewerOf(delivery.lead);
  const plan = (...people: Person[]) =>
    planDrill(planner, { service: service.slug, scenario, people: people.map(({ email }) => email ?? "") }, noon);
  return { ...world, planner, plan, onWatch, opsOnWatch, others };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const agree = async (person: Person, drill: string) =>
  answerDrill(await viewerOf(person), { drill, answer: "agree" }, later(1));

/** A drill under way, of those who are given. */
async function underWay({ plan, planner }: Scene, ...people: Person[]) {
  const drill = await plan(...people);
  for (const person of people) if (person.id !== planner.personId) await agree(person, drill);
  return { drill, alert: await raiseDrill(planner, { drill }, later(5)) };
}

const pagedFor = async (alertId: string) =>
  (await db().select().from(pages).where(eq(pages.alertId, alertId))).map(({ personId }) => personId);
const toldOf = (drill: string) =>
  db()
    .select()
    .from(notifications)
    .where(sql`${notifications.key} like ${`drill ${drill}%`}`);
const stored = async (id: string) => (await db().select().from(alerts).where(eq(alerts.id, id)))[0];

describe("planning", () => {
  test("asks each one by a notice and on their own page; whoever plans it for themselves has agreed", async () => {
    const world = await scene();
    const [one] = world.others.filter(({ id }) => id !== world.delivery.lead.id);
    if (!one) throw new Error("The team has three people.");
    const drill = await world.plan(world.delivery.lead, one);
    expect((await toldOf(drill)).map(({ personId, kind }) => [personId, kind])).toEqual([[one.id, "notice"]]);
    expect(await listOwnDrills(await viewerOf(one))).toMatchObject([{ id: drill, state: "planned" }]);
    expect(await listOwnDrills(await viewerOf(world.ops.member))).toEqual([]);
    const answers = (await listDrills(world.planner, world.service.id))[0]?.people.map((each) => each.answer);
    expect(answers).toEqual(["agreed", null]);
  });

  test("is for members of the service's teams, of a service that is in the catalog, and asks people who are here", async () => {
    const world = await scene();
    const input = { service: world.service.slug, scenario, people: [world.onWatch.email ?? ""] };
    await expect(planDrill(await viewerOf(await given.stranger()), input, noon)).rejects.toThrow(Forbidden);
    const gone = await createPerson(db());
    await deactivatePerson(db(), gone, {}, noon);
    await expect(planDrill(world.planner, { ...input, people: [gone.email ?? ""] }, noon)).rejects.toThrow(Invalid);
  });
});

describe("raising", () => {
  test("pages those who agreed and nobody else, however long nobody answers", async () => {
    const world = await scene();
    const [silent] = world.others;
    const drill = await world.plan(world.onWatch, world.opsOnWatch, silent as Person);
    await agree(world.onWatch, drill);
    await answerDrill(await viewerOf(world.opsOnWatch), { drill, answer: "decline" }, later(1));
    const alert = await raiseDrill(world.planner, { drill }, later(5));
    expect(await stored(alert)).toMatchObject({
      ...{ isDrill: true, gateReason: "drill", origin: `service-drill:${drill}`, rule: "Drill", nextStepAt: null },
      ...{
        summary: "Drill: The pool of connections is empty.",
        serviceId: world.service.id,
        deliveryPagedAt: later(5),
      },
    });
    await takeSteps(later(59));
    const expected = [...new Set([world.onWatch.id, ...(silent?.id === world.planner.personId ? [silent.id] : [])])];
    expect((await pagedFor(alert)).toSorted()).toEqual(expected.toSorted());
    const messages = await db().select().from(notifications).where(eq(notifications.alertId, alert));
    expect([...new Set(messages.map(({ personId }) => personId))].toSorted()).toEqual(expected.toSorted());
  });

  test("twice at once raises once", async () => {
    const world = await scene();
    const drill = await world.plan(world.onWatch);
    await agree(world.onWatch, drill).catch(() => undefined);
    const [one, other] = await Promise.all([
      raiseDrill(world.planner, { drill }, later(5)),
      raiseDrill(await viewerOf(world.delivery.member), { drill }, later(5)),
    ]);
    expect(other).toBe(one);
    expect(await db().$count(alerts, eq(alerts.serviceId, world.service.id))).toBe(1);
    expect(
      await db().$count(events, and(eq(events.kind, "drill.raised"), sql`${events.about} @> array[${drill}::uuid]`)),
    ).toBe(1);
  });

  test("waits until somebody agreed, and until the service has no open alert in earnest", async () => {
    const world = await scene();
    const [asked] = world.others.filter(({ id }) => id !== world.planner.personId);
    const drill = await world.plan(asked as Person);
    await expect(raiseDrill(world.planner, { drill }, later(5))).rejects.toThrow("Nobody has agreed yet");
    await agree(asked as Person, drill);
    await createAlert(db(), { service: world.service }, later(2));
    await expect(raiseDrill(world.planner, { drill }, later(5))).rejects.toThrow("open alert in earnest");
  });

  test("is for members of the service's teams", async () => {
    const world = await scene();
    const drill = await world.plan(world.delivery.lead);
    const stranger = await viewerOf(await given.stranger());
    await expect(raiseDrill(stranger, { drill }, later(5))).rejects.toThrow(Forbidden);
    await expect(raiseDrill(world.planner, { drill: crypto.randomUUID() }, later(5))).rejects.toThrow(NotFound);
  });
});

describe("while it is under way", () => {
  test("nobody who did not agree can be called: ops, a colleague, or somebody to hand it to", async () => {
    const world = await scene();
    const { alert } = await underWay(world, world.onWatch);
    const player = await viewerOf(world.onWatch);
    expect(await pageOps(player, { alert }, later(6))).toEqual({ people: [] });
    const friend = (await createPerson(db())).email ?? "";
    await expect(bringIn(player, { alert, person: friend }, later(6))).rejects.toThrow(Invalid);
    await expect(handOver(player, { alert, to: friend }, later(6))).rejects.toThrow("did not agree");
    expect(await pagedFor(alert)).toEqual([world.onWatch.id]);
    const line = (await listEntries(player, alert)).find(({ kind }) => kind === "ops-paged");
    expect(line && JSON.stringify(entryWords(line))).toContain("nobody was woken: this is a drill");
    expect(await stored(alert)).toMatchObject({ opsPagedAt: null });
  });

  test("page ops now rings those of ops who agreed", async () => {
    const world = await scene();
    const { alert } = await underWay(world, world.onWatch, world.opsOnWatch);
    const { people } = await pageOps(await viewerOf(world.onWatch), { alert }, later(7));
    expect(people.map(({ slug }) => slug)).toEqual([world.opsOnWatch.email]);
  });

  test("whoever answers first stops nobody else's page, and each answer is measured", async () => {
    const world = await scene();
    const { drill, alert } = await underWay(world, world.onWatch, world.opsOnWatch);
    await acknowledgeAlert(await viewerOf(world.onWatch), { alert }, later(8));
    const rest = await db()
      .select()
      .from(notifications)
      .where(and(eq(notifications.alertId, alert), eq(notifications.personId, world.opsOnWatch.id)));
    expect(rest.map(({ status }) => status)).not.toContain("dropped");
    await acknowledgeAlert(await viewerOf(world.opsOnWatch), { alert }, later(11));
    await endDrill(world.planner, { drill }, later(20));
    const found = await findDrill(world.planner, world.service.id, drill);
    expect(found?.drill).toMatchObject({
      state: "over",
      alert: { status: "resolved", resolvedBy: world.planner.name },
    });
    const measures = found && drillMeasures(found.drill);
    expect(measures).toMatchObject({ paged: 2, answered: 2 });
    const ends = [measures?.firstAnswer, measures?.engaged, measures?.ended].map((one) => Date.parse(one?.to ?? ""));
    expect(ends).toEqual([later(8), later(8), later(20)].map((instant) => instant.epochMilliseconds));
  });

  test("it counts in no measure of alerts in earnest", async () => {
    const world = await scene();
    const { drill, alert } = await underWay(world, world.onWatch);
    await acknowledgeAlert(await viewerOf(world.onWatch), { alert }, later(8));
    await endDrill(world.planner, { drill }, later(20));
    const before = JSON.stringify(await listEngagement(world.planner, world.service.id, later(30)));
    const bare = await scene();
    expect(before).toBe(JSON.stringify(await listEngagement(bare.planner, bare.service.id, later(30))));
    expect(await findAlert(world.planner, alert)).toMatchObject({ isDrill: true, gate: { reason: "drill" } });
  });

  test("what nobody ends is over after an hour, and not before", async () => {
    const world = await scene();
    const { drill, alert } = await underWay(world, world.onWatch);
    await endDrills(later(64));
    expect(await stored(alert)).toMatchObject({ status: "triggered" });
    await endDrills(later(65));
    expect(await stored(alert)).toMatchObject({ status: "resolved", resolvedAt: later(65) });
    const found = await findDrill(world.planner, world.service.id, drill);
    expect(found?.drill).toMatchObject({ state: "over", alert: { resolvedBy: null } });
  });
});

test("an answer can be changed until it is raised, and only by whoever was asked", async () => {
  const world = await scene();
  const drill = await world.plan(world.onWatch, world.delivery.lead);
  await answerDrill(await viewerOf(world.onWatch), { drill, answer: "decline" }, later(1));
  await agree(world.onWatch, drill);
  const stranger = await viewerOf(await given.stranger());
  await expect(answerDrill(stranger, { drill, answer: "agree" }, later(1))).rejects.toThrow(Forbidden);
  await raiseDrill(world.planner, { drill }, later(5));
  const own = { drill, answer: "decline" } as const;
  await expect(answerDrill(await viewerOf(world.onWatch), own, later(6))).rejects.toThrow(Conflict);
});

test("calling it off tells those who agreed, takes back what was not told yet, and nothing can be raised after it", async () => {
  const world = await scene();
  const [silent] = world.others.filter(({ id }) => id !== world.planner.personId);
  const drill = await world.plan(world.onWatch, silent as Person);
  const isPlanner = world.onWatch.id === world.planner.personId;
  if (!isPlanner) await agree(world.onWatch, drill);
  await db()
    .update(notifications)
    .set({ status: "waiting", sentAt: null, nextTryAt: later(1) })
    .where(eq(notifications.key, `drill ${drill} asked`));
  await callOffDrill(world.planner, { drill }, later(3));
  await callOffDrill(world.planner, { drill }, later(4));
  const told = await toldOf(drill);
  expect(told.filter(({ key }) => key?.endsWith("asked")).every(({ status }) => status === "dropped")).toBe(true);
  expect(told.filter(({ key }) => key?.endsWith("called off")).map(({ personId }) => personId)).toEqual(
    isPlanner ? [] : [world.onWatch.id],
  );
  await expect(raiseDrill(world.planner, { drill }, later(5))).rejects.toThrow("called off");
});

test("what it showed is kept by its team and its players, and nobody writes over what they have not seen", async () => {
  const world = await scene();
  const drill = await world.plan(world.onWatch, world.opsOnWatch);
  if (world.onWatch.id !== world.planner.personId) await agree(world.onWatch, drill);
  const player = await viewerOf(world.onWatch);
  const words = { drill, learnt: "The link led to the old board.", seen: null };
  await expect(learnFromDrill(player, words, later(2))).rejects.toThrow(Conflict);
  await raiseDrill(world.planner, { drill }, later(5));
  await learnFromDrill(player, words, later(30));
  await expect(learnFromDrill(world.planner, { ...words, learnt: "Mine." }, later(31))).rejects.toThrow(Conflict);
  await learnFromDrill(world.planner, { ...words, learnt: "Both.", seen: words.learnt }, later(32));
  expect((await findDrill(player, world.service.id, drill))?.drill.learnt).toBe("Both.");
  const stranger = await viewerOf(await given.stranger());
  await expect(learnFromDrill(stranger, { ...words, seen: "Both." }, later(33))).rejects.toThrow(Forbidden);
});

test("its timeline says from the first line that it is a drill", async () => {
  const world = await scene();
  const { alert } = await underWay(world, world.onWatch);
  const lines = await db().select().from(alertEntries).where(eq(alertEntries.alertId, alert)).orderBy(alertEntries.id);
  expect(lines.map(({ kind }) => kind)).toEqual(["opened", "gated", "paged"]);
  expect(lines[0]?.detail).toMatchObject({ summary: "Drill: The pool of connections is empty." });
  expect(await db().$count(drillPeople)).toBeGreaterThan(0);
});
