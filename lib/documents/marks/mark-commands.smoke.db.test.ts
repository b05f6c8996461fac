import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Document } from "#db/seed/documents";
import { createDocument, retireDocument, saveRevision } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer, type Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { indexDocuments } from "#lib/documents/index-documents";
import { outlineOf } from "#lib/documents/markdown/render";
import { markStep, unmarkStep } from "#lib/documents/marks/mark-commands";
import { listMarks } from "#lib/documents/marks/mark-queries";
import { findEvents } from "#lib/documents/testing/events";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";

testDatabase();

const start = Temporal.Instant.from("2026-02-02T08:00:00Z");
const day = (days: number) => start.add({ hours: 24 * days });

async function runbook() {
  const { service, delivery } = await given.ownedService();
  const document = await createDocument(db(), { service, by: delivery.member }, day(0));
  await indexDocuments();
  return { document, delivery, reader: await viewerOf(await given.stranger()) };
}

async function viewerOf({ id }: { id: string }): Promise<Viewer> {
  const viewer = await findPersonViewer(id, day(0), day(0));
  if (!viewer) throw new Error("There is no such person.");
  return viewer;
}

const tap = ({ service, kind, slug, revision }: Document) => ({
  ...{ service: service.slug, kind, slug, revision },
  ...{ anchor: "mitigation-1", verdict: "worked" as const, idempotencyKey: crypto.randomUUID() },
});

const marksOf = ({ id, kind, present }: Document, viewer?: Viewer) =>
  listMarks(id, outlineOf(present.body, kind), viewer);
const stateOf = async ({ id }: Document) => (await loadFreshness([id], day(9))).get(id)?.state;

test("anybody who is signed in says with one tap what came of a step, and it counts", async () => {
  const { document, reader } = await runbook();
  const mark = await markStep(reader, { ...tap(document), word: "took two minutes" }, day(2));
  expect((await marksOf(document, reader)).get("mitigation-1")).toEqual([
    {
      ...{ id: mark, anchor: "mitigation-1", step: "Restart it.", revision: 1, verdict: "worked" },
      ...{ word: "took two minutes", at: "2026-02-04T08:00:00+00:00", isOwn: true, isEarlierWording: false },
      person: { address: reader.email, name: reader.name },
    },
  ]);
  expect(await stateOf(document)).toBe("proven");
  expect(await findEvents(document.id, "step.marked")).toMatchObject([{ step: "Restart it.", verdict: "worked" }]);
});

test("the same form sent twice, even at once, marks once", async () => {
  const { document, reader } = await runbook();
  const form = tap(document);
  const [first, second] = await Promise.all([markStep(reader, form, day(2)), markStep(reader, form, day(2))]);
  expect(second).toBe(first);
  expect((await marksOf(document)).get("mitigation-1")).toHaveLength(1);
});

test("a key of somebody else's mark is refused", async () => {
  const { document, reader, delivery } = await runbook();
  const form = tap(document);
  await markStep(reader, form, day(2));
  await expect(markStep(await viewerOf(delivery.lead), form, day(2))).rejects.toThrow(Conflict);
});

test("a mark is about the revision that was read: after an edit it speaks of the earlier wording", async () => {
  const { document, delivery, reader } = await runbook();
  const form = { ...tap(document), verdict: "failed" as const };
  const body = document.present.body.replace("Restart it.", "Restart it with the new flag, then wait.");
  await saveRevision(db(), document, { by: delivery.member, body }, day(1));
  await markStep(reader, form, day(2));
  expect((await marksOf(document)).get("mitigation-1")).toMatchObject([
    { step: "Restart it.", revision: 1, isEarlierWording: true, isOwn: false },
  ]);
});

test("whoever made a mark takes it back, more than once without harm, and nobody else does", async () => {
  const { document, delivery, reader } = await runbook();
  const mark = await markStep(reader, { ...tap(document), verdict: "failed" }, day(2));
  expect(await stateOf(document)).toBe("doubtful");
  await expect(unmarkStep(await viewerOf(delivery.lead), { mark }, day(3))).rejects.toThrow(Forbidden);
  await unmarkStep(reader, { mark }, day(3));
  await unmarkStep(reader, { mark }, day(4));
  expect(await stateOf(document)).toBe("reviewed");
  expect((await marksOf(document)).size).toBe(0);
  expect(await findEvents(document.id, "step.unmarked")).toHaveLength(1);
});

test("what is no step, no revision, no document, no mark or no person is refused in words", async () => {
  const { document, reader } = await runbook();
  await expect(markStep(reader, { ...tap(document), anchor: "mitigation-9" }, day(2))).rejects.toThrow(Invalid);
  await expect(markStep(reader, { ...tap(document), revision: 7 }, day(2))).rejects.toThrow(Invalid);
  await expect(markStep(reader, { ...tap(document), slug: "nowhere" }, day(2))).rejects.toThrow(NotFound);
  await expect(unmarkStep(reader, { mark: crypto.randomUUID() }, day(2))).rejects.toThrow(NotFound);
  await expect(markStep(systemViewer("A script"), tap(document), day(2))).rejects.toThrow(Forbidden);
  await retireDocument(db(), document, {}, day(3));
  await expect(markStep(reader, tap(document), day(4))).rejects.toThrow(Conflict);
});
