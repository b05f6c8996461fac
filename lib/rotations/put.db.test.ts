import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, rotations, rotationVersions } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createPerson, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findPersonViewer, serviceViewer } from "#lib/auth/viewer-rows";
import { Forbidden, Invalid } from "#lib/errors";
import { retireRotation } from "#lib/rotations/commands";
import { PutRotationInput } from "#lib/rotations/inputs";
import { putRotation } from "#lib/rotations/put";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const days = (count: number) => at.add({ hours: 24 * count });
const system = systemViewer("Test");
let made = 0;

/** A body as a program sends it, and the address it is sent to. */
async function givenBody() {
  const { team, lead, member } = await given.team();
  const layer = {
    name: "weekly",
    timeZone: "Europe/Lisbon",
    startsAt: "2026-01-05T09:00",
    every: 1,
    unit: "week",
    participants: [lead.email, member.email] as unknown[],
  };
  const body = { name: "Nights", team: team.slug, effectiveFrom: "2026-01-05T09:00:00Z", layers: [layer] };
  return { slug: `put-${++made}`, team, lead, member, layer, body };
}
const put = (slug: string, body: object, when = at) => putRotation(system, slug, PutRotationInput.parse(body), when);
const stateOf = async (slug: string) => {
  const [rotation] = await db().select().from(rotations).where(eq(rotations.slug, slug));
  const { id = "00000000-0000-0000-0000-000000000000" } = rotation ?? {};
  const versions = await db()
    .select()
    .from(rotationVersions)
    .where(eq(rotationVersions.rotationId, id))
    .orderBy(asc(rotationVersions.startsAt));
  const history = (await db().select().from(events).orderBy(events.id)).filter(({ about }) => about.includes(id));
  return { rotation, versions, history: history.map(({ kind }) => kind) };
};

test("the first PUT creates the rotation, its first version in the past; the same again changes nothing", async () => {
  const { slug, body, team, lead, member } = await givenBody();
  expect(await put(slug, body)).toBe(true);
  const created = await stateOf(slug);
  expect(created.rotation).toMatchObject({ name: "Nights", teamId: team.id, isTeamDefault: true });
  expect(created.versions).toMatchObject([
    {
      startsAt: Temporal.Instant.from("2026-01-05T09:00:00Z"),
      endsAt: null,
      layers: [{ participants: [lead.id, member.id] }],
    },
  ]);
  for (const again of [body, { ...body, effectiveFrom: undefined }, { ...body, description: undefined }])
    expect(await put(slug, again, days(1))).toBe(false);
  expect(await stateOf(slug)).toEqual(created);
});

test("what was put may name people who were deactivated since, as long as it changes nothing", async () => {
  const { slug, body, layer, member } = await givenBody();
  await put(slug, body);
  const before = await stateOf(slug);
  await deactivatePerson(db(), member);
  expect(await put(slug, body)).toBe(false);
  expect(await stateOf(slug)).toEqual(before);
  await expect(
    put(slug, { ...body, effectiveFrom: undefined, layers: [{ ...layer, every: 2 }] }),
  ).rejects.toMatchObject({
    constructor: Invalid,
    errors: [{ path: "layers.0.participants.1" }],
  });
});

test("a PUT takes the first turn literally, 0 where it is left out", async () => {
  const { slug, body, layer, lead, member } = await givenBody();
  await put(slug, body);
  const turned = { name: "Nights", team: body.team, layers: [{ ...layer, participants: [member.email, lead.email] }] };
  await put(slug, turned);
  await put(slug, { ...turned, layers: [{ ...layer, firstTurn: 1 }] }, days(1));
  const { versions } = await stateOf(slug);
  expect(versions.map(({ layers }) => layers[0]?.firstTurn)).toEqual([undefined, undefined, 1]);
  expect(versions[1]?.layers[0]?.participants).toEqual([member.id, lead.id]);
});

test("fields left out keep their value, and the others change with their events", async () => {
  const { slug, body } = await givenBody();
  await put(slug, { ...body, description: "At night." });
  await put(slug, { name: "Dogwatch", team: body.team });
  const { rotation, versions, history } = await stateOf(slug);
  expect(rotation).toMatchObject({ name: "Dogwatch", description: "At night." });
  expect(versions).toHaveLength(1);
  expect(history).toEqual(["rotation.created", "rotation.renamed"]);
});

