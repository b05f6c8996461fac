import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, rotationVersions } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createPerson, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Conflict, Forbidden, Invalid } from "#lib/errors";
import { changeEmail } from "#lib/people/commands";
import { changeLayers } from "#lib/rotations/commands";
import type { LayerInput } from "#lib/rotations/inputs";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { loadWatches } from "#lib/rotations/watches";

testDatabase();

// A Wednesday. The fixtures' handoffs are on Mondays at 09:00 in Lisbon, which is UTC until 29 March 2026.
const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const days = (count: number) => at.add({ hours: 24 * count });
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}
const weekly = (people: Person[], facts: Partial<LayerInput> = {}): LayerInput => ({
  name: "weekly",
  timeZone: "Europe/Lisbon",
  startsAt: "2025-01-06T09:00",
  every: 1,
  unit: "week",
  participants: people.map(({ email }) => email ?? ""),
  ...facts,
});
const versionsOf = async (rotation: { id: string }) =>
  (
    await db()
      .select()
      .from(rotationVersions)
      .where(eq(rotationVersions.rotationId, rotation.id))
      .orderBy(asc(rotationVersions.startsAt))
  ).map(({ startsAt, endsAt, layers }) => ({
    ...{ from: startsAt, until: endsAt, layers },
    people: layers.flatMap(({ participants }) => participants),
  }));
const changesOf = async (rotation: { id: string }) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ kind, about }) => kind === "rotation.changed" && about.includes(rotation.id))
    .map(({ about, detail }) => ({ about, ...(detail as { from: string; moved: { slug: string }[] }) }));

/** Who stands watch on each Monday after the handoff, and on the days given besides. */
async function watchOf(rotation: { id: string }, from: Temporal.Instant, to: Temporal.Instant) {
  const { byRotation, people } = await loadWatches([rotation.id], { from, to });
  const watch = byRotation.get(rotation.id);
  if (!watch) throw new Error("There is no such rotation.");
  return resolveRoster(watch, { from, to }).shifts.map(({ person }) => people.get(person)?.name);
}

test("other layers hold from now on, and every shift before stays as it was", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const viewer = await viewerOf(lead);
  const past = { from: days(-200), to: at };
  const before = await watchOf(rotation, past.from, past.to);
  const change = { rotation: rotation.slug, layers: [weekly([member, other])], keepTurns: false };
  await expect(changeLayers(await viewerOf(member), change, at)).rejects.toThrow(Forbidden);
  await changeLayers(viewer, change, at);

  expect(await watchOf(rotation, past.from, past.to)).toEqual(before);
  expect((await versionsOf(rotation)).map(({ from, until, people }) => [from, until, people])).toEqual([
    [rotation.version.startsAt, at, [lead.id, member.id, other.id]],
    [at, null, [member.id, other.id]],
  ]);
});

test("whoever is on watch stays until the next handoff, and the next in line stays next", async () => {
  for (let week = 0; week < 3; week += 1) {
    const { rotation, lead, member, other } = await given.rotation();
    const newcomer = await createPerson(db());
    const when = days(7 * week);
    const [present, next, last] = await watchOf(rotation, when, when.add({ hours: 24 * 21 }));
    const layers = [weekly([lead, member, other, newcomer])];
    await changeLayers(system, { rotation: rotation.slug, layers, keepTurns: true }, when);
    const coming = await watchOf(rotation, when, when.add({ hours: 24 * 28 }));
    expect(coming[0]).toBe(present);
    expect(coming.filter((name) => name !== newcomer.name).slice(0, 3)).toEqual([present, next, last]);
    expect(coming).toContain(newcomer.name);
  }
});

test("a layer that names its first turn, and a change that keeps no turns, take it literally", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const people = [lead, member, other];
  const firstTurn = async (layers: LayerInput[], keepTurns: boolean) => {
    await changeLayers(system, { rotation: rotation.slug, layers, keepTurns }, at);
    return (await versionsOf(rotation)).at(-1)?.layers[0]?.firstTurn;
  };
  expect(await firstTurn([weekly(people, { firstTurn: 2 })], true)).toBe(2);
  expect(await firstTurn([weekly([...people].reverse())], false)).toBeUndefined();
});

test("those whose coming shifts moved stand in the event, and nobody else", async () => {
  const { rotation, team, lead, member, other } = await given.rotation();
  const viewer = await viewerOf(lead);
  const newcomer = await createPerson(db());
  const layers = [weekly([lead, member, newcomer])];
  await changeLayers(viewer, { rotation: rotation.slug, layers, keepTurns: false }, at);

  const [changed, ...more] = await changesOf(rotation);
  expect(more).toEqual([]);
  expect(changed?.from).toBe(at.toString());
  expect(changed?.moved.map(({ slug }) => slug).sort()).toEqual([newcomer.email, other.email].sort());
  expect(changed?.about.toSorted()).toEqual([rotation.id, team.id, newcomer.id, other.id].sort());
});

test("a change of names moves nobody, and says so", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const layers = [weekly([lead, member, other], { name: "The week" })];
  await changeLayers(system, { rotation: rotation.slug, layers, keepTurns: true }, at);
  expect(await versionsOf(rotation)).toHaveLength(2);
  expect(await changesOf(rotation)).toMatchObject([{ moved: [] }]);
});

