import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import {
  changeRotation,
  createOverride,
  createPerson,
  createRotation,
  createToken,
  deactivatePerson,
  renameRotation,
  retireRotation,
} from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { setClock } from "#lib/clock";
import { addressOf, after, day, week } from "#lib/rotations/testing/life";
import { ask, documented, listed } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const tokens = { read: "", write: "", admin: "" };
beforeAll(async () => {
  for (const scope of ["read", "write", "admin"] as const) tokens[scope] = (await createToken(db(), { scope })).secret;
});
const tokenOf = async (person: Person) => (await createToken(db(), { scope: "write", person })).secret;

// Two hours into the lead's week.
beforeAll(() => setClock(after(2)));
afterAll(() => setClock(undefined));

const named = ({ name, ...person }: Person) => ({ email: addressOf({ name, ...person }), name });
const iso = (hours: number) => after(hours).toString();
const window = (from: number, to: number) => `from=${iso(from)}&to=${iso(to)}`;

const weekly = (participants: readonly Person[]) => ({
  name: "weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2026-01-05T09:00",
  every: 1,
  unit: "week",
  participants: participants.map(addressOf),
});

test("PUT creates with 201; the same again, and an answer sent back, is 200 and changes nothing", async () => {
  const { team, lead, member } = await given.team();
  const { admin: token } = tokens;
  const hours = [{ weekdays: ["monday", "friday"], from: "09:00", to: "17:00" }];
  const layers = [weekly([lead, member]), { ...weekly([member]), name: "late", hours }];
  const body = { name: "Parcels", team: team.slug, effectiveFrom: "2026-01-05T09:00:00Z", layers };

  const created = await documented("PUT /rotations/parcels", { token, body }, 201);
  expect(created).toEqual({
    ...body,
    layers: layers.map((layer) => ({ ...layer, firstTurn: 0 })),
    description: null,
    slug: "parcels",
    teamDefault: true,
    later: [],
    warnings: [],
    createdAt: expect.any(String),
    retiredAt: null,
  });
  expect(await documented("PUT /rotations/parcels", { token, body })).toEqual(created);
  expect(await documented("PUT /rotations/parcels", { token, body: created })).toEqual(created);
  expect(await documented("GET /rotations/parcels", { token })).toEqual(created);

  const renamed = await documented("PUT /rotations/parcels", { token, body: { name: "Post", team: team.slug } });
  expect(renamed).toEqual({ ...created, name: "Post" });
  const list = await documented(`GET /rotations?team=${team.slug}&query=pos`, { token: tokens.read });
  expect(list.items).toMatchObject([{ slug: "parcels", name: "Post", team: team.slug, teamDefault: true }]);
});

test("an answer shows the version that holds and those that begin later, and warns of what may be amiss", async () => {
  const { rotation, team, lead, member } = await given.rotation();
  const guest = await createPerson(db());
  const leaver = await createPerson(db());
  await changeRotation(db(), rotation, { layers: [{ participants: [member] }], from: after(60 * day) });
  const layers = [{ ...weekly([lead, guest, leaver]), startsAt: "2026-03-16T09:00" }];
  const body = { name: rotation.name, team: team.slug, effectiveFrom: iso(week), layers };
  await documented(`PUT /rotations/${rotation.slug}`, { token: tokens.admin, body });
  await deactivatePerson(db(), leaver, {}, after(1));

  const found = await documented(`GET /rotations/${rotation.slug}`, { token: tokens.read });
  expect(found).toMatchObject({ effectiveFrom: "2025-01-06T09:00:00Z", layers: [{ startsAt: "2025-01-06T09:00" }] });
  expect(found.later).toMatchObject([
    { effectiveFrom: iso(week), layers: [{ startsAt: "2026-03-16T09:00" }] },
    { effectiveFrom: iso(60 * day) },
  ]);
  expect(found.warnings).toEqual([
    `The layer “weekly” is silent until ${iso(2 * week)}.`,
    `Nobody stands watch in 2 spans of the next 28 days, the first time from ${iso(week)} to ${iso(2 * week)}.`,
    ...[
      `${guest.name} (${guest.email}) is not in the team ${team.name}.`,
      `${leaver.name} (${leaver.email}) is deactivated: their turns are gaps.`,
    ].toSorted((one, other) => one.toLowerCase().localeCompare(other.toLowerCase())),
  ]);
});

