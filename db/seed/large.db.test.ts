import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, rowsOf } from "#db/client";
import { dependencies, escalationPaths, people, rotations, rotationVersions, services, teams } from "#db/schema";
import { newDraft } from "#db/seed/draft";
import { draftLargeOrganisation, draftLargeWritings } from "#db/seed/large";
import { fillLargePast } from "#db/seed/large/past";
import { testDatabase } from "#db/testing/test-database";
import type { CheckKind } from "#lib/coverage/checks";
import { measureDue } from "#lib/coverage/measure-due";
import { indexDocuments } from "#lib/documents/index-documents";

testDatabase();

const draft = newDraft();
const organisation = draftLargeOrganisation(draft, 100);
const { restless } = organisation;
const { documents } = draftLargeWritings(draft, organisation);
beforeAll(() => draft.save(db()));

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

test("what an organisation has written lies in the database as it would be taken apart for search", async () => {
  expect(documents).toHaveLength(500);
  const indexed = async () => ({
    sections: await rowsOf(
      db(),
      sql`select document_id, ordinal, anchor, heading, text, steps from document_sections order by 1, 2`,
    ),
    mentions: await rowsOf(db(), sql`select * from document_mentions order by 1, 2`),
    words: await rowsOf(db(), sql`select word from search_words order by word`),
  });
  const written = await indexed();
  await db().execute(sql`truncate document_sections, document_mentions, search_words`);
  expect(await indexDocuments()).toBe(500);
  expect(await indexed()).toEqual(written);
  expect(written.sections.length).toBeGreaterThan(2_500);
});

test("of an organisation’s past each check of what pages, people and papers show is met for some services and not for others", async () => {
  const at = Temporal.Instant.from("2026-07-06T08:00:00Z");
  await fillLargePast(db(), at);
  expect(await measureDue(at)).toBe(100);
  const rows = await rowsOf<{ kind: CheckKind; states: string[] }>(
    db(),
    sql`select c ->> 'check' as kind, array_agg(distinct c ->> 'state' order by c ->> 'state') as states
      from coverage_snapshots cross join jsonb_array_elements(checks) c group by 1`,
  );
  const states = new Map(rows.map(({ kind, states }) => [kind, states]));
  for (const kind of [
    "contact-methods",
    "runbooks",
    "signatures",
    "answered",
    "worthwhile-pages",
    "exercised",
  ] as const)
    expect(states.get(kind), kind).toEqual(expect.arrayContaining(["met", "not_met"]));
});
