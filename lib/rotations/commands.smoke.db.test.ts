import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, rotationVersions } from "#db/schema";
import { createPerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { Conflict } from "#lib/errors";
import { changeLayers, makeTeamDefault, retireRotation } from "#lib/rotations/commands";
import { clearEscalation, setEscalation } from "#lib/rotations/escalation/escalation-commands";
import { PutRotationInput } from "#lib/rotations/inputs";
import { putRotation } from "#lib/rotations/put";

testDatabase();

const at = Temporal.Instant.from("2026-03-04T12:00:00Z");
const system = systemViewer("Test");

test("a rotation is put, changed by two people at once, paged for a service and retired, on either database", async () => {
  const { service, delivery } = await given.ownedService();
  const newcomer = await createPerson(db());
  const layer = {
    name: "weekly",
    timeZone: "Europe/Lisbon",
    startsAt: "2026-01-05T09:00",
    every: 1,
    unit: "week" as const,
    participants: [delivery.lead.email ?? "", delivery.member.email ?? ""],
  };
  const body = { name: "Nights", team: delivery.team.slug, effectiveFrom: "2026-01-05T09:00:00Z", layers: [layer] };
  expect(await putRotation(system, "smoke", PutRotationInput.parse(body), at)).toBe(true);
  expect(await putRotation(system, "smoke", PutRotationInput.parse(body), at)).toBe(false);
  expect(await putRotation(system, "smoke-2", PutRotationInput.parse(body), at)).toBe(true);

  const change = (participants: string[]) =>
    changeLayers(system, { rotation: "smoke", layers: [{ ...layer, participants }], keepTurns: true }, at);
  await Promise.all([change([newcomer.email ?? "", ...layer.participants]), change([newcomer.email ?? ""])]);
  const [first] = await db().select().from(events).where(eq(events.kind, "rotation.created")).orderBy(asc(events.id));
  const versions = await db()
    .select()
    .from(rotationVersions)
    .where(eq(rotationVersions.rotationId, first?.about[0] ?? ""))
    .orderBy(asc(rotationVersions.startsAt));
  expect(versions.map(({ startsAt, endsAt }) => [startsAt.toString(), endsAt])).toEqual([
    ["2026-01-05T09:00:00Z", at],
    [at.toString(), null],
  ]);

  await makeTeamDefault(system, { rotation: "smoke-2" }, at);
  await setEscalation(system, { service: service.slug, delivery: "smoke", backup: "smoke-2" }, at);
  await expect(retireRotation(system, { rotation: "smoke-2" }, at)).rejects.toThrow(Conflict);
  await clearEscalation(system, { service: service.slug }, at);
  await retireRotation(system, { rotation: "smoke-2" }, at);
  const told = await db().select({ kind: events.kind }).from(events).where(eq(events.actor, system.name));
  expect(told.map(({ kind }) => kind)).toEqual([
    ...["rotation.created", "rotation.created", "rotation.changed", "rotation.changed"],
    ...["rotation.made-default", "escalation.changed", "escalation.changed", "rotation.retired"],
  ]);
});
