import { expect, test } from "vitest";
import { db } from "#db/client";
import { createPerson, deactivatePerson, joinTeam } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { listMembers } from "#lib/briefing/colleague-queries";
import { viewerOf } from "#lib/documents/testing/viewers";

testDatabase();

const began = Temporal.Instant.from("2026-01-05T09:00:00Z");

test("of a team of many, those offered to be brought in are its leads and whoever is in it longest, without leavers", async () => {
  const { service, delivery } = await given.ownedService();
  const [early, gone] = [await createPerson(db(), { name: "Zora" }), await createPerson(db())];
  for (const person of [early, gone]) await joinTeam(db(), delivery.team, { person }, began);
  for (let joined = 1; joined <= 60; joined += 1)
    await joinTeam(db(), delivery.team, { person: await createPerson(db()) }, began.add({ hours: joined }));
  const late = await createPerson(db(), { name: "Aaron" });
  await joinTeam(db(), delivery.team, { person: late }, began.add({ hours: 1_000 }));
  const lead = await createPerson(db());
  await joinTeam(db(), delivery.team, { person: lead, role: "lead" }, began.add({ hours: 2_000 }));
  await deactivatePerson(db(), gone);

  const members = await listMembers(await viewerOf(early), service.id);
  const addresses = members.map(({ address }) => address);
  expect(members).toHaveLength(40);
  expect(addresses.slice(0, 2)).toContain(lead.email);
  expect(members[0]?.as).toBe(`lead of ${delivery.team.name}`);
  expect(addresses).toContain(early.email);
  expect(addresses).not.toContain(late.email);
  expect(addresses).not.toContain(gone.email);
});
