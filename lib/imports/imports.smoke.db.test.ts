import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { importRuns, services, teams } from "#db/schema";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { draftImport, startImport } from "#lib/imports/draft-commands";
import { findRun, listRuns } from "#lib/imports/queries";
import { createTeam } from "#lib/teams/commands";

testDatabase();

const viewer = systemViewer("Administrator");
const catalog = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: checkout}
spec: {type: service, owner: shop-front, dependsOn: [payments]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: payments}
spec: {type: service, subcomponentOf: checkout}
---
kind: Component
metadata: {name: broken
`;
const upload = {
  files: [{ name: "catalog.yaml", bytes: new TextEncoder().encode(catalog) }],
  source: "shop",
  prune: true,
};

test("an upload is looked at first, then imported once, and its record tells what came of it", async () => {
  const draft = await draftImport(viewer, upload);
  expect(await findRun(viewer, draft)).toMatchObject({
    isDryRun: true,
    canStart: true,
    created: 2,
    rejected: [{ document: 3 }],
  });
  expect(await db().select().from(services)).toEqual([]);

  const { id, run } = await startImport(viewer, draft);
  expect(await findRun(viewer, id)).toMatchObject({ state: "running", done: 0, total: 3 });
  await run();
  expect(await findRun(viewer, id)).toMatchObject({ state: "finished", done: 3, created: 2, unchanged: 0 });
  expect(await db().select().from(services)).toHaveLength(2);
  await expect(startImport(viewer, draft)).rejects.toThrow("imported or replaced already");
  expect((await listRuns(viewer)).map((one) => one.isDryRun)).toEqual([false, true]);
});

test("a team made by hand takes the services that have been waiting for it", async () => {
  await createTeam(viewer, { name: "Shop front", slug: "shop-front", kind: "delivery" });
  const [team] = await db().select().from(teams).where(eq(teams.slug, "shop-front"));
  const [checkout] = await db().select().from(services).where(eq(services.slug, "checkout"));
  expect(checkout).toMatchObject({ deliveryTeamId: team?.id, ownerReference: null });
});

test("a later upload lets the earlier one go", async () => {
  const first = await draftImport(viewer, upload);
  await draftImport(viewer, { ...upload, source: "other" });
  await expect(startImport(viewer, first)).rejects.toThrow("replaced");
  expect(await db().select().from(importRuns).where(eq(importRuns.id, first))).toMatchObject([{ upload: null }]);
});
