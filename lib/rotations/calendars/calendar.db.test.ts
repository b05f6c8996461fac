import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db, rowsOf } from "#db/client";
import { calendarFeeds } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createOverride, createPerson, createRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import { deactivatePerson, reactivatePerson } from "#lib/people/standing-commands";
import { closeCalendar, openCalendar } from "#lib/rotations/calendars/calendar-commands";
import { findCalendar, listCalendars } from "#lib/rotations/calendars/calendar-queries";
import { secretOf } from "#lib/rotations/calendars/calendar-secret";
import { calendarText } from "#lib/rotations/calendars/calendar-text";
import { changeLayers } from "#lib/rotations/commands";
import { takeOver } from "#lib/rotations/standing-in/override-commands";
import { addressOf, after, day, monday, viewerOf, week } from "#lib/rotations/testing/life";
import { type ReadEvent, readCalendar } from "#lib/rotations/testing/read-calendar";

const afterwards = vi.hoisted(() => [] as Promise<void>[]);
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => afterwards.push(work()) }));

testDatabase();

const root = systemViewer("Setting the scene");
const open = async (person: Person, rotation?: string) =>
  secretOf((await openCalendar(await viewerOf(person), { rotation }, monday)).slice("/calendars/".length)) ?? "";

async function read(secret: string, at = monday) {
  const calendar = await findCalendar(secret, at);
  await Promise.all(afterwards);
  return calendar && readCalendar(calendarText(calendar, "https://watch.example"));
}
const eventsOf = async (secret: string, at = monday) => (await read(secret, at))?.events ?? [];
const uids = (events: readonly ReadEvent[]) => events.map(({ uid }) => uid);
const starting = (events: readonly ReadEvent[], hours: number) => events.find(({ from }) => from.equals(after(hours)));

test("a person's calendar tells their own watches over all rotations, a rotation's calendar everybody's", async () => {
  const { rotation, lead, member, team } = await given.rotation({ name: "Checkout, primary" });
  const second = await createRotation(db(), { name: "Nights", layers: [{ participants: [member] }] });
  await createOverride(db(), second, { person: lead, from: after(day), to: after(2 * day), reason: "A wedding" });

  const own = await read(await open(lead));
  expect(own?.name).toBe(`${lead.name} on watch`);
  expect(starting(own?.events ?? [], 0)).toMatchObject({
    summary: "On watch: Checkout, primary",
    description: `${team.name}, layer weekly`,
    url: `https://watch.example/rotations/${rotation.slug}`,
    to: after(week),
  });
  expect(starting(own?.events ?? [], day)).toMatchObject({
    summary: "On watch: Nights",
    description: `${second.team.name}, standing in`,
    to: after(2 * day),
  });
  expect(starting(own?.events ?? [], week)).toBeUndefined();
  const all = await read(await open(lead, rotation.slug));
  expect(all?.name).toBe("Checkout, primary on watch");
  expect(starting(all?.events ?? [], week)?.summary).toBe(`${member.name}: Checkout, primary`);
  expect(JSON.stringify([own, all])).not.toContain("wedding");
});

test("an override that splits a shift twice in an hour leaves every other event as it was, and no two alike", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const secret = await open(lead, rotation.slug);
  const before = await eventsOf(secret);

  const first = { rotation: rotation.slug, from: after(30), to: after(31) };
  await takeOver(await viewerOf(member), first, after(1));
  const once = await eventsOf(secret, after(2));
  const second = { from: after(30).add({ minutes: 20 }), to: after(30).add({ minutes: 40 }) };
  await takeOver(await viewerOf(other), { ...second, rotation: rotation.slug, replace: true }, after(3));
  const twice = await eventsOf(secret, after(4));

  for (const events of [before, once, twice]) expect(new Set(uids(events)).size).toBe(events.length);
  expect([once.length - before.length, twice.length - once.length]).toEqual([2, 2]);
  // Each piece that begins where one began before is that one; what was not touched is just as it was.
  for (const [older, newer] of [[before, once] as const, [once, twice] as const]) {
    expect(uids(newer)).toEqual(expect.arrayContaining(uids(older)));
    for (const event of older) expect(newer.find(({ uid }) => uid === event.uid)?.from).toEqual(event.from);
  }
  expect(starting(twice, 0)).toMatchObject({ uid: starting(before, 0)?.uid, to: after(30) });
  expect(starting(twice, week)).toEqual(starting(before, week));
  expect(twice.filter(({ to }) => Temporal.Instant.compare(to, after(week)) <= 0).slice(-5)).toMatchObject([
    { summary: `${lead.name}: ${rotation.name}`, to: after(30) },
    { summary: `${member.name}: ${rotation.name}`, to: second.from },
    { summary: `${other.name}: ${rotation.name}`, ...second },
    { summary: `${member.name}: ${rotation.name}`, to: after(31) },
    { summary: `${lead.name}: ${rotation.name}`, to: after(week) },
  ]);
});

test("as time goes on an event stays what it is, also one that never ends, until it is told no longer", async () => {
  const { rotation, lead, member } = await given.rotation();
  const alone = await createRotation(db(), { layers: [{ participants: [lead] }] });
  const monthly = await createRotation(db(), { layers: [{ unit: "month", every: 5, participants: [lead, member] }] });
  for (const { slug } of [rotation, alone, monthly]) {
    const secret = await open(lead, slug);
    let before = await eventsOf(secret);
    for (const hours of [1, 30, 4 * week, 30 * week, 52 * week, 54 * week, 110 * week]) {
      const isTold = ({ to }: ReadEvent) => Temporal.Instant.compare(after(hours - 90 * day), to) < 0;
      const events = await eventsOf(secret, after(hours));
      const known = new Map(events.map((event) => [event.uid, event]));
      for (const event of before.filter(isTold)) expect(known.get(event.uid), `at ${hours}`).toEqual(event);
      before = events;
    }
  }
});

