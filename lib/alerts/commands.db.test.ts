import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { alertEntries, alertReviews, alerts, installation, notifications, pages, people } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createAlert, createPerson, createService, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { acknowledgeAlert, handOver, noteAlert, reopenAlert, resolveAlert, reviewAlert } from "#lib/alerts/commands";
import { bringIn, pageOps } from "#lib/alerts/help-commands";
import { takeSteps } from "#lib/alerts/paging/take-steps";
import { findAlert } from "#lib/alerts/queries";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { viewerOf } from "#lib/documents/testing/viewers";
import { Conflict, Forbidden, Invalid } from "#lib/errors";

testDatabase();

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const later = (minutes: number) => night.add({ minutes });
const program = serviceViewer("A program", "write");

/** An alert of a service on watch about which its delivery watch has just been asked. */
async function scene() {
  const world = await given.serviceOnWatch();
  const alert = await createAlert(db(), { service: world.service }, night);
  await takeSteps(night);
  const [page] = await db().select().from(pages).where(eq(pages.alertId, alert.id));
  const everybody = [world.delivery.lead, world.delivery.member, world.delivery.other];
  const woken = everybody.find(({ id }) => id === page?.personId) as Person;
  const asleep = everybody.find(({ id }) => id !== page?.personId && id !== world.delivery.lead.id) as Person;
  return { ...world, alert: alert.id, woken, asleep };
}

async function stateOf(id: string) {
  const [alert] = await db().select().from(alerts).where(eq(alerts.id, id));
  if (!alert) throw new Error("The alert is not there.");
  return alert;
}

async function linesOf(id: string) {
  const rows = await db().select().from(alertEntries).where(eq(alertEntries.alertId, id)).orderBy(alertEntries.id);
  return rows.filter(({ kind }) => !["opened", "gated", "paged", "joined"].includes(kind));
}

const kindsOf = async (id: string) => (await linesOf(id)).map(({ kind }) => kind);

async function pagesOf(id: string, seat: "ops" | "handed-to" | "brought-in") {
  const rows = await db()
    .select({ name: people.name, word: pages.word, answeredAt: pages.answeredAt })
    .from(pages)
    .innerJoin(people, eq(people.id, pages.personId))
    .where(and(eq(pages.alertId, id), eq(pages.seat, seat)))
    .orderBy(pages.at, people.name);
  return rows;
}

/** The states in which an alert can be while it is open. */
const states: Record<string, (world: Awaited<ReturnType<typeof scene>>) => Promise<unknown>> = {
  new: async () => undefined,
  acknowledged: async ({ alert, woken }) => acknowledgeAlert(await viewerOf(woken), { alert }, later(1)),
  "mid-timer": () => takeSteps(later(6)),
  "in maintenance": ({ alert }) =>
    db()
      .update(alerts)
      .set({ gate: "hold", gateReason: "maintenance", nextStepAt: later(90), releasesAt: later(90) })
      .where(eq(alerts.id, alert)),
  held: ({ alert }) =>
    db()
      .update(alerts)
      .set({ gate: "hold", gateReason: "low-severity", nextStepAt: later(360), releasesAt: later(360) })
      .where(eq(alerts.id, alert)),
  joined: async ({ alert, service }) => {
    const leader = await createAlert(db(), { service }, night);
    await db().update(alerts).set({ leaderId: leader.id, nextStepAt: null }).where(eq(alerts.id, alert));
  },
  "handed over": async ({ alert, woken, asleep }) =>
    handOver(await viewerOf(woken), { alert, to: asleep.email as string }, later(1)),
};

