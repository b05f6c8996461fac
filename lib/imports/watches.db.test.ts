import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { escalationPaths, events, importedWatches, rotations, rotationVersions, services } from "#db/schema";
import { createPerson, createRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";
import { changeLayers, editRotation, renameRotation, retireRotation } from "#lib/rotations/commands";
import { clearEscalation, setEscalation } from "#lib/rotations/escalation/escalation-commands";

testDatabase();

const importer = systemViewer("Importer");
const byHand = systemViewer("By hand");
const monday = Temporal.Instant.from("2026-03-02T09:00:00Z");
const days = (count: number) => monday.add({ hours: 24 * count });
let made = 0;

const document = (kind: string, name: string, spec: object) =>
  JSON.stringify({ apiVersion: "watchbill.dev/v1", kind, metadata: { name }, spec }, null, 1);

/** A team's rotation as descriptors have it, and names that no other test uses. */
async function givenSpec() {
  const { team, lead, member } = await given.team();
  made += 1;
  const layer = {
    ...{ name: "weekly", timeZone: "Europe/Lisbon", startsAt: "2026-01-05T09:00", unit: "week" },
    participants: [lead.email, member.email],
  };
  const spec = { team: team.slug, effectiveFrom: "2026-01-05T09:00:00Z", layers: [layer] };
  return { name: `nights-${made}`, source: `source-${made}`, team, lead, member, layer, spec };
}

type Options = { source: string; dryRun?: boolean; prune?: boolean };

async function load(documents: string[], options: Options, at = monday) {
  const parsed = await parseDocuments(documents.join("\n---\n"), "here.yaml");
  const result = await importCatalog(importer, parsed, options, at);
  const { created, changed, unchanged, retired } = result;
  return { ...result, counts: { created, changed, unchanged, retired } };
}
const counts = (some: Partial<Record<"created" | "changed" | "unchanged" | "retired", number>>) => ({
  ...{ created: 0, changed: 0, unchanged: 0, retired: 0 },
  ...some,
});
const rotationCalled = async (slug: string) => (await db().select().from(rotations).where(eq(rotations.slug, slug)))[0];
const layersOf = async (slug: string) => {
  const rotation = await rotationCalled(slug);
  const versions = await db()
    .select()
    .from(rotationVersions)
    .where(eq(rotationVersions.rotationId, rotation?.id ?? ""))
    .orderBy(asc(rotationVersions.startsAt));
  return versions.map(({ layers }) => layers.map(({ name, participants }) => [name, ...participants]));
};
const pathOf = async ({ id }: { id: string }) =>
  (await db().select().from(escalationPaths).where(eq(escalationPaths.serviceId, id)))[0];

test("one import brings a service, its team, the rotation and the path that leads to it; again it changes nothing", async () => {
  const { name, source, spec } = await givenSpec();
  const backstage = (kind: string, called: string, spec: object) =>
    JSON.stringify({ apiVersion: "backstage.io/v1alpha1", kind, metadata: { name: called }, spec });
  const documents = [
    document("EscalationPath", `cart-${name}`, { delivery: name, opsAfterMinutes: 20 }),
    document("Rotation", name, { ...spec, team: `team-${name}`, description: "At night." }),
    backstage("Component", `cart-${name}`, { type: "service", owner: `team-${name}` }),
    backstage("Group", `team-${name}`, { type: "team", children: [] }),
  ];
  expect((await load(documents, { source, dryRun: true })).counts).toEqual(counts({ created: 4 }));
  expect(await rotationCalled(name)).toBeUndefined();
  const result = await load(documents, { source });
  expect(result).toMatchObject({ total: 4, rejected: [], counts: counts({ created: 4 }) });

  const rotation = await rotationCalled(name);
  expect(rotation).toMatchObject({ name, description: "At night.", isTeamDefault: true });
  const [service] = await db()
    .select()
    .from(services)
    .where(eq(services.slug, `cart-${name}`));
  expect(await pathOf(service ?? { id: "" })).toMatchObject({
    ...{ deliveryRotationId: rotation?.id, opsAfterMinutes: 20 },
  });
  const written = await db().select().from(events);
  expect((await load(documents, { source }, days(1))).counts).toEqual(counts({ unchanged: 4 }));
  expect(await db().select().from(events)).toEqual(written);
});

test("each document stands by itself: a bad one is rejected with its line and reason, the rest is loaded", async () => {
  const { name, source, spec, layer } = await givenSpec();
  const { service } = await given.ownedService();
  const result = await load(
    [
      document("Rotation", `${name}-a`, { ...spec, team: "no-such-team" }),
      document("Rotation", `${name}-b`, {
        ...spec,
        layers: [{ ...layer, participants: [layer.participants[0], "nobody@harbour.example"] }],
      }),
      document("Rotation", name, spec),
      document("Rotation", name, spec),
      document("EscalationPath", service.slug, { delivery: `${name}-b` }),
      document("EscalationPath", "no-such-service", { delivery: name }),
    ],
    { source },
  );
  expect(result.counts).toEqual(counts({ created: 1 }));
  expect(result.rejected.map(({ document: number, reason }) => [number, reason])).toEqual([
    [1, "spec.team: There is no team “no-such-team”."],
    [2, "spec.layers.0.participants.1: There is nobody with the address “nobody@harbour.example”."],
    [4, expect.stringContaining(`rotation:default/${name} is already described in here.yaml, line`)],
    [5, `spec.delivery: There is no rotation “${name}-b”.`],
    [6, "There is no service “no-such-service”."],
  ]);
  expect(await rotationCalled(`${name}-b`)).toBeUndefined();
  expect(await rotationCalled(name)).toBeDefined();
  expect(await pathOf(service)).toBeUndefined();
});

test("a layer that cannot be is rejected on its own line", async () => {
  const { name, source, spec } = await givenSpec();
  const yaml = [
    "apiVersion: watchbill.dev/v1",
    "kind: Rotation",
    `metadata: {name: ${name}}`,
    "spec:",
    `  team: ${spec.team}`,
    "  layers:",
    "    - name: weekly",
    "      timeZone: Europe/Lisbon",
    "      startsAt: 2026-01-05T09:00",
    "      unit: week",
    "      participants:",
    `        - ${spec.layers[0]?.participants[0]}`,
    "        - nobody@harbour.example",
  ];
  expect((await load([yaml.join("\n")], { source })).rejected).toMatchObject([{ line: 13 }]);
  const broken = [...yaml.slice(0, 12), "      every: 0"];
  expect((await load([broken.join("\n")], { source })).rejected).toMatchObject([{ line: 13 }]);
});

test("what a person changed by hand stays until the source changes that field", async () => {
  const { name, source, spec, layer, lead, member } = await givenSpec();
  await load([document("Rotation", name, { ...spec, name: "Nights" })], { source });
  const layers = [{ ...layer, every: 1, unit: "week" as const, participants: [member.email ?? ""] }];
  await changeLayers(byHand, { rotation: name, layers, keepTurns: true }, days(1));
  await editRotation(byHand, { rotation: name, description: "Written by hand." }, days(1));

  expect((await load([document("Rotation", name, { ...spec, name: "Nights" })], { source }, days(2))).counts).toEqual(
    counts({ unchanged: 1 }),
  );
  expect((await load([document("Rotation", name, { ...spec, name: "Dogwatch" })], { source }, days(3))).counts).toEqual(
    counts({ changed: 1 }),
  );
  expect(await rotationCalled(name)).toMatchObject({ name: "Dogwatch", description: "Written by hand." });
  expect((await layersOf(name)).at(-1)).toEqual([["weekly", member.id]]);

  const turned = { ...spec, name: "Dogwatch", effectiveFrom: undefined, layers: [{ ...layer, name: "other" }] };
  expect((await load([document("Rotation", name, turned)], { source }, days(4))).counts).toEqual(
    counts({ changed: 1 }),
  );
  expect((await layersOf(name)).at(-1)).toEqual([["other", lead.id, member.id]]);
});

test("a descriptor finds the rotation that it made where a person renamed it", async () => {
  const { name, source, spec } = await givenSpec();
  await load([document("Rotation", name, spec)], { source });
  await renameRotation(byHand, { rotation: name, name: "Nights", slug: `${name}-renamed` }, days(1));
  await load([document("Rotation", name, { ...spec, description: "New words." })], { source }, days(2));
  expect(await rotationCalled(name)).toBeUndefined();
  expect(await rotationCalled(`${name}-renamed`)).toMatchObject({ name: "Nights", description: "New words." });
});

test("what was here before its descriptor stays as it is, and the import says so", async () => {
  const { name, source, spec, team } = await givenSpec();
  const { service } = await given.ownedService();
  await createRotation(db(), { team, slug: name, name: "By hand" });
  await setEscalation(byHand, { service: service.slug, delivery: name, leadAfterMinutes: 60 }, monday);
  const documents = [
    document("Rotation", name, spec),
    document("EscalationPath", service.slug, { delivery: name, leadAfterMinutes: 45 }),
  ];
  const result = await load(documents, { source });
  expect(result.counts).toEqual(counts({ unchanged: 2 }));
  expect(result.notes).toHaveLength(2);
  expect(await rotationCalled(name)).toMatchObject({ name: "By hand" });
  expect(await pathOf(service)).toMatchObject({ leadAfterMinutes: 60 });

  const [rotation = "", path = ""] = documents;
  await load([rotation, path.replace("45", "50")], { source }, days(1));
  expect(await pathOf(service)).toMatchObject({ leadAfterMinutes: 50 });
  const pruned = await load([document("Rotation", `${name}-other`, spec)], { source, prune: true }, days(2));
  expect(pruned.counts).toEqual(counts({ created: 1 }));
  expect(await rotationCalled(name)).toMatchObject({ retiredAt: null });
  expect(await pathOf(service)).toBeDefined();
});

test("a path that a person cleared stays cleared until the source changes", async () => {
  const { name, source, spec } = await givenSpec();
  const { service } = await given.ownedService();
  const path = (facts: object) => document("EscalationPath", service.slug, { delivery: name, ...facts });
  await load([document("Rotation", name, spec), path({})], { source });
  await clearEscalation(byHand, { service: service.slug }, days(1));
  await load([path({})], { source }, days(2));
  expect(await pathOf(service)).toBeUndefined();
  await load([path({ opsAfterMinutes: 25 })], { source }, days(3));
  expect(await pathOf(service)).toMatchObject({ opsAfterMinutes: 25 });
});

test("pruning takes back paths and rotations that are described no more; one that is still named stays, and says why", async () => {
  const { name, source, spec } = await givenSpec();
  const [{ service }, { service: other }] = [await given.ownedService(), await given.ownedService()];
  const kept = document("Rotation", `${name}-kept`, spec);
  const documents = [
    ...[kept, document("Rotation", name, spec), document("Rotation", `${name}-named`, spec)],
    document("EscalationPath", service.slug, { delivery: name }),
  ];
  await load(documents, { source });
  await setEscalation(byHand, { service: other.slug, delivery: `${name}-named` }, monday);

  expect((await load([kept], { source, dryRun: true, prune: true }, days(1))).counts).toEqual(
    counts({ unchanged: 1, retired: 2 }),
  );
  expect(await pathOf(service)).toBeDefined();
  const result = await load([kept], { source, prune: true }, days(1));
  expect(result.counts).toEqual(counts({ unchanged: 1, retired: 2 }));
  expect(result.notes.map(({ note }) => note)).toEqual([expect.stringContaining(other.name)]);
  expect(await pathOf(service)).toBeUndefined();
  expect(await rotationCalled(name)).toMatchObject({ retiredAt: days(1) });
  expect(await rotationCalled(`${name}-named`)).toMatchObject({ retiredAt: null });

  expect((await load(documents, { source }, days(2))).counts).toEqual(counts({ unchanged: 2, changed: 1, created: 1 }));
  expect(await rotationCalled(name)).toMatchObject({ retiredAt: null });
});

test("nothing is pruned because its descriptor, or its file, could not be read", async () => {
  const { name, source, spec } = await givenSpec();
  await load([document("Rotation", name, spec)], { source });
  const faulty = document("Rotation", name, { ...spec, layers: [] });
  for (const documents of [[faulty], ["kind: Rotation\nmetadata: {"]]) {
    const result = await load(documents, { source, prune: true }, days(1));
    expect(result.rejected).toHaveLength(1);
    expect(await rotationCalled(name)).toMatchObject({ retiredAt: null });
  }
  expect(await db().select().from(importedWatches).where(eq(importedWatches.source, source))).toHaveLength(1);
});

test("a rotation that a person retired stays retired until the source changes", async () => {
  const { name, source, spec } = await givenSpec();
  await load([document("Rotation", name, spec)], { source });
  await retireRotation(byHand, { rotation: name }, days(1));
  await load([document("Rotation", name, spec)], { source }, days(2));
  expect(await rotationCalled(name)).toMatchObject({ retiredAt: days(1) });
  await load([document("Rotation", name, { ...spec, description: "Back." })], { source }, days(3));
  expect(await rotationCalled(name)).toMatchObject({ retiredAt: null });
});

test("imports and changes by hand of the same rotation and service end, one after the other", async () => {
  const { name, source, spec, layer, lead } = await givenSpec();
  const { service } = await given.ownedService();
  const newcomer = await createPerson(db());
  await load([document("Rotation", name, spec)], { source });
  const layers = [{ ...layer, every: 1, unit: "week" as const, participants: [lead.email ?? ""] }];
  for (let round = 0; round < 5; round += 1) {
    const at = days(round + 1);
    const turned = [{ ...layer, participants: [newcomer.email, lead.email].slice(round % 2) }];
    const outcomes = await Promise.allSettled([
      load(
        [
          document("Rotation", name, { ...spec, effectiveFrom: undefined, layers: turned }),
          document("EscalationPath", service.slug, { delivery: name, opsAfterMinutes: 10 + round }),
        ],
        { source },
        at,
      ),
      setEscalation(byHand, { service: service.slug, delivery: name, leadAfterMinutes: 40 + round }, at),
      changeLayers(byHand, { rotation: name, layers, keepTurns: true }, at),
      editRotation(byHand, { rotation: name, team: spec.team, description: `Round ${round}` }, at),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "fulfilled"]);
  }
});
