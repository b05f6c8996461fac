import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, readRows } from "#db/client";
import { documentRevisions, documents, follows, services, suggestions } from "#db/schema";
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

const inState = (state: Freshness["state"]) =>
  Object.entries(states).flatMap(([path, freshness]) => (freshness.state === state ? [path] : []));

test("the demo has documents in every state, most of them to be trusted", () => {
  expect(Object.keys(states).length).toBeGreaterThanOrEqual(37);
  expect(inState("proven").length).toBeGreaterThanOrEqual(8);
  expect(inState("reviewed").length).toBeGreaterThanOrEqual(10);
  expect(inState("doubtful").length).toBeGreaterThanOrEqual(6);
  expect(inState("overdue").toSorted()).toEqual([
    "checkout/runbooks/baskets-missing",
    "identity/notes/accounts-and-guests",
    "orders/runbooks/replica-lags",
    "pricing/notes/price-book-and-fallback",
    "session-cache/runbooks/memory-full",
  ]);
  expect(inState("unreviewed")).toEqual(["stock/runbooks/oversold"]);
});

test("documents of the demo are in doubt for every reason that shows without a look at the outside", () => {
  const reasons = inState("doubtful").flatMap((path) => states[path]?.doubts.map(({ because }) => because) ?? []);
  expect([...new Set(reasons)].toSorted()).toEqual([
    "assumption-changed",
    "author-left",
    "dependency-added",
    "service-changed",
    "step-failed",
    "step-out-of-date",
  ]);
});

test("what was marked in the demo is a step of the revision that was read", async () => {
  const marks = await readRows<{ slug: string; anchor: string; step: string; isPresent: boolean }>(sql`
    select d.slug, m.anchor, m.step,
      exists (select from document_sections s where s.document_id = d.id and m.step = any(s.steps)) as "isPresent"
    from step_marks m join documents d on d.id = m.document_id where m.revision = d.revision`);
  expect(marks.filter(({ isPresent }) => !isPresent)).toEqual([]);
});

test("two edits of the demo wait for the team, and documents are followed", async () => {
  expect(await db().$count(suggestions)).toBe(2);
  expect(await db().$count(follows)).toBeGreaterThan(40);
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
