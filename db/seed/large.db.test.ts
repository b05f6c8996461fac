import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, rowsOf } from "#db/client";
import { dependencies, escalationPaths, people, rotations, rotationVersions, services, teams } from "#db/schema";
import { newDraft } from "#db/seed/draft";
import { draftLargeOrganisation } from "#db/seed/large";
import { testDatabase } from "#db/testing/test-database";

testDatabase();

test("the same number of services makes the same organisation", () => {
  const made = () =>
    draftLargeOrganisation(newDraft(), 60).services.map(({ slug, tier, owners }) => [
      slug,
      tier,
      owners.ops?.team.slug,
    ]);
  expect(made()).toEqual(made());
});

test("an organisation of any size fits into the database, with ten teams and two hundred people for a hundred services", async () => {
  const draft = newDraft();
  const { restless } = draftLargeOrganisation(draft, 100);
  await draft.save(db());

  expect(await db().$count(services)).toBe(100);
  expect(await db().$count(teams)).toBe(10);
  expect(await db().$count(people)).toBe(200);
  expect(await db().$count(dependencies)).toBe(400);
  const [shape] = await rowsOf<{ smallest: number; largest: number }>(
    db(),
    sql`select min(count)::int as smallest, max(count)::int as largest
      from (select count(*) from memberships where ends_at is null group by team_id) sizes`,
  );
  expect(shape?.largest).toBeGreaterThan(4 * (shape?.smallest ?? 0));

  expect(await db().$count(rotations, eq(rotations.isTeamDefault, true))).toBe(10);
  expect(await db().$count(rotationVersions, eq(rotationVersions.rotationId, restless.id))).toBe(200);
  const paths = await db().$count(escalationPaths);
  expect(paths).toBeGreaterThan(60);
  expect(paths).toBeLessThan(95);
});