test("a retired rotation comes back, with other layers and in another team if the body says so", async () => {
  const { slug, body, layer } = await givenBody();
  const { team: other } = await given.team();
  await put(slug, body);
  await retireRotation(system, { rotation: slug }, at);
  await put(slug, { name: "Nights", team: other.slug, layers: [{ ...layer, unit: "day" }] });
  const { rotation, versions, history } = await stateOf(slug);
  expect(rotation).toMatchObject({ retiredAt: null, teamId: other.id, isTeamDefault: true });
  expect(versions.map(({ endsAt }) => endsAt)).toEqual([at, null]);
  expect(history.slice(1)).toEqual([
    ...["rotation.retired", "rotation.edited", "rotation.restored", "rotation.made-default", "rotation.changed"],
  ]);
});

test("a later PUT opens a version from then on, and one in the past is refused", async () => {
  const { slug, body, layer } = await givenBody();
  await put(slug, body);
  const daily = [{ ...layer, unit: "day" }];
  await put(slug, { ...body, effectiveFrom: days(10).toString(), layers: daily });
  await put(slug, { ...body, effectiveFrom: days(10).toString(), layers: daily });
  const before = await stateOf(slug);
  expect(before.versions.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    [Temporal.Instant.from("2026-01-05T09:00:00Z"), days(10)],
    [days(10), null],
  ]);
  for (const effectiveFrom of [body.effectiveFrom, days(-3).toString()])
    await expect(put(slug, { ...body, effectiveFrom, layers: daily })).rejects.toMatchObject({
      constructor: Invalid,
      errors: [{ path: "effectiveFrom" }],
    });
  expect(await stateOf(slug)).toEqual(before);
});

test("a body that cannot hold writes nothing of it", async () => {
  const { slug, body, layer } = await givenBody();
  const { layers: _, ...nameOnly } = body;
  await expect(put(slug, { name: "Nights", team: body.team })).rejects.toMatchObject({ errors: [{ path: "layers" }] });
  await expect(put(slug, { ...body, team: "no-such-team" })).rejects.toMatchObject({ errors: [{ path: "team" }] });
  expect((await stateOf(slug)).rotation).toBeUndefined();

  await put(slug, body);
  const before = await stateOf(slug);
  const unknown = [{ ...layer, participants: ["nobody@harbour.example"] }];
  await expect(put(slug, { name: "Other", team: body.team, layers: unknown })).rejects.toMatchObject({
    errors: [{ path: "layers.0.participants.0" }],
  });
  await expect(put(slug, nameOnly)).rejects.toMatchObject({ errors: [{ path: "layers" }] });
  expect(await stateOf(slug)).toEqual(before);
});

test("a write token puts rotations of any team; a lead only those of their own", async () => {
  const { slug, body, lead } = await givenBody();
  const stranger = await given.team();
  const viewerOf = (person: Person) => findPersonViewer(person.id, at, at);
  const [own, other] = [await viewerOf(lead), await viewerOf(stranger.lead)];
  if (!own || !other) throw new Error("Nobody is signed in.");
  await expect(putRotation(other, slug, PutRotationInput.parse(body), at)).rejects.toThrow(Forbidden);
  expect(await putRotation(own, slug, PutRotationInput.parse(body), at)).toBe(true);
  await expect(putRotation(other, slug, PutRotationInput.parse(body), at)).rejects.toThrow(Forbidden);
  const token = serviceViewer("Deploys", "write");
  expect(await putRotation(token, slug, PutRotationInput.parse({ ...body, name: "Dogwatch" }), at)).toBe(false);
});

test("PUTs at the same moment for one new address create one rotation, with the layers of one of them", async () => {
  const { slug, body, layer } = await givenBody();
  const newcomers = [await createPerson(db()), await createPerson(db()), await createPerson(db())];
  const bodies = newcomers.map(({ email }) => ({
    ...{ ...body, effectiveFrom: undefined },
    layers: [{ ...layer, participants: [email] }],
  }));
  const outcomes = await Promise.all(bodies.map((one) => put(slug, one)));
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  const { versions } = await stateOf(slug);
  expect(versions).toMatchObject([{ startsAt: at, endsAt: null }]);
});
