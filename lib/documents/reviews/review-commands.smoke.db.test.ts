import { expect, test } from "vitest";
import { db } from "#db/client";
import type { Document } from "#db/seed/documents";
import { createDocument, createPerson, declareExpert, retireDocument, saveRevision } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { reviewDocument } from "#lib/documents/reviews/review-commands";
import { findEvents } from "#lib/documents/testing/events";
import { Conflict, Forbidden, Invalid } from "#lib/errors";

testDatabase();

const start = Temporal.Instant.from("2026-02-02T08:00:00Z");
const day = (days: number) => start.add({ hours: 24 * days });

async function imported() {
  const { service, delivery } = await given.ownedService();
  return { service, delivery, document: await createDocument(db(), { service, by: "an import" }, day(0)) };
}

async function viewerOf({ id }: { id: string }) {
  const viewer = await findPersonViewer(id, day(0), day(0));
  if (!viewer) throw new Error("There is no such person.");
  return viewer;
}

const read = ({ service, kind, slug, revision }: Document) => ({ service: service.slug, kind, slug, revision });

test("one tap of an expert makes an unreviewed document a reviewed one, and stands in its history", async () => {
  const { document, delivery } = await imported();
  await reviewDocument(await viewerOf(delivery.member), { ...read(document), note: "As it is." }, day(2));
  const state = (await loadFreshness([document.id], day(3))).get(document.id);
  expect(state).toMatchObject({ state: "reviewed", reviewedAt: day(2).toString() });
  expect(await findEvents(document.id, "document.reviewed")).toMatchObject([
    { revision: 1, document: { slug: document.slug } },
  ]);
});

test("a declared expert outside the teams may, a stranger and whoever is no person may not", async () => {
  const { document, service } = await imported();
  const [expert, stranger] = [await createPerson(db()), await createPerson(db())];
  await declareExpert(db(), service, { person: expert }, day(0));
  await reviewDocument(await viewerOf(expert), read(document), day(2));
  await expect(reviewDocument(await viewerOf(stranger), read(document), day(2))).rejects.toThrow(Forbidden);
  await expect(reviewDocument(systemViewer("A script"), read(document), day(2))).rejects.toThrow(Forbidden);
});

test("whoever read an earlier revision is told what changed since, and confirms nothing", async () => {
  const { document, delivery } = await imported();
  const before = read(document);
  await saveRevision(db(), document, { by: delivery.lead, summary: "Mention the new queue" }, day(1));
  const review = reviewDocument(await viewerOf(delivery.member), before, day(2));
  await expect(review).rejects.toThrow(
    new Conflict(
      `It changed since you opened revision 1: ${delivery.lead.name} saved revision 2 (“Mention the new queue”). Read it as it is now, then confirm it.`,
    ),
  );
  expect(await findEvents(document.id, "document.reviewed")).toEqual([]);
});

test("a revision that does not exist yet, and a retired document, cannot be confirmed", async () => {
  const { document, delivery } = await imported();
  const viewer = await viewerOf(delivery.member);
  await expect(reviewDocument(viewer, { ...read(document), revision: 9 }, day(2))).rejects.toThrow(Invalid);
  await retireDocument(db(), document, {}, day(2));
  await expect(reviewDocument(viewer, read(document), day(3))).rejects.toThrow(Conflict);
});
