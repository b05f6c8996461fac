import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { LayerFacts, Rotation } from "#db/seed/rotations";
import {
  changeRotation,
  createEscalation,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createToken,
  deactivatePerson,
  retireRotation,
} from "#db/testing/factories";
import { sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { setClock } from "#lib/clock";
import { openCalendar } from "#lib/rotations/calendars/calendar-commands";
import { findCalendar } from "#lib/rotations/calendars/calendar-queries";
import { secretOf } from "#lib/rotations/calendars/calendar-secret";
import { calendarText } from "#lib/rotations/calendars/calendar-text";
import { findRoster } from "#lib/rotations/roster-queries";
import type { Span } from "#lib/rotations/rotation";
import { findSeat, findServiceSeats } from "#lib/rotations/seat-queries";
import { addressOf, after, day, viewerOf, week } from "#lib/rotations/testing/life";
import { type ReadEvent, readCalendar } from "#lib/rotations/testing/read-calendar";
import { ask } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

type Five = [Person, Person, Person, Person, Person];
type Six = [Rotation, Rotation, Rotation, Rotation, Rotation, Rotation];
const people: Person[] = [];
/** Each rotation with a service that it delivers, and the address of its calendar. */
const watches: { rotation: Rotation; service: { id: string; slug: string }; calendar: string }[] = [];
let token = "";
const viewer: Viewer = serviceViewer("A test", "read");

/** What is looked at: across the changes of the clocks on both sides of the world, within what calendars tell. */
const window: Span = { from: after(-60 * day), to: after(230 * day) };

beforeAll(async () => {
  setClock(after(0));
  token = (await createToken(db(), { scope: "read" })).secret;
  for (let made = 0; made < 5; made += 1) people.push(await createPerson(db()));
  const [ada, bo, cy, dee, leaver] = people as Five;
  const shop = { weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"], from: "09:00", to: "17:30" };
  const sun = (name: string, timeZone: string, participants: Person[]): LayerFacts => ({
    ...{ name, timeZone, participants, startsAt: "2025-06-02T08:00", every: 1, unit: "day" },
    hours: [{ weekdays: [...shop.weekdays, "saturday", "sunday"], from: "08:00", to: "16:00" }],
  });
  const hourly: LayerFacts = {
    ...{ name: "hourly", timeZone: "America/St_Johns", startsAt: "2026-01-05T02:30", every: 7, unit: "hour" },
    participants: [ada, leaver, cy],
  };
  const layers: LayerFacts[][] = [
    [{ participants: [ada, bo, cy] }],
    [
      sun("west", "America/Los_Angeles", [ada, bo]),
      sun("east", "Asia/Tokyo", [cy]),
      sun("mid", "Europe/Berlin", [dee]),
    ],
    [{ participants: [bo], hours: [shop], unit: "day", timeZone: "Australia/Lord_Howe" }, hourly],
    [{ participants: [ada] }],
    [{ participants: [leaver, dee], unit: "month", startsAt: "2025-01-31T02:15", timeZone: "America/New_York" }],
    [{ participants: [cy, dee], startsAt: "2026-06-01T09:00" }],
  ];
  for (const one of layers) await addWatch(one);
  const [weekly, , nights, alone, , gone] = watches.map(({ rotation }) => rotation) as Six;
  await changeRotation(db(), weekly, { layers: [{ participants: [dee, ada] }], from: after(30 * day) });
  for (const [rotation, person, from, to] of [
    [weekly, cy, 20, 30],
    [weekly, dee, 30, 31],
    [weekly, bo, 29 * day, 32 * day],
    [nights, dee, 3, 9 * day],
    [alone, bo, -40 * day, -30 * day],
    [alone, leaver, 2 * week, 12 * week],
  ] as const)
    await createOverride(db(), rotation, { person, from: after(from), to: after(to) });
  await deactivatePerson(db(), leaver, {}, after(5 * week + 7));
  await retireRotation(db(), gone, {}, after(170 * day));
});
afterAll(() => setClock(undefined));

async function addWatch(layers: LayerFacts[]): Promise<void> {
  const rotation = await createRotation(db(), { layers });
  const service = await createService(db(), { team: rotation.team });
  await createEscalation(db(), service, { delivery: rotation });
  const calendar = await openCalendar(await viewerOf(people[0] as Person), { rotation: rotation.slug }, after(0));
  watches.push({ rotation, service, calendar });
}

type Told = Span & { person: string };
type SaidShift = { from: string; to: string; person: string | { name: string }; rotation?: unknown };

const isAt = (at: Temporal.Instant) => (span: Span) =>
  Temporal.Instant.compare(span.from, at) <= 0 && Temporal.Instant.compare(at, span.to) < 0;
const whoIn = (spans: readonly Told[], at: Temporal.Instant) => spans.filter(isAt(at)).map(({ person }) => person);
const toldBy = (shifts: readonly SaidShift[]): Told[] =>
  shifts.map(({ from, to, person }) => ({
    from: Temporal.Instant.from(from),
    to: Temporal.Instant.from(to),
    person: typeof person === "string" ? nameOf(person) : person.name,
  }));
const nameOf = (address: string) => people.find((one) => addressOf(one) === address)?.name ?? address;

const call = async (address: string) => (await ask(`GET ${address}`, { token })).body;
const asked = `from=${window.from}&to=${window.to}`;

async function eventsOf(path: string): Promise<ReadEvent[]> {
  const calendar = await findCalendar(secretOf(path.slice("/calendars/".length)) ?? "");
  return calendar ? readCalendar(calendarText(calendar, "https://watch.example")).events : [];
}

/** Everybody's own shifts and, but for the one who left, calendars; of all rotations. */
async function ownWatches() {
  const shifts: SaidShift[] = [];
  const events: (ReadEvent & { person: string })[] = [];
  for (const person of people) shifts.push(...(await call(`/people/${addressOf(person)}/shifts?${asked}`)).shifts);
  for (const person of people.filter((one) => !one.deactivatedAt)) {
    const own = await eventsOf(await openCalendar(await viewerOf(person), {}));
    events.push(...own.map((event) => ({ ...event, person: person.name })));
  }
  return { shifts, events };
}

test("at any instant the calls, the calendars, the roster and the seats of a service name the same person", async () => {
  const own = await ownWatches();
  const names = new Set<string | undefined>();
  for (const { rotation, service, calendar } of watches) {
    const { slug } = rotation;
    const roster = toldBy((await findRoster(viewer, rotation.id, window)).shifts);
    const spans = {
      shifts: toldBy((await call(`/rotations/${slug}/shifts?${asked}`)).shifts),
      ownShifts: toldBy(own.shifts.filter((shift) => shift.rotation === slug)),
      calendar: (await eventsOf(calendar)).map((event) => ({ ...event, person: event.summary.split(": ")[0] ?? "" })),
      ownCalendars: own.events.filter(({ url }) => url.endsWith(`/rotations/${slug}`)),
    };
    for (const at of instants(roster)) {
      const [onCall, ofService, seat, seats] = await Promise.all([
        call(`/rotations/${slug}/on-call?at=${at}`),
        call(`/services/${service.slug}/on-call?at=${at}`),
        findSeat(viewer, rotation, at),
        findServiceSeats(viewer, service.id, at),
      ]);
      const seated = [onCall, ofService.delivery, seat, seats.delivery].map(({ person }) => person?.name ?? "nobody");
      const [person] = whoIn(roster, at);
      const where = `${slug} at ${at}`;
      expect(seated, where).toEqual(Array(seated.length).fill(person ?? "nobody"));
      for (const [source, told] of Object.entries(spans)) {
        const isDead = source === "ownCalendars" && people.some((one) => one.deactivatedAt && one.name === person);
        expect(whoIn(told, at), `${source} of ${where}`).toEqual(person && !isDead ? [person] : []);
      }
      names.add(person);
    }
  }
  // Everybody has been on watch, and nobody.
  expect(names.size).toBe(people.length + 1);
});

/** Some instants at random, and those at which the watch passes on. */
function instants(shifts: readonly Told[]): Temporal.Instant[] {
  const seconds = Math.floor(window.to.since(window.from).total("seconds"));
  const anywhere = fc.sample(fc.nat(seconds - 1), sized(24, 400)).map((second) => window.from.add({ seconds: second }));
  const handoffs = fc.sample(fc.constantFrom(...shifts.slice(1).map(({ from }) => from)), sized(12, 200));
  return [...anywhere, ...handoffs.flatMap((at) => [at.subtract({ seconds: 1 }), at])];
}
