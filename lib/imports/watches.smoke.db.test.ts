import { expect, test } from "vitest";
import { db } from "#db/client";
import { escalationPaths, rotations } from "#db/schema";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { importCatalog } from "#lib/imports/commands";
import { parseDocuments } from "#lib/imports/documents";

testDatabase();

const viewer = systemViewer("Importer");
const at = Temporal.Instant.from("2026-03-02T09:00:00Z");

test("of the watches in a file the good ones are kept and what bad ones began is undone, on either database", async () => {
  const { service, delivery } = await given.ownedService();
  const watch = (kind: string, name: string, spec: object) =>
    JSON.stringify({ apiVersion: "watchbill.dev/v1", kind, metadata: { name }, spec });
  const layer = { name: "weekly", timeZone: "Europe/Lisbon", startsAt: "2026-01-05T09:00", unit: "week" };
  const rotation = (...participants: unknown[]) => ({
    team: delivery.team.slug,
    layers: [{ ...layer, participants }],
  });
  const text = [
    watch("EscalationPath", service.slug, { delivery: "nights" }),
    watch("Rotation", "half-written", rotation(delivery.lead.email, "nobody@harbour.example")),
    watch("Rotation", "nights", rotation(delivery.lead.email, delivery.member.email)),
  ].join("\n---\n");
  const load = async (dryRun: boolean) =>
    importCatalog(viewer, await parseDocuments(text, "here.yaml"), { source: "here", dryRun }, at);

  expect(await load(true)).toMatchObject({ created: 2, rejected: [{ document: 2 }] });
  expect(await db().select().from(rotations)).toEqual([]);
  expect(await load(false)).toMatchObject({ created: 2, rejected: [{ document: 2 }] });
  expect(await load(false)).toMatchObject({ created: 0, unchanged: 2, rejected: [{ document: 2 }] });
  expect((await db().select().from(rotations)).map(({ slug }) => slug)).toEqual(["nights"]);
  expect(await db().select().from(escalationPaths)).toHaveLength(1);
});
