import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { documentLinks, documentMentions, documentSections, events } from "#db/schema";
import { createDocument, createService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import {
  bringBackRevision,
  moveDocument,
  restoreDocument,
  retireDocument,
  saveDocument,
  writeDocument,
} from "#lib/documents/commands";
import { indexDocuments } from "#lib/documents/index-documents";
import { MergeConflict } from "#lib/documents/merge-conflict";
import { findDocument } from "#lib/documents/queries";
import { findRevision, listMergedAuthors, listRevisions } from "#lib/documents/revision-queries";
import { viewerOf } from "#lib/documents/testing/viewers";
import { Conflict, Invalid, NotFound } from "#lib/errors";
import { renameService } from "#lib/services/commands";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const later = at.add({ hours: 1 });

async function written(body = "## Meaning\n\nThe cache is cold.\n\n## Mitigation\n\n1. Warm it.\n2. Wait.\n") {
  const { service, delivery } = await given.ownedService();
  const viewer = await viewerOf(delivery.member);
  const words = { title: "Cache is cold", body, alertNames: ["CacheCold"] };
  const address = await writeDocument(viewer, { service: service.slug, kind: "runbook", ...words }, at);
  const other = await viewerOf(delivery.lead);
  const present = async () => {
    const document = await findDocument(viewer, address);
    if (!document) throw new Error("The document is not there.");
    return document;
  };
  return { service, viewer, other, address, present };
}

const historyOf = async (thing: string) =>
  (await db().select().from(events).orderBy(asc(events.id)))
    .filter(({ about }) => about.includes(thing))
    .map(({ kind, detail }) => ({ kind, ...detail }));

test("a document that a member writes is there with its first revision, its outline, and a line of history", async () => {
  const { address, present, viewer, service } = await written();

  expect(address).toEqual({ service: service.slug, kind: "runbook", slug: "cache-is-cold" });
  const document = await present();
  expect(document).toMatchObject({
    title: "Cache is cold",
    alertNames: ["CacheCold"],
    revision: 1,
    service: { slug: service.slug, isRetired: false },
    lastChange: { author: { name: viewer.name, address: viewer.email }, summary: null },
    permissions: { canEdit: true, canReview: true, canSuggest: false },
    isFollowed: false,
  });
  expect(document.outline.sections.flatMap(({ steps }) => steps.map(({ text }) => text))).toEqual([
    "Warm it.",
    "Wait.",
  ]);
  expect((await historyOf(document.id)).map(({ kind }) => kind)).toEqual(["document.written"]);
});

test("a taken address, the address of the form and a title without letters are refused beside their field", async () => {
  const { service, viewer } = await written();
  const write = (words: { title: string; slug?: string }) =>
    writeDocument(viewer, { service: service.slug, kind: "runbook", body: "", ...words }, at);
  await expect(write({ title: "Cache is cold" })).rejects.toMatchObject({ constructor: Conflict, path: "slug" });
  await expect(write({ title: "New" })).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "slug" }] });
  await expect(write({ title: "決済" })).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "slug" }] });
});

test("an architecture note answers no alerts", async () => {
  const { service, viewer } = await written();
  const note = { service: service.slug, kind: "note", title: "How it works", body: "" } as const;
  await expect(writeDocument(viewer, { ...note, alertNames: ["X"] }, at)).rejects.toMatchObject({
    errors: [{ path: "alertNames" }],
  });
});

test("a save makes a revision, and a save with nothing changed makes none", async () => {
  const { address, present, viewer } = await written();
  const saved = await saveDocument(viewer, { ...address, body: "## Meaning\n\nWarm.\n", summary: "Shorter" }, later);
  expect(saved).toMatchObject({ revision: 2, merged: false, body: "## Meaning\n\nWarm.\n", title: "Cache is cold" });
  const again = await saveDocument(viewer, { ...address, body: "## Meaning\n\nWarm.\n" }, later);
  expect(again.revision).toBe(2);

  const { id, revision, lastChange } = await present();
  expect([revision, lastChange.summary]).toEqual([2, "Shorter"]);
  const { items } = await listRevisions(viewer, id);
  expect(items.map(({ number, basedOn, origin }) => [number, basedOn, origin])).toEqual([
    [2, 1, "written"],
    [1, null, "written"],
  ]);
  expect((await findRevision(viewer, id, 1))?.body).toContain("The cache is cold.");
  expect(await findRevision(viewer, id, 3)).toBeUndefined();
  expect((await historyOf(id)).map(({ kind }) => kind)).toEqual(["document.written", "document.edited"]);
});

