import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, readRows } from "#db/client";
import { documentRevisions, documents, services } from "#db/schema";
import { seedDemo } from "#db/seed/demo";
import { testDatabase } from "#db/testing/test-database";
import type { Freshness } from "#lib/documents/freshness";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { indexDocuments } from "#lib/documents/index-documents";
import { isSubstantial } from "#lib/documents/substance";

testDatabase();

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");
let states: Record<string, Freshness> = {};

beforeAll(async () => {
  await seedDemo(monday);
  await indexDocuments(monday);
  const all = await db()
    .select({ id: documents.id, kind: documents.kind, slug: documents.slug, service: services.slug })
    .from(documents)
    .innerJoin(services, eq(services.id, documents.serviceId));
  const ids = all.map(({ id }) => id);
  const known = await loadFreshness(ids, monday);
  states = Object.fromEntries(
    all.map(({ id, kind, slug, service }) => [`${service}/${kind}s/${slug}`, known.get(id) as Freshness]),
  );
});

test("show", async () => {
  for (const [path, { state, doubts }] of Object.entries(states).toSorted())
    console.log(path, state, doubts.map((d) => d.because).join(","));
});

test("what was marked in the demo is a step of the revision that was read", async () => {
  const marks = await readRows<{ slug: string; anchor: string; step: string; isPresent: boolean }>(sql`
    select d.slug, m.anchor, m.step,
      exists (select from document_sections s where s.document_id = d.id and m.step = any(s.steps)) as "isPresent"
    from step_marks m join documents d on d.id = m.document_id where m.revision = d.revision`);
  expect(marks.filter(({ isPresent }) => !isPresent)).toEqual([]);
});

test("each revision of the demo says whether it is more than the correction of a typo", async () => {
  const revisions = await db()
    .select()
    .from(documentRevisions)
    .orderBy(documentRevisions.documentId, documentRevisions.number);
  for (const [index, revision] of revisions.entries()) {
    if (revision.number === 1) continue;
    expect(isSubstantial(revisions[index - 1]?.body ?? "", revision.body), revision.summary ?? "").toBe(
      revision.isSubstantial,
    );
  }
});