test("a change to what is there already opens no version and leaves no trace", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const layers = [weekly([lead, member, other], { startsAt: "2025-01-06T09:00", hours: [] })];
  for (const effectiveFrom of [undefined, days(30), rotation.version.startsAt])
    await changeLayers(system, { rotation: rotation.slug, layers, keepTurns: true, effectiveFrom }, at);
  expect(await versionsOf(rotation)).toHaveLength(1);
  expect(await changesOf(rotation)).toEqual([]);
});

test("a later version stays unless it is told to go, and one of the same instant is replaced", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const change = (people: Person[], facts: { effectiveFrom?: Temporal.Instant; replaceLater?: boolean } = {}) =>
    changeLayers(system, { rotation: rotation.slug, layers: [weekly(people)], keepTurns: false, ...facts }, at);
  const begins = async () =>
    (await versionsOf(rotation)).slice(1).map(({ from, until, people }) => [from, until, people.length]);

  await change([lead, member], { effectiveFrom: days(20) });
  await change([other], { effectiveFrom: days(10) });
  expect(await begins()).toEqual([
    [days(10), days(20), 1],
    [days(20), null, 2],
  ]);
  await change([lead, other], { effectiveFrom: days(10) });
  expect(await begins()).toEqual([
    [days(10), days(20), 2],
    [days(20), null, 2],
  ]);
  await change([member], { effectiveFrom: days(5), replaceLater: true });
  expect(await begins()).toEqual([[days(5), null, 1]]);
  await change([lead, member, other], { replaceLater: true });
  expect((await versionsOf(rotation)).map(({ until }) => until)).toEqual([null]);
});

test("only the first version begins in the past: any other is refused beside the field, and nothing is written", async () => {
  const { rotation, lead } = await given.rotation();
  for (const effectiveFrom of [days(-1), rotation.version.startsAt, days(-2_000)]) {
    const change = { rotation: rotation.slug, layers: [weekly([lead])], keepTurns: true, effectiveFrom };
    await expect(changeLayers(system, change, at)).rejects.toMatchObject({
      constructor: Invalid,
      errors: [{ path: "effectiveFrom" }],
    });
  }
  expect(await versionsOf(rotation)).toHaveLength(1);
});

test("somebody unknown or deactivated takes no turn: each of their fields is named", async () => {
  const { rotation, lead, member } = await given.rotation();
  const gone = await createPerson(db());
  await deactivatePerson(db(), gone);
  const change = (layers: LayerInput[]) =>
    changeLayers(system, { rotation: rotation.slug, layers, keepTurns: true }, at);
  const unknown = { participants: [lead.email ?? "", "nobody@harbour.example", "no-handle"] };
  await expect(change([weekly([lead]), weekly([], { name: "nights", ...unknown })])).rejects.toMatchObject({
    constructor: Invalid,
    errors: [{ path: "layers.1.participants.1" }, { path: "layers.1.participants.2" }],
  });
  await expect(change([weekly([gone, lead, gone])])).rejects.toMatchObject({
    constructor: Invalid,
    errors: [{ path: "layers.0.participants.0" }, { path: "layers.0.participants.2" }],
  });

  await deactivatePerson(db(), member);
  await expect(change([weekly([lead, member])])).rejects.toThrow(Invalid);
  expect(await versionsOf(rotation)).toHaveLength(1);
});

test("people take part by handle and by a former address too, whatever their team", async () => {
  const { rotation, lead } = await given.rotation();
  const imported = await createPerson(db(), { email: null, handle: `handle-${rotation.slug}` });
  const renamed = await createPerson(db());
  await changeEmail(system, { person: renamed.email ?? "", email: `new-${renamed.email}` }, at);
  const participants = [imported.handle ?? "", renamed.email ?? "", lead.email ?? ""];
  const layers = [weekly([], { participants })];
  await changeLayers(system, { rotation: rotation.slug, layers, keepTurns: true }, at);
  expect((await versionsOf(rotation)).at(-1)?.people).toEqual([imported.id, renamed.id, lead.id]);
});

test("an edit of a version that somebody replaced meanwhile is a conflict", async () => {
  const { rotation, lead, member } = await given.rotation();
  const change = (people: Person[], base: Temporal.Instant, when = at) =>
    changeLayers(system, { rotation: rotation.slug, layers: [weekly(people)], keepTurns: true, base }, when);
  await change([lead], rotation.version.startsAt);
  await expect(change([member], rotation.version.startsAt, days(1))).rejects.toThrow(Conflict);
  await change([member], at, days(1));
  expect((await versionsOf(rotation)).map(({ people }) => people.length)).toEqual([3, 1, 1]);
});

test("changes at the same moment come one after the other, and versions always follow without overlap or hole", async () => {
  const { rotation, lead, member, other } = await given.rotation();
  const people = [lead, member, other];
  for (let round = 0; round < 10; round += 1) {
    const when = days(round);
    const wishes = people.map((person, index) => ({
      ...{ rotation: rotation.slug, layers: [weekly([person])], keepTurns: false },
      ...(index > 0 && { effectiveFrom: when.add({ hours: index }) }),
    }));
    await Promise.all(wishes.map((wish) => changeLayers(system, wish, when.add({ seconds: 1 }))));
    const versions = await versionsOf(rotation);
    expect(versions.slice(0, -1).map(({ until }) => until)).toEqual(versions.slice(1).map(({ from }) => from));
    expect(versions.at(-1)?.until).toBeNull();
  }
});