describe.each(Object.keys(states))("an alert that is %s", (state) => {
  const inState = async () => {
    const world = await scene();
    await states[state]?.(world);
    return world;
  };

  test("has ops paged at once, and its timers stay as they are", async () => {
    const { alert, ops } = await inState();
    const before = await stateOf(alert);
    const { people: called } = await pageOps(program, { alert, suspicion: "The cache" }, later(7));
    expect(called).toHaveLength(1);
    expect([ops.lead.name, ops.member.name, ops.other.name]).toContain(called[0]?.name);
    expect(await pagesOf(alert, "ops")).toEqual([{ name: called[0]?.name, word: "The cache", answeredAt: null }]);
    expect(await stateOf(alert)).toEqual({ ...before, opsPagedAt: later(7) });
    const [message] = await db()
      .select()
      .from(notifications)
      .where(and(eq(notifications.alertId, alert), eq(notifications.createdAt, later(7))));
    expect(message).toMatchObject({ kind: "page", alertId: alert, dueAt: later(7) });
  });

  test("can be acknowledged, noted and handed over, and is somebody's at every moment", async () => {
    const { alert, delivery, asleep } = await inState();
    const [lead, next] = [await viewerOf(delivery.lead), await viewerOf(asleep)];
    await acknowledgeAlert(lead, { alert }, later(10));
    expect(await stateOf(alert)).toMatchObject({ status: "acknowledged", holderId: delivery.lead.id });
    await noteAlert(lead, { alert, words: "Looking." }, later(11));
    await handOver(lead, { alert, to: asleep.email as string, note: "It is the cache." }, later(12));
    expect(await stateOf(alert)).toMatchObject({ holderId: delivery.lead.id, handedToId: asleep.id });
    await acknowledgeAlert(next, { alert }, later(13));
    expect(await stateOf(alert)).toMatchObject({ holderId: asleep.id, handedToId: null });
    expect((await kindsOf(alert)).slice(-4)).toEqual(["acknowledged", "noted", "handed-over", "acknowledged"]);
  });

  test("can be resolved, with what it was, and then waits for nothing", async () => {
    const { alert, delivery } = await inState();
    await resolveAlert(await viewerOf(delivery.lead), { alert, cause: "A full disk", remedy: "More disk" }, later(20));
    expect(await stateOf(alert)).toMatchObject({ status: "resolved", nextStepAt: null, cause: "A full disk" });
    const waiting = await db().select().from(notifications).where(eq(notifications.alertId, alert));
    expect(waiting.filter(({ nextTryAt }) => nextTryAt !== null)).toEqual([]);
    await takeSteps(later(200));
    expect((await stateOf(alert)).nextStepAt).toBeNull();
  });
});

test("a resolved alert can neither be acknowledged nor page ops, until it is opened again", async () => {
  const { alert, woken } = await scene();
  const viewer = await viewerOf(woken);
  await resolveAlert(viewer, { alert }, later(5));
  await expect(acknowledgeAlert(viewer, { alert }, later(6))).rejects.toThrow(Conflict);
  await expect(pageOps(viewer, { alert }, later(6))).rejects.toThrow(Conflict);
  await expect(bringIn(viewer, { alert, person: woken.email as string }, later(6))).rejects.toThrow(Conflict);
  await reopenAlert(viewer, { alert, word: "It came back" }, later(7));
  expect(await stateOf(alert)).toMatchObject({
    status: "acknowledged",
    holderId: woken.id,
    resolvedAt: null,
    nextStepAt: later(37),
  });
  expect((await pageOps(viewer, { alert }, later(8))).people).toHaveLength(1);
});

test("an alert that came up anew since is not opened twice", async () => {
  const { alert, woken, service } = await scene();
  const viewer = await viewerOf(woken);
  await resolveAlert(viewer, { alert }, later(5));
  const { origin, dedupKey } = await stateOf(alert);
  await createAlert(db(), { service, origin, dedupKey }, later(6));
  await expect(reopenAlert(viewer, { alert }, later(7))).rejects.toThrow(/come up again/);
});

test("the same tap twice pages ops once, and another one later pages again", async () => {
  const { alert } = await scene();
  const tap = { alert, idempotencyKey: crypto.randomUUID() };
  const [first, second] = await Promise.all([pageOps(program, tap, later(1)), pageOps(program, tap, later(1))]);
  expect(second).toEqual(first);
  expect(await pagesOf(alert, "ops")).toHaveLength(1);
  await pageOps(program, { alert, idempotencyKey: crypto.randomUUID() }, later(2));
  expect(await pagesOf(alert, "ops")).toHaveLength(2);
  expect(await kindsOf(alert)).toEqual(["ops-paged", "ops-paged"]);
});

