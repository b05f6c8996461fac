import { expect, test } from "vitest";
import { db } from "#db/client";
import { createAlert, createDocument, createPerson, createService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { resolveAlert, reviewAlert } from "#lib/alerts/commands";
import { listLacking } from "#lib/alerts/lacking-queries";
import { systemViewer } from "#lib/auth/policy";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const night = Temporal.Instant.from("2026-03-03T03:00:00Z");
const days = (count: number) => night.add({ hours: 24 * count });
const program = systemViewer("A test");

/** An alert of a service that is over, and what somebody says of its briefing the day after. */
async function missed(service: Awaited<ReturnType<typeof createService>>, missing: string | null) {
  const { id: alert } = await createAlert(db(), { service }, night);
  await resolveAlert(program, { alert }, night);
  const person = await createPerson(db());
  await reviewAlert(await viewerOf(person), { alert, wasActionable: true, missing }, days(1));
  return { alert, person };
}

test("what somebody missed in a briefing is work for a quarter, with what was written since beside it", async () => {
  const service = await createService(db());
  await createDocument(db(), { service, title: "Written before" }, night);
  const { alert, person } = await missed(service, "Which pool is meant.");
  await missed(service, null);
  await missed(await createService(db()), "Of another service.");
  expect(await listLacking(program, service.id, days(2))).toMatchObject([
    { alert: { id: alert }, says: "Which pool is meant.", by: { name: person.name }, writtenSince: [] },
  ]);
  await createDocument(db(), { service, title: "The pools" }, days(3));
  const [found] = await listLacking(program, service.id, days(4));
  expect(found?.writtenSince.map(({ title }) => title)).toEqual(["The pools"]);
  expect(await listLacking(program, service.id, days(93))).toEqual([]);
});