test("two calendars share no event, and a reading that finds nothing new is the same text", async () => {
  const { rotation, lead, member } = await given.rotation();
  const [own, all] = [await open(lead), await open(lead, rotation.slug)];
  const shared = new Set(uids(await eventsOf(all)));
  expect(uids(await eventsOf(own)).filter((uid) => shared.has(uid))).toEqual([]);

  const textAt = async (minutes: number) => {
    const calendar = await findCalendar(all, after(0).add({ minutes }));
    return calendar && calendarText(calendar, "https://watch.example");
  };
  const text = await textAt(1);
  expect(await textAt(55)).toBe(text);
  await takeOver(await viewerOf(member), { rotation: rotation.slug, to: after(9) }, after(0).add({ minutes: 57 }));
  expect(await textAt(59)).not.toBe(text);
});

test("an edit of the rotation from a day on leaves the events before it alone", async () => {
  const { rotation, lead, member } = await given.rotation();
  const secret = await open(lead, rotation.slug);
  const before = await eventsOf(secret);
  const layers = [
    { name: "weekly", timeZone: "Europe/Lisbon", startsAt: "2025-01-06T10:00", every: 1, unit: "week" as const },
  ].map((layer) => ({ ...layer, participants: [addressOf(member), addressOf(lead)] }));
  const effectiveFrom = after(4 * week);
  await changeLayers(root, { rotation: rotation.slug, layers, effectiveFrom, keepTurns: false }, after(1));
  const isEarlier = ({ to }: ReadEvent) => Temporal.Instant.compare(to, effectiveFrom) <= 0;
  const now = await eventsOf(secret, after(2));
  expect(now.filter(isEarlier)).toEqual(before.filter(isEarlier));
  expect(uids(now)).not.toEqual(uids(before));
});

test("an address dies with its person's deactivation, also for when they come back, and with its closing", async () => {
  const [person, another] = [await createPerson(db()), await createPerson(db())];
  const [left, closed, foreign] = [await open(person), await open(another), await open(another)];
  await deactivatePerson(root, { person: addressOf(person) }, after(1));
  expect(await read(left, after(1))).toBeUndefined();
  await reactivatePerson(root, { person: addressOf(person) }, after(2));
  expect(await read(left, after(2))).toBeUndefined();
  const returned = await viewerOf(person, after(3));
  expect(await listCalendars(returned)).toEqual([]);

  const viewer = await viewerOf(another);
  const [, older] = await listCalendars(viewer);
  const calendar = older?.id ?? "";
  await expect(closeCalendar(returned, { calendar })).rejects.toThrow(NotFound);
  await closeCalendar(viewer, { calendar }, after(1));
  const stillRead = await Promise.all([closed, foreign].map((secret) => read(secret, after(1))));
  expect(stillRead.filter(Boolean)).toHaveLength(1);
  expect(await listCalendars(viewer)).toHaveLength(1);
  await expect(closeCalendar(viewer, { calendar }, after(2))).rejects.toThrow(Conflict);
});

test("of a secret only its hash is kept, nothing like it reads a calendar, and when it was read is noted", async () => {
  const person = await given.stranger();
  const secret = await open(person);
  const [stored] = await db().select().from(calendarFeeds).where(eq(calendarFeeds.personId, person.id));
  expect(stored?.hash).toMatch(/^[0-9a-f]{64}$/);
  const [kept] = await rowsOf<{ found: number }>(
    db(),
    sql`select (select count(*) from calendar_feeds f where to_jsonb(f)::text like ${`%${secret}%`})
      + (select count(*) from events e where to_jsonb(e)::text like ${`%${secret}%`}) as found`,
  );
  expect(Number(kept?.found)).toBe(0);
  expect(await findCalendar(stored?.hash ?? "")).toBeUndefined();
  expect(await findCalendar(secret.toLowerCase())).toBeUndefined();

  const viewer = await viewerOf(person);
  expect((await listCalendars(viewer))[0]?.lastReadAt).toBeNull();
  await read(secret, after(3));
  expect(Temporal.Instant.from((await listCalendars(viewer))[0]?.lastReadAt ?? "")).toEqual(after(3));
});

test("nobody opens a calendar of what is not there, or more than fifty", async () => {
  const viewer = await viewerOf(await given.stranger());
  await expect(openCalendar(viewer, { rotation: "nobody-stands-this" })).rejects.toMatchObject({
    constructor: Invalid,
    errors: [{ path: "rotation" }],
  });
  for (let opened = 0; opened < 50; opened += 1) await openCalendar(viewer, {});
  await expect(openCalendar(viewer, {})).rejects.toThrow(Conflict);
  expect(await listCalendars(viewer)).toHaveLength(50);
});

test.each(["", "abc.ics", `${"a".repeat(43)}`, `${"a".repeat(44)}.ics`, `${"a".repeat(42)}/.ics`, "../../etc.ics"])(
  "%s is no address of a calendar",
  (part) => {
    expect(secretOf(part)).toBeUndefined();
  },
);