test("two people who page ops at once ring once, and both of their suspicions are told", async () => {
  const { alert, woken, asleep } = await scene();
  const tap = async (person: Person, suspicion: string) =>
    pageOps(await viewerOf(person), { alert, suspicion, idempotencyKey: crypto.randomUUID() }, later(1));
  const [first, second] = await Promise.all([tap(woken, "the cache"), tap(asleep, "the release")]);
  expect(second.people).toEqual(first.people);
  expect(await pagesOf(alert, "ops")).toHaveLength(1);
  const told = (await linesOf(alert)).map(({ detail }) => detail.suspicion);
  expect(told.toSorted()).toEqual(["the cache", "the release"]);
});

test("a call for help that rang nobody anew is told once, however often the same tap is sent", async () => {
  const { alert, woken, asleep } = await scene();
  const tap = { alert, suspicion: "the release", idempotencyKey: crypto.randomUUID() };
  await pageOps(await viewerOf(woken), { alert, idempotencyKey: crypto.randomUUID() }, later(1));
  const first = await pageOps(await viewerOf(asleep), tap, later(1));
  // Sent again once the phone would ring anew.
  expect(await pageOps(await viewerOf(asleep), tap, later(9))).toEqual(first);
  expect(await kindsOf(alert)).toEqual(["ops-paged", "ops-paged"]);
  expect(await pagesOf(alert, "ops")).toHaveLength(1);
});

test("a hand-over that is sent twice is made once", async () => {
  const { alert, woken, asleep } = await scene();
  const tap = { alert, to: asleep.email as string, idempotencyKey: crypto.randomUUID() };
  await handOver(await viewerOf(woken), tap, later(1));
  await acknowledgeAlert(await viewerOf(asleep), { alert }, later(2));
  await handOver(await viewerOf(woken), tap, later(3));
  expect(await kindsOf(alert)).toEqual(["acknowledged", "handed-over", "acknowledged"]);
  expect(await pagesOf(alert, "handed-to")).toHaveLength(1);
});

test("with nobody on an ops watch, the fallback ops team is paged, and without one the service's own", async () => {
  const { alert, ops } = await scene();
  for (const person of [ops.lead, ops.other]) await deactivatePerson(db(), person, {}, night);
  await deactivatePerson(db(), ops.member, {}, night);
  expect(await pageOps(program, { alert }, later(1))).toEqual({ people: [] });
  const fallback = await given.opsTeam();
  await db().update(installation).set({ fallbackOpsTeamId: fallback.team.id });
  const { people: called } = await pageOps(program, { alert }, later(2));
  expect(called.map(({ name }) => name).toSorted()).toEqual([fallback.lead.name, fallback.member.name].toSorted());
  await db().update(installation).set({ fallbackOpsTeamId: null });

  const own = await given.ownedService();
  const bare = await createAlert(db(), { service: own.service }, night);
  const { people: team } = await pageOps(program, { alert: bare.id }, later(3));
  expect(team.map(({ name }) => name).toSorted()).toEqual([own.ops.lead.name, own.ops.member.name].toSorted());
});

test("whoever is brought in answers without taking the alert away, and takes it with a second tap", async () => {
  const { alert, woken, service, ops } = await scene();
  await acknowledgeAlert(await viewerOf(woken), { alert }, later(1));
  const { people: called } = await pageOps(program, { alert }, later(2));
  const helper = [ops.lead, ops.member, ops.other].find(({ email }) => email === called[0]?.slug) as Person;
  const viewer = await viewerOf(helper);
  expect((await findAlert(viewer, alert))?.permissions).toMatchObject({
    canAcknowledge: true,
    joinsByAcknowledging: true,
  });
  await acknowledgeAlert(viewer, { alert }, later(3));
  expect(await stateOf(alert)).toMatchObject({ holderId: woken.id });
  expect(await pagesOf(alert, "ops")).toMatchObject([{ answeredAt: later(3) }]);
  expect((await findAlert(viewer, alert))?.permissions.joinsByAcknowledging).toBe(false);
  await acknowledgeAlert(viewer, { alert }, later(4));
  expect(await stateOf(alert)).toMatchObject({ holderId: helper.id });
  expect(service.id).toBe((await stateOf(alert)).serviceId);
});

