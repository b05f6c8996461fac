import { expect, test } from "vitest";
import { db } from "#db/client";
import { createDocument, createMark, createReview, createSuggestion, saveRevision } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { writeDocument } from "#lib/documents/commands";
import { followDocument } from "#lib/documents/following/follow-commands";
import { listFollowedChanges } from "#lib/documents/following/follow-queries";
import { indexDocuments } from "#lib/documents/index-documents";
import { putDocument } from "#lib/documents/put";
import {
  findDocument,
  findRunbookByAlertName,
  listDocuments,
  listRunbooksByAlertName,
  listServiceDocuments,
} from "#lib/documents/queries";
import { listRevisions } from "#lib/documents/revision-queries";
import { acceptSuggestion } from "#lib/documents/suggestions/suggestion-commands";
import { viewerOf } from "#lib/documents/testing/viewers";
import { addUpload } from "#lib/documents/uploads/upload-commands";
import { findUpload, readUpload } from "#lib/documents/uploads/upload-queries";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");

test("a document is written, saved by two, suggested, followed and found on either database", async () => {
  const { service, delivery } = await given.ownedService();
  const [one, two] = [await viewerOf(delivery.member), await viewerOf(delivery.lead)];
  const words = { title: "Cache is cold", body: "One\n\nTwo\n", alertNames: ["CacheCold"] };
  const address = await writeDocument(one, { service: service.slug, kind: "runbook", ...words }, at);
  await followDocument(two, { ...address, isFollowed: true }, at);
  const later = at.add({ minutes: 1 });
  await putDocument(one, address, { ...words, body: "1\n\nTwo\n", baseRevision: 1 }, later);
  const saved = await putDocument(two, address, { ...words, body: "One\n\n2\n", baseRevision: 1 }, later);

  expect(saved).toMatchObject({ revision: 3, merged: true, body: "1\n\n2\n", isNew: false });
  const document = await findDocument(one, address);
  expect((await listRevisions(one, document?.id ?? "")).items).toHaveLength(3);
  expect(await listFollowedChanges(two, at)).toMatchObject([{ revision: 2, revisions: 1 }]);
  expect(await findRunbookByAlertName(one, "CacheCold", service.slug)).toMatchObject({ title: "Cache is cold" });
  expect(await findRunbookByAlertName(one, "CacheCold", "nowhere")).toBeUndefined();
  expect(await listRunbooksByAlertName(one, "Nothing")).toEqual([]);
});

test("what the factories write of a document can be indexed, listed and decided", async () => {
  const { service, delivery } = await given.ownedService();
  const [viewer, by] = [await viewerOf(delivery.member), await given.stranger()];
  const document = await createDocument(db(), { service });
  await saveRevision(db(), document, { alertNames: ["A"], summary: "An alert" }, at);
  await createReview(db(), document, { by: delivery.lead }, at);
  await createMark(db(), document, { by }, at);
  const { id: suggestion } = await createSuggestion(db(), document, { by }, at);
  await indexDocuments(at);

  const [item] = await listServiceDocuments(viewer, service.id, at);
  expect(item).toMatchObject({ id: document.id, alertNames: ["A"], freshness: { state: "proven" } });
  const filter = { service: service.slug, query: document.title.slice(0, 6), mine: true, state: "proven" } as const;
  expect((await listDocuments(viewer, filter, at)).items).toEqual([item]);
  expect((await listDocuments(viewer, { ...filter, state: "overdue" }, at)).items).toEqual([]);
  expect((await listDocuments(viewer, { ...filter, retired: true }, at)).items).toEqual([]);
  expect((await acceptSuggestion(viewer, { suggestion }, at)).revision).toBe(3);
});

test("a file comes back byte for byte", async () => {
  const { service, delivery } = await given.ownedService();
  const viewer = await viewerOf(delivery.member);
  const content = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7) % 256);
  const { id } = await addUpload(viewer, { service: service.slug, name: "bytes.bin", content }, at);
  const upload = await findUpload(viewer, id);
  expect(upload).toMatchObject({ name: "bytes.bin", type: "application/octet-stream" });
  expect(upload && (await readUpload(viewer, upload))).toEqual(content);
});
