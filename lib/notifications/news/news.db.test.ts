import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "#db/client";
import { notifications } from "#db/schema";
import { createDocument, createOverride, createPerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { digestDue } from "#lib/notifications/news/digest-due";
import { remindDue } from "#lib/notifications/news/remind-due";
import { tellPeople } from "#lib/notifications/news/tell-people";
import { setNotificationSettings } from "#lib/notifications/settings/commands";
import { createMethod } from "#lib/notifications/testing/scene";
import { askForCover, claimCover, withdrawCover } from "#lib/rotations/standing-in/cover-commands";

testDatabase();

/** A Monday on which every rotation of these tests hands over, at 09:00 in Lisbon. */
const handoff = Temporal.Instant.from("2025-03-03T09:00:00Z");
const ahead = (minutes: number) => handoff.subtract({ minutes });

afterEach(() => db().delete(notifications).where(eq(notifications.methodKind, notifications.methodKind)));

const toldTo = (personId: string) => db().select().from(notifications).where(eq(notifications.personId, personId));
const toldAll = () => db().select().from(notifications);
async function viewerOf({ id }: { id: string }) {
  const today = Temporal.Instant.from("2027-01-04T09:00:00Z");
  const viewer = await findPersonViewer(id, today, today);
  if (!viewer) throw new Error("This person may not sign in.");
  return viewer;
}

describe("whoever takes a watch over", () => {
  test("is reminded once, an hour before, in their own time", async () => {
    const { rotation, member, lead, other } = await given.rotation();
    await remindDue(ahead(61));
    expect(await toldAll()).toEqual([]);
    await remindDue(ahead(60));
    await remindDue(ahead(60));
    await remindDue(ahead(30));
    await remindDue(handoff);
    const told = await toldAll();
    expect(told).toHaveLength(1);
    expect([member.id, lead.id, other.id]).toContain(told[0]?.personId);
    expect(told[0]?.message).toMatchObject({
      subject: `Your watch begins 09:00 on Mon 3 Mar (Lisbon): ${rotation.name}`,
      path: `/rotations/${rotation.slug}`,
    });
  });

  test("is reminded as long before as they chose, or not at all", async () => {
    const { rotation } = await given.rotation();
    const [early, never] = [await createPerson(db()), await createPerson(db())];
    await setNotificationSettings(await viewerOf(early), {
      reminderMinutes: 1440,
      sendsDigest: true,
      sendsCoverage: true,
    });
    await setNotificationSettings(await viewerOf(never), {
      reminderMinutes: null,
      sendsDigest: true,
      sendsCoverage: true,
    });
    const from = handoff.add({ hours: 48 });
    await createOverride(db(), rotation, { person: early, from, to: from.add({ hours: 4 }) }, handoff);
    await createOverride(
      db(),
      rotation,
      { person: never, from: from.add({ hours: 4 }), to: from.add({ hours: 8 }) },
      handoff,
    );
    await remindDue(from.subtract({ hours: 25 }));
    expect(await toldTo(early.id)).toEqual([]);
    await remindDue(from.subtract({ hours: 24 }));
    expect(await toldTo(early.id)).toHaveLength(1);
    await remindDue(from.add({ hours: 3, minutes: 30 }));
    expect(await toldTo(never.id)).toEqual([]);
  });

  test("is not reminded of what they hold already", async () => {
    const { rotation } = await given.rotation();
    const holder = await createPerson(db());
    const from = handoff.add({ hours: 24 });
    await createOverride(db(), rotation, { person: holder, from, to: from.add({ hours: 2 }) }, handoff);
    await createOverride(
      db(),
      rotation,
      { person: holder, from: from.add({ hours: 2 }), to: from.add({ hours: 4 }) },
      handoff,
    );
    await remindDue(from.add({ hours: 1, minutes: 30 }));
    expect(await toldTo(holder.id)).toEqual([]);
  });
});

test("news go over the first way that wakes nobody, and are told once whatever comes of that way", async () => {
  const person = await createPerson(db());
  await createMethod(person, { kind: "voice" });
  const push = await createMethod(person, { kind: "ntfy", target: { server: "https://ntfy.example", topic: "t" } });
  const news = { personId: person.id, kind: "digest" as const, key: "once" };
  const message = () => ({ subject: "Once", lines: [], path: "/" });
  const tell = () => inTransaction((tx) => tellPeople(tx, [{ ...news, message }], handoff));
  expect([await tell(), await tell()]).toEqual([1, 0]);
  expect(await toldTo(person.id)).toMatchObject([{ methodId: push.id, methodKind: "ntfy", status: "waiting" }]);
});

describe("a request for cover", () => {
  async function asked() {
    const { rotation, lead, member, other } = await given.rotation();
    const people = [lead, member, other];
    const span = { from: handoff.add({ hours: 1 }), to: handoff.add({ hours: 5 }) };
    for (const asker of people) {
      const request = await askForCover(
        await viewerOf(asker),
        { rotation: rotation.slug, ...span, reason: "a secret" },
        handoff,
      ).catch(() => undefined);
      if (request) return { request, asker, others: people.filter(({ id }) => id !== asker.id) };
    }
    throw new Error("Nobody is on watch.");
  }

  test("is told to the rest of the team, without its reason", async () => {
    const { asker, others } = await asked();
    const told = await toldAll();
    expect(told.map(({ personId }) => personId).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect(told[0]?.message?.subject).toContain(`${asker.name} asks for cover`);
    expect(JSON.stringify(told)).not.toContain("a secret");
  });

  test("that is claimed is told to whoever asked, and what waits for the others is dropped", async () => {
    const { request, asker, others } = await asked();
    const [taker, rest] = others;
    if (!taker || !rest) throw new Error("There are two others.");
    await db()
      .update(notifications)
      .set({ status: "waiting", sentAt: null, nextTryAt: handoff })
      .where(eq(notifications.personId, rest.id));
    await claimCover(await viewerOf(taker), { request }, handoff);
    expect((await toldTo(asker.id))[0]?.message?.subject).toContain(`${taker.name} covers for you`);
    expect(await toldTo(rest.id)).toMatchObject([{ status: "dropped" }]);
  });

  test("that is withdrawn before its messages went out tells nobody", async () => {
    const { request, asker, others } = await asked();
    await db().update(notifications).set({ status: "waiting", sentAt: null, nextTryAt: handoff });
    await withdrawCover(await viewerOf(asker), { request }, handoff);
    for (const { id } of others) expect(await toldTo(id)).toMatchObject([{ status: "dropped" }]);
  });
});

describe("the weekly digest", () => {
  const mondayMorning = Temporal.Instant.from("2027-03-01T08:30:00Z");

  test("names the documents that wait for a review, on Monday morning, once", async () => {
    const { service, delivery } = await given.ownedService();
    await createDocument(db(), { service, title: "Drain the pool" }, handoff);
    await digestDue(mondayMorning.subtract({ hours: 24 }));
    expect(await toldTo(delivery.member.id)).toEqual([]);
    await digestDue(mondayMorning);
    await digestDue(mondayMorning.add({ minutes: 1 }));
    const told = await toldTo(delivery.member.id);
    expect(told).toHaveLength(1);
    expect(told[0]?.message?.lines.join("\n")).toContain("Drain the pool");
  });

  test("is not sent to those who turned it off, nor where nothing waits", async () => {
    const { service, delivery } = await given.ownedService();
    const idle = await given.ownedService();
    await createDocument(db(), { service }, handoff);
    await setNotificationSettings(await viewerOf(delivery.member), {
      reminderMinutes: 60,
      sendsDigest: false,
      sendsCoverage: true,
    });
    await digestDue(mondayMorning.add({ hours: 24 * 7 }));
    expect(await toldTo(delivery.member.id)).toEqual([]);
    expect(await toldTo(idle.delivery.member.id)).toEqual([]);
    expect(await toldTo(delivery.lead.id)).toHaveLength(1);
  });
});