test("bringing in a team asks whoever stands its watch, or its leads; a person just that person", async () => {
  const { alert, woken } = await scene();
  const viewer = await viewerOf(woken);
  const [watch, lone, friend] = [await given.rotation(), await given.team(), await createPerson(db())];
  const { people: onWatch } = await bringIn(viewer, { alert, team: watch.team.slug, word: "Your queue" }, later(1));
  expect([watch.lead.name, watch.member.name, watch.other.name]).toContain(onWatch[0]?.name);
  expect(await bringIn(viewer, { alert, team: lone.team.slug }, later(2))).toEqual({
    people: [{ slug: lone.lead.email, name: lone.lead.name }],
  });
  const tap = { alert, person: friend.email as string, idempotencyKey: crypto.randomUUID() };
  await bringIn(viewer, tap, later(3));
  await bringIn(viewer, tap, later(3));
  expect((await pagesOf(alert, "brought-in")).map(({ name }) => name)).toEqual([
    onWatch[0]?.name,
    lone.lead.name,
    friend.name,
  ]);
  await acknowledgeAlert(await viewerOf(friend), { alert }, later(4));
});

test("handing over leaves no hole: unanswered, it is the giver's again, who is asked", async () => {
  const { alert, woken, asleep } = await scene();
  const viewer = await viewerOf(woken);
  await handOver(viewer, { alert, to: asleep.email as string }, later(1));
  await takeSteps(later(10));
  expect(await stateOf(alert)).toMatchObject({ holderId: woken.id, handedToId: asleep.id });
  await takeSteps(later(11));
  expect(await stateOf(alert)).toMatchObject({ status: "acknowledged", holderId: woken.id, handedToId: null });
  expect((await kindsOf(alert)).slice(-2)).toEqual(["hand-over-unanswered", "asked-again"]);
  await expect(handOver(viewer, { alert, to: woken.email as string }, later(12))).rejects.toThrow(Invalid);
});

test("acknowledging the leader of a storm acknowledges what stands behind it, resolving it gives that another leader", async () => {
  const { alert, woken, service } = await scene();
  const joined: string[] = [];
  for (const minutes of [1, 2, 3]) {
    const facts = { service, leaderId: alert, nextStepAt: null };
    joined.push((await createAlert(db(), facts, later(minutes))).id);
  }
  const viewer = await viewerOf(woken);
  const [eldest = "", ...others] = joined;
  await resolveAlert(viewer, { alert: others.pop() as string }, later(4));
  await acknowledgeAlert(viewer, { alert }, later(5));
  expect(await stateOf(eldest)).toMatchObject({ status: "acknowledged", holderId: woken.id, nextStepAt: null });
  await resolveAlert(viewer, { alert }, later(6));
  expect(await stateOf(eldest)).toMatchObject({ leaderId: null, status: "acknowledged", nextStepAt: later(36) });
  expect(await stateOf(others[0] as string)).toMatchObject({ leaderId: eldest });
});

test("the eldest of a storm that nobody has yet pages by itself when its leader is over", async () => {
  const { alert, woken, service } = await scene();
  const member = await createAlert(db(), { service, leaderId: alert, nextStepAt: null }, later(1));
  await resolveAlert(await viewerOf(woken), { alert }, later(20));
  await takeSteps(later(20));
  const asked = await db().select().from(pages).where(eq(pages.alertId, member.id));
  expect(asked).toMatchObject([{ personId: woken.id, seat: "delivery", at: later(20) }]);
});

