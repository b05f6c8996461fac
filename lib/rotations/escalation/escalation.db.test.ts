import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { escalationPaths, events } from "#db/schema";
import type { Person } from "#db/seed/people";
import { createRotation, retireRotation } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { Forbidden, Invalid, NotFound } from "#lib/errors";
import { clearEscalation, setEscalation } from "#lib/rotations/escalation/escalation-commands";
import { findServiceJson } from "#lib/services/api-queries";
import { PutServiceInput } from "#lib/services/inputs";
import { putService } from "#lib/services/put";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const system = systemViewer("Test");

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

/** A service with both its teams, and a rotation for every seat of its path. */
async function givenSeats() {
  const { service, delivery, ops } = await given.ownedService();
  return {
    ...{ service, delivery, ops },
    primary: await createRotation(db(), { team: delivery.team }),
    backup: await createRotation(db(), { team: delivery.team }),
    opsRotation: await createRotation(db(), { team: ops.team }),
  };
}
const pathOf = async (service: { id: string }) =>
  (await db().select().from(escalationPaths).where(eq(escalationPaths.serviceId, service.id)))[0];
const changesOf = async (service: { id: string }) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ kind, about }) => kind === "escalation.changed" && about.includes(service.id))
    .map(({ about, detail }) => ({ about, ...(detail as { changes: { field: string }[] }) }));
const answerOf = async (service: { slug: string }) =>
  JSON.parse((await findServiceJson(system, service.slug)) ?? "null") as Record<string, unknown>;

test("leads of the delivery and of the ops team name who is paged, members and strangers do not", async () => {
  const { service, delivery, ops, primary } = await givenSeats();
  const wish = { service: service.slug, delivery: primary.slug };
  for (const person of [delivery.member, ops.member, delivery.manager, await given.stranger()])
    await expect(setEscalation(await viewerOf(person), wish, at)).rejects.toThrow(Forbidden);
  await setEscalation(await viewerOf(delivery.lead), wish, at);
  await setEscalation(await viewerOf(ops.lead), { ...wish, opsAfterMinutes: 10 }, at);
  expect(await pathOf(service)).toMatchObject({
    ...{ deliveryRotationId: primary.id, backupRotationId: null, opsRotationId: null },
    ...{ backupAfterMinutes: 5, opsAfterMinutes: 10, leadAfterMinutes: 30, changedAt: at },
  });
});

test("a field left out keeps its value, null takes a rotation away, and the history tells each change once", async () => {
  const { service, delivery, ops, primary, backup, opsRotation } = await givenSeats();
  const wish = { service: service.slug, delivery: primary.slug };
  await setEscalation(system, { ...wish, backup: backup.slug, ops: opsRotation.slug, leadAfterMinutes: 45 }, at);
  await setEscalation(system, wish, at);
  await setEscalation(system, { ...wish, backup: null }, at);

  expect(await pathOf(service)).toMatchObject({ backupRotationId: null, opsRotationId: opsRotation.id });
  const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  expect(await changesOf(service)).toMatchObject([
    {
      about: [service.id, delivery.team.id, ops.team.id, primary.id, backup.id, opsRotation.id],
      changes: [
        { field: "delivery", before: null, after: named(primary) },
        { field: "backup", before: null, after: named(backup) },
        { field: "ops", before: null, after: named(opsRotation) },
        { field: "leadAfterMinutes", before: null, after: 45 },
      ],
    },
    { changes: [{ field: "backup", before: named(backup), after: null }] },
  ]);
});

test("a cleared path leaves the service to its teams' defaults, and clearing it again says nothing", async () => {
  const { service, primary } = await givenSeats();
  await setEscalation(system, { service: service.slug, delivery: primary.slug }, at);
  await clearEscalation(system, { service: service.slug }, at);
  await clearEscalation(system, { service: service.slug }, at);
  expect(await pathOf(service)).toBeUndefined();
  expect(await changesOf(service)).toHaveLength(2);
});

test("a rotation that is not there, is retired or is its own backup is refused beside its field", async () => {
  const { service, primary, backup } = await givenSeats();
  await retireRotation(db(), backup);
  const wish = { service: service.slug, delivery: primary.slug };
  const refused = (path: string) => ({ constructor: Invalid, errors: [{ path }] });
  await expect(setEscalation(system, { ...wish, delivery: "no-such" }, at)).rejects.toMatchObject(refused("delivery"));
  await expect(setEscalation(system, { ...wish, backup: backup.slug }, at)).rejects.toMatchObject(refused("backup"));
  await expect(setEscalation(system, { ...wish, backup: primary.slug }, at)).rejects.toMatchObject(refused("backup"));
  await expect(setEscalation(system, { ...wish, ops: "no-such" }, at)).rejects.toMatchObject(refused("ops"));
  expect(await pathOf(service)).toBeUndefined();
  const missing = { service: "no-such-service" };
  await expect(setEscalation(system, { ...wish, ...missing }, at)).rejects.toThrow(NotFound);
  await expect(clearEscalation(system, missing, at)).rejects.toThrow(NotFound);
});

test("a service is put together with its path, which its answer shows as it can be sent back", async () => {
  const { service, delivery, ops, primary, opsRotation } = await givenSeats();
  const slug = `${service.slug}-2`;
  const escalation = { delivery: primary.slug, ops: opsRotation.slug, backupAfterMinutes: 3 };
  const body = { name: "Parcels", team: delivery.team.slug, opsTeam: ops.team.slug, escalation };
  expect(await putService(system, slug, PutServiceInput.parse(body), at)).toBe(true);
  const answer = await answerOf({ slug });
  expect(answer.escalation).toEqual({
    ...{ delivery: primary.slug, backup: null, ops: opsRotation.slug },
    ...{ backupAfterMinutes: 3, opsAfterMinutes: 15, leadAfterMinutes: 30 },
  });

  const before = await changesOf(opsRotation);
  const member = await viewerOf(delivery.member);
  await putService(member, slug, PutServiceInput.parse(answer), at);
  expect(await changesOf(opsRotation)).toEqual(before);
  const other = PutServiceInput.parse({ ...answer, escalation: { ...escalation, backupAfterMinutes: 4 } });
  await expect(putService(member, slug, other, at)).rejects.toThrow(Forbidden);

  await putService(system, slug, PutServiceInput.parse({ name: "Parcels" }), at);
  expect((await answerOf({ slug })).escalation).toEqual(answer.escalation);
  await putService(system, slug, PutServiceInput.parse({ name: "Parcels", escalation: null }), at);
  expect((await answerOf({ slug })).escalation).toBeNull();
});

test("a service whose path cannot be is not put at all, and the field is named", async () => {
  const { service, delivery } = await givenSeats();
  const slug = `${service.slug}-3`;
  const body = { name: "Parcels", team: delivery.team.slug, escalation: { delivery: "no-such" } };
  await expect(putService(system, slug, PutServiceInput.parse(body), at)).rejects.toMatchObject({
    constructor: Invalid,
    errors: [{ path: "escalation.delivery" }],
  });
  expect(await answerOf({ slug })).toBeNull();
});

test("a path that names a rotation which was retired since can be sent again as it was shown", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const { escalation } = await answerOf(service);
  await retireRotation(db(), delivery.rotation);
  await putService(system, service.slug, PutServiceInput.parse({ name: service.name, escalation }), at);
  expect(await changesOf(service)).toHaveLength(1);
});