test("two saves on one revision that touch different places are both kept, title and alert names too", async () => {
  const { address, viewer, other, present } = await written();
  const body = (await present()).body;
  await saveDocument(
    viewer,
    { ...address, baseRevision: 1, title: "The cache is cold", body: body.replace("cold.", "cold, or full.") },
    later,
  );
  const second = { baseRevision: 1, body: `${body}3. Look again.\n`, alertNames: ["CacheCold", "CacheMisses"] };
  const saved = await saveDocument(other, { ...address, ...second }, later);

  expect(saved).toMatchObject({ revision: 3, merged: true, title: "The cache is cold" });
  const document = await present();
  expect(document.body).toContain("cold, or full.");
  expect(document.body).toContain("3. Look again.");
  expect(document.alertNames).toEqual(["CacheCold", "CacheMisses"]);
  const [merged] = (await listRevisions(viewer, document.id)).items;
  expect(merged).toMatchObject({ origin: "merged", basedOn: 1, author: { name: other.name } });
  expect(await listMergedAuthors(other, document.id, 3)).toEqual([viewer.name]);
  expect(await listMergedAuthors(other, document.id, 2)).toEqual([]);
});

test("a save that contradicts another is a conflict that holds both texts, and changes nothing", async () => {
  const { address, viewer, other, present } = await written("One\n\nTwo\n");
  await saveDocument(viewer, { ...address, baseRevision: 1, body: "One, mine\n\nTwo\n", title: "Mine" }, later);
  const attempt = saveDocument(
    other,
    { ...address, baseRevision: 1, body: "One, yours\n\nTwo!\n", title: "Yours" },
    later,
  );

  const error = await attempt.catch((reason: unknown) => reason);
  if (!(error instanceof MergeConflict)) throw error;
  expect(error.detail).toMatchObject({
    revision: 2,
    theirs: { title: "Mine", body: "One, mine\n\nTwo\n" },
    yours: { title: "Yours", body: "One, yours\n\nTwo!\n" },
    conflicts: [
      { field: "title", line: null, base: "Cache is cold", mine: "Yours", theirs: "Mine" },
      { field: "body", line: 1, base: "One\n", mine: "One, yours\n", theirs: "One, mine\n" },
    ],
  });
  expect(error.detail.merged.body).toBe("<<<<<<< yours\nOne, yours\n=======\nOne, mine\n>>>>>>> theirs\n\nTwo!\n");
  expect(await present()).toMatchObject({ revision: 2, title: "Mine" });
});

test("a base that the document never had is refused", async () => {
  const { address, viewer } = await written();
  const save = saveDocument(viewer, { ...address, baseRevision: 7, body: "x" }, later);
  await expect(save).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "baseRevision" }] });
});

test("an older revision comes back as a new one that says so", async () => {
  const { address, viewer, present } = await written("First\n");
  await saveDocument(viewer, { ...address, body: "Second\n", title: "Second" }, later);
  expect(await bringBackRevision(viewer, { ...address, revision: 1 }, later)).toBe(3);
  expect(await bringBackRevision(viewer, { ...address, revision: 1 }, later)).toBe(3);

  const document = await present();
  expect(document).toMatchObject({ body: "First\n", title: "Cache is cold", revision: 3 });
  const [line] = (await listRevisions(viewer, document.id)).items;
  expect(line).toMatchObject({ origin: "restored", basedOn: 1 });
  expect((await historyOf(document.id)).at(-1)).toMatchObject({ kind: "document.brought-back", revision: 3, from: 1 });
});