test("time to engage lies between the first page to the delivery side and its first acknowledgement", async () => {
  const { alert, woken, ops } = await scene();
  await pageOps(program, { alert }, later(1));
  await acknowledgeAlert(await viewerOf(ops.lead), { alert }, later(2));
  expect(await stateOf(alert)).toMatchObject({ deliveryPagedAt: night, deliveryEngagedAt: null, opsPagedAt: later(1) });
  await acknowledgeAlert(await viewerOf(woken), { alert }, later(4));
  await acknowledgeAlert(await viewerOf(woken), { alert }, later(9));
  expect(await stateOf(alert)).toMatchObject({ deliveryEngagedAt: later(4) });
});

test("two who resolve at once lose neither's word, and two who acknowledge at once both stand in the timeline", async () => {
  const { alert, woken, delivery } = await scene();
  const [one, other] = [await viewerOf(woken), await viewerOf(delivery.lead)];
  const two = woken.id === delivery.lead.id ? await viewerOf(delivery.member) : other;
  await Promise.all([acknowledgeAlert(one, { alert }, later(1)), acknowledgeAlert(two, { alert }, later(1))]);
  expect(await kindsOf(alert)).toEqual(["acknowledged", "acknowledged"]);
  await Promise.all([
    resolveAlert(one, { alert, cause: "A full disk" }, later(2)),
    resolveAlert(two, { alert, remedy: "More disk" }, later(2)),
  ]);
  expect(await stateOf(alert)).toMatchObject({ status: "resolved", cause: "A full disk", remedy: "More disk" });
});

test("strangers page ops and bring somebody in, and handle nothing", async () => {
  const { alert } = await scene();
  const [person, friend] = [await given.stranger(), await createPerson(db())];
  const stranger = await viewerOf(person);
  await expect(acknowledgeAlert(stranger, { alert }, later(1))).rejects.toThrow(Forbidden);
  await expect(resolveAlert(stranger, { alert }, later(1))).rejects.toThrow(Forbidden);
  await pageOps(stranger, { alert }, later(1));
  await bringIn(stranger, { alert, person: friend.email as string }, later(1));
  expect((await findAlert(stranger, alert))?.permissions).toMatchObject({
    canAcknowledge: false,
    canPageOps: true,
    canBringIn: true,
  });
  await expect(acknowledgeAlert(program, { alert }, later(1))).rejects.toThrow(Forbidden);
});

test("a look back is kept once a person, and can be added to", async () => {
  const { alert, woken } = await scene();
  const viewer = await viewerOf(woken);
  await expect(reviewAlert(viewer, { alert, wasActionable: true }, later(1))).rejects.toThrow(Conflict);
  await resolveAlert(viewer, { alert }, later(2));
  await reviewAlert(viewer, { alert, wasCustomerFacing: true, wasActionable: false }, later(600));
  await reviewAlert(viewer, { alert, missing: "Whom to call" }, later(601));
  const kept = await db().select().from(alertReviews).where(eq(alertReviews.alertId, alert));
  expect(kept).toMatchObject([{ wasCustomerFacing: true, wasActionable: false, missing: "Whom to call" }]);
  expect((await kindsOf(alert)).filter((kind) => kind === "reviewed")).toHaveLength(1);
});

test("an alert of a service that nobody owns can be paged and resolved by an administrator", async () => {
  const bare = await createAlert(db(), { service: await createService(db()) }, night);
  const administrator = await viewerOf(await given.administrator());
  await acknowledgeAlert(administrator, { alert: bare.id }, later(1));
  await resolveAlert(administrator, { alert: bare.id }, later(2));
  expect((await stateOf(bare.id)).resolvedById).toBe(administrator.personId);
});

test("a test of one's pager is asked about once: acknowledged and forgotten, it wakes nobody else", async () => {
  const { alert, woken } = await scene();
  const facts = { pagesFrom: null, nextStepAt: null, isDrill: true, gateReason: "drill" as const };
  await db().update(alerts).set(facts).where(eq(alerts.id, alert));
  await acknowledgeAlert(await viewerOf(woken), { alert }, later(1));
  expect(await stateOf(alert)).toMatchObject({ status: "acknowledged", nextStepAt: null });
});