test("shifts and gaps fill the window, clipped to it, and the seat bounds the joined shift", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const token = await tokenOf(lead);
  const override = { from: iso(day), to: iso(30), person: addressOf(other) };
  await documented(`POST /rotations/${rotation.slug}/overrides`, { token, body: override }, 201);

  const shifts = await documented(`GET /rotations/${rotation.slug}/shifts?${window(12, week + 1)}`, { token });
  const layered = { source: "layer", layer: "weekly" };
  expect(shifts).toEqual({
    shifts: [
      { from: iso(12), to: iso(day), person: addressOf(lead), ...layered },
      { from: iso(day), to: iso(30), person: addressOf(other), source: "override", layer: null },
      { from: iso(30), to: iso(week), person: addressOf(lead), ...layered },
      { from: iso(week), to: iso(week + 1), person: addressOf(member), ...layered },
    ],
    gaps: [],
  });
  const seat = { rotation: rotation.slug, person: named(lead), from: iso(0), until: iso(day) };
  expect(await documented(`GET /rotations/${rotation.slug}/on-call`, { token })).toEqual(seat);
  expect(await documented(`GET /rotations/${rotation.slug}/on-call?at=${iso(day)}`, { token })).toEqual({
    ...seat,
    person: named(other),
    from: iso(day),
    until: iso(30),
  });
  const mine = await documented(`GET /people/${addressOf(lead)}/shifts?${window(0, week)}`, { token });
  expect(mine.shifts).toMatchObject([
    { rotation: rotation.slug, from: iso(0), to: iso(day), person: addressOf(lead) },
    { rotation: rotation.slug, from: iso(30), to: iso(week), ...layered },
  ]);
  const coming = await documented(`GET /rotations/${rotation.slug}/shifts`, { token });
  expect([coming.shifts[0].from, coming.shifts.at(-1).to]).toEqual([iso(2), iso(2 + 28 * day)]);
});

test("a service tells its three seats, and all null where no rotation fills one", async () => {
  const { read: token } = tokens;
  const { service, delivery, ops } = await given.serviceOnWatch();
  const seats = await documented(`GET /services/${service.slug}/on-call`, { token });
  expect(seats).toEqual({
    delivery: { rotation: delivery.rotation.slug, person: named(delivery.lead), from: iso(0), until: iso(week) },
    backup: null,
    ops: { rotation: ops.rotation.slug, person: named(ops.lead), from: iso(0), until: iso(week) },
  });
  const bare = await given.serviceOwnedBy((await given.team()).team);
  const nobody = { rotation: null, person: null, from: null, until: null };
  expect(await documented(`GET /services/${bare.slug}/on-call?at=${iso(0)}`, { token })).toEqual({
    delivery: nobody,
    backup: null,
    ops: nobody,
  });
});

test("somebody without an e-mail address is named by the handle", async () => {
  const person = await createPerson(db(), { handle: "night-robin" });
  const rotation = await createRotation(db(), { layers: [{ participants: [person] }] });
  const { read: token } = tokens;
  const seat = await documented(`GET /rotations/${rotation.slug}/on-call`, { token });
  expect(seat.person).toEqual({ email: "night-robin", name: person.name });
  expect((await documented("GET /people/night-robin/shifts", { token })).shifts).toHaveLength(1);
  expect((await documented(`GET /rotations/${rotation.slug}`, { token })).layers[0].participants).toEqual([
    "night-robin",
  ]);
});

test("nobody stands the watch of a rotation from its retirement on, whatever was planned", async () => {
  const { rotation, lead, member } = await given.rotation();
  await createOverride(db(), rotation, { person: member, from: after(20), to: after(40) });
  await retireRotation(db(), rotation, {}, after(30));
  const { read: token } = tokens;
  const { shifts, gaps } = await documented(`GET /rotations/${rotation.slug}/shifts?${window(0, week)}`, { token });
  expect(shifts).toMatchObject([
    { from: iso(0), to: iso(20), person: addressOf(lead) },
    { from: iso(20), to: iso(30), person: addressOf(member) },
  ]);
  expect(gaps).toEqual([{ from: iso(30), to: iso(week) }]);
  const seat = { rotation: rotation.slug, person: null, from: iso(30), until: null };
  expect(await documented(`GET /rotations/${rotation.slug}/on-call?at=${iso(35)}`, { token })).toEqual(seat);
});

test("a former address answers for the rotation as it is now", async () => {
  const { rotation, lead } = await given.rotation();
  const before = rotation.slug;
  await renameRotation(db(), rotation, { name: "Tide watch" });
  const { read: token } = tokens;
  expect((await documented(`GET /rotations/${before}`, { token })).slug).toBe(rotation.slug);
  expect((await documented(`GET /rotations/${before}/on-call`, { token })).person).toEqual(named(lead));
  for (const part of ["shifts", "overrides", "cover-requests"])
    expect((await ask(`GET /rotations/${before}/${part}`, { token })).status).toBe(200);
});

test("rotations are listed to the end by their cursors, each once", async () => {
  const { team } = await given.team();
  const slugs = new Set<string>();
  for (let made = 0; made < 5; made += 1) slugs.add((await createRotation(db(), { team })).slug);
  const seen = (await listed(`GET /rotations?team=${team.slug}&limit=2`, tokens.read)).map(({ slug }) => slug);
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(slugs);
});
