import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, inTransaction, rowsOf } from "#db/client";
import { documents } from "#db/schema";
import { createDocument, createSuggestion } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { restoreDocument, retireDocument, saveDocument, writeDocument } from "#lib/documents/commands";
import { MergeConflict } from "#lib/documents/merge-conflict";
import { putDocument } from "#lib/documents/put";
import { findDocument } from "#lib/documents/queries";
import { listRevisions } from "#lib/documents/revision-queries";
import { acceptSuggestion } from "#lib/documents/suggestions/suggestion-commands";
import { viewerOf } from "#lib/documents/testing/viewers";
import { Conflict } from "#lib/errors";

testDatabase();

const body = "One\n\nTwo\n\nThree\n";

async function scene() {
  const { service, delivery } = await given.ownedService();
  const document = await createDocument(db(), { service, body });
  const address = { service: service.slug, kind: document.kind, slug: document.slug };
  const [one, two] = [await viewerOf(delivery.member), await viewerOf(delivery.lead)];
  return { service, document, address, one, two };
}

/** Holds the document's row until all `works` wait for it, so that they really meet there. */
async function meeting<Result>(document: { id: string }, works: (() => Promise<Result>)[]) {
  let running: Promise<PromiseSettledResult<Result>[]> | undefined;
  await inTransaction(async (tx) => {
    await tx.select().from(documents).where(eq(documents.id, document.id)).for("update");
    running = Promise.allSettled(works.map((work) => work()));
    for (let waiting = 0; waiting < works.length; ) {
      const [row] = await rowsOf<{ waiting: number }>(
        db(),
        sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = row?.waiting ?? 0;
    }
  });
  return (await running) ?? [];
}

const succeeded = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const reasons = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));

test("two saves at once come one after the other, and the later one holds both", async () => {
  const { document, address, one, two } = await scene();
  const results = await meeting(document, [
    () => saveDocument(one, { ...address, baseRevision: 1, body: body.replace("One", "One of mine") }),
    () => saveDocument(two, { ...address, baseRevision: 1, body: body.replace("Three", "Three of yours") }),
  ]);
  expect(succeeded(results)).toBe(2);
  expect((await findDocument(one, address))?.body).toBe("One of mine\n\nTwo\n\nThree of yours\n");
  const { items } = await listRevisions(one, document.id);
  expect(items.map(({ number, origin }) => [number, origin])).toEqual([
    [3, "merged"],
    [2, "written"],
    [1, "written"],
  ]);
});

test("of two saves at once that contradict each other one is kept, and the other is told both texts", async () => {
  const { document, address, one, two } = await scene();
  const results = await meeting(document, [
    () => saveDocument(one, { ...address, baseRevision: 1, body: body.replace("Two", "Two of mine") }),
    () => saveDocument(two, { ...address, baseRevision: 1, body: body.replace("Two", "Two of yours") }),
  ]);
  expect(succeeded(results)).toBe(1);
  const [conflict] = reasons(results);
  if (!(conflict instanceof MergeConflict)) throw conflict;
  const sides = [conflict.detail.theirs.body, conflict.detail.yours.body].sort();
  expect(sides).toEqual([body.replace("Two", "Two of mine"), body.replace("Two", "Two of yours")]);
  expect((await findDocument(one, address))?.body).toBe(conflict.detail.theirs.body);
});

test("a suggestion that two members take at once is taken once", async () => {
  const { document, address, one, two } = await scene();
  const by = await given.stranger();
  const { id: suggestion } = await createSuggestion(db(), document, { by, body: `${body}\nFour\n` });
  const results = await meeting(document, [
    () => acceptSuggestion(one, { suggestion }),
    () => acceptSuggestion(two, { suggestion }),
  ]);
  expect(succeeded(results)).toBe(1);
  expect(reasons(results)[0]).toBeInstanceOf(Conflict);
  expect((await findDocument(one, address))?.revision).toBe(2);
});

test("a save that meets a retirement is kept before it or refused after it, never written to a retired document", async () => {
  const { document, address, one, two } = await scene();
  const results = await meeting<unknown>(document, [
    () => saveDocument(one, { ...address, baseRevision: 1, body: "Saved\n" }),
    () => retireDocument(two, address),
  ]);
  const [save, retirement] = results;
  expect(retirement?.status).toBe("fulfilled");
  const present = await findDocument(one, address);
  expect(present?.retiredAt).not.toBeNull();
  expect(present?.revision).toBe(save?.status === "fulfilled" ? 2 : 1);
  if (save?.status === "rejected") expect(save.reason).toBeInstanceOf(Conflict);
  await restoreDocument(two, address);
  expect((await saveDocument(one, { ...address, body: "Saved later\n" })).body).toBe("Saved later\n");
});

test("of two documents written to one address at once one is there, and the other is told that it is taken", async () => {
  const { service, one, two } = await scene();
  const words = { service: service.slug, kind: "note", slug: "how-it-works", title: "How", body } as const;
  const results = await Promise.allSettled([writeDocument(one, words), writeDocument(two, words)]);
  expect(succeeded(results)).toBe(1);
  expect(reasons(results)[0]).toMatchObject({ constructor: Conflict, path: "slug" });
});

test("many saves at once lose no line of anybody", async () => {
  const { address, one, two } = await scene();
  const spaced = Array.from({ length: 8 }, (_, index) => `Part ${index}\n\nRest ${index}\n\n`);
  await saveDocument(one, { ...address, body: spaced.join("") });
  await Promise.all(
    spaced.map((part, index) => {
      const changed = spaced.with(index, part.replace("Part", "Changed part")).join("");
      return putDocument(index % 2 ? one : two, address, { title: "Many", body: changed, baseRevision: 2 });
    }),
  );
  const present = await findDocument(one, address);
  expect(present?.body).toBe(spaced.join("").replaceAll("Part", "Changed part"));
});