test("a document that moved is found at every address it had, also after its service was renamed", async () => {
  const { address, viewer, present, service } = await written();
  const { id } = await present();
  const moved = await moveDocument(viewer, { ...address, title: "Cold cache", toSlug: "cold-cache" }, later);
  expect(moved).toEqual({ ...address, slug: "cold-cache" });
  await saveDocument(viewer, { ...address, body: "By the old address\n" }, later);

  const slug = `renamed-${service.slug}`;
  await renameService(viewer, { service: service.slug, name: "Renamed", slug }, later);
  for (const one of [address, moved, { ...address, service: slug }, { ...moved, service: slug }])
    expect(await findDocument(viewer, one)).toMatchObject({ id, slug: "cold-cache", title: "Cold cache" });
  expect(await findDocument(viewer, { ...address, kind: "note" })).toBeUndefined();

  const heir = await writeDocument(viewer, { ...address, title: "Heir", body: "" }, later);
  expect((await findDocument(viewer, heir))?.title).toBe("Heir");
  expect((await historyOf(id)).map(({ kind }) => kind)).toContain("document.moved");
});

test("a retired document is read but not changed, until it is brought back", async () => {
  const { address, viewer, present } = await written();
  await retireDocument(viewer, address, later);
  expect((await present()).retiredAt).toBe("2026-03-02T10:00:00+00:00");
  await expect(saveDocument(viewer, { ...address, body: "x" }, later)).rejects.toThrow(Conflict);
  await expect(moveDocument(viewer, { ...address, title: "T", toSlug: "t" }, later)).rejects.toThrow(Conflict);
  await restoreDocument(viewer, address, later);
  expect((await saveDocument(viewer, { ...address, body: "x" }, later)).revision).toBe(2);
});

test("nothing is written about a service that is not there or retired", async () => {
  const { viewer, service, address } = await written();
  const words = { kind: "note", title: "Note", body: "" } as const;
  await expect(writeDocument(viewer, { service: "nowhere", ...words }, at)).rejects.toThrow(NotFound);
  await expect(saveDocument(viewer, { ...address, slug: "nothing", body: "" }, at)).rejects.toThrow(NotFound);
  const retired = await createService(db(), { retiredAt: at });
  const administrator = await viewerOf(await given.administrator());
  await expect(writeDocument(administrator, { service: retired.slug, ...words }, at)).rejects.toThrow(Conflict);
  expect(service.retiredAt).toBeNull();
});

test("a text is taken apart for search at each save: sections with their steps, services named, outside addresses", async () => {
  const { address, viewer, present, service } = await written();
  const needed = await createService(db());
  const body = `Intro\n\n## Diagnosis\n\n1. Look at [it](/services/${needed.slug}).\n2. Read [this](https://docs.example/a).\n\n## This one\n\n[Itself](/services/${service.slug})\n`;
  await saveDocument(viewer, { ...address, body }, later);

  const { id } = await present();
  const sections = await db()
    .select()
    .from(documentSections)
    .where(eq(documentSections.documentId, id))
    .orderBy(documentSections.ordinal);
  expect(sections.map(({ heading, anchor, steps }) => ({ heading, anchor, steps }))).toEqual([
    { heading: "Cache is cold", anchor: "", steps: [] },
    { heading: "Diagnosis", anchor: "diagnosis", steps: ["Look at it.", "Read this."] },
    { heading: "This one", anchor: "this-one", steps: [] },
  ]);
  const mentions = await db().select().from(documentMentions).where(eq(documentMentions.documentId, id));
  expect(mentions.map(({ serviceId }) => serviceId)).toEqual([needed.id]);
  const links = await db().select().from(documentLinks).where(eq(documentLinks.documentId, id));
  expect(links.map(({ url }) => url)).toEqual(["https://docs.example/a"]);
});

test("text of half a megabyte, in words that are all different, is stored and indexed", async () => {
  const { address, viewer } = await written();
  const words = Array.from({ length: 80_000 }, (_, index) => index.toString(36)).join(" ");
  const body = `# ${"heading ".repeat(5_000)}\n\n${words}`;
  expect((await saveDocument(viewer, { ...address, body }, later)).revision).toBe(2);
});

test("documents that were written as bare rows are indexed once", async () => {
  const [one, two] = [await createDocument(db()), await createDocument(db(), { kind: "note", body: "" })];
  await indexDocuments(at);
  expect(await indexDocuments(at)).toBe(0);
  for (const { id, title } of [one, two]) {
    const first = and(eq(documentSections.documentId, id), eq(documentSections.ordinal, 0));
    expect(await db().select().from(documentSections).where(first)).toMatchObject([{ heading: title }]);
  }
});
