import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { documents } from "#db/schema";
import { createService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { retireDocument, saveDocument, writeDocument } from "#lib/documents/commands";
import type { GivenFile } from "#lib/documents/exchange/drafts";
import { exportDocuments } from "#lib/documents/exchange/export-queries";
import { importDocuments } from "#lib/documents/exchange/import-commands";
import { findDocument } from "#lib/documents/queries";
import { addUpload } from "#lib/documents/uploads/upload-commands";
import { editSignature, writeSignature } from "#lib/signatures/commands";
import { findSignature } from "#lib/signatures/queries";

testDatabase();

const viewer = systemViewer("Administrator");
const file = (where: string, text: string): GivenFile => ({ path: where, bytes: new TextEncoder().encode(text) });
const textOf = (files: readonly GivenFile[], where: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.find((one) => one.path === where)?.bytes);

const original =
  "---\r\ntitle: Cache is cold\r\nweight: 3\r\n---\r\n\r\n# CacheCold\r\n\r\n## Meaning\r\n\r\nCold.\r\n\r\n## Mitigation\r\n\r\n1. Warm it.\r\n";

async function imported(text = original) {
  const service = await createService(db());
  const source = `folder of ${service.slug}`;
  const load = (...files: GivenFile[]) => importDocuments(viewer, { source, service: service.slug, files });
  const result = await load(file("CacheCold.md", text));
  const address = { service: service.slug, kind: "runbook", slug: "cachecold" } as const;
  const present = async () => (await findDocument(viewer, address))?.body;
  return { service, load, source, result, address, present };
}

test("a folder is loaded once: again it changes nothing, and its text comes out as it went in", async () => {
  const { result, load, service } = await imported();
  expect(result).toMatchObject({ created: [{ path: "CacheCold.md", title: "Cache is cold" }], unchanged: 0 });
  expect(await load(file("CacheCold.md", original))).toMatchObject({ created: [], changed: [], unchanged: 1 });
  const files = await exportDocuments(viewer);
  expect(textOf(files, `services/${service.slug}/runbooks/cachecold.md`)).toBe(original);
});

test("a dry run tells what would happen and writes nothing", async () => {
  const service = await createService(db());
  const files = [file("A.md", "# A\n")];
  const wish = { source: "dry", service: service.slug, files, dryRun: true };
  expect((await importDocuments(viewer, wish)).created).toHaveLength(1);
  expect(await db().select().from(documents).where(eq(documents.serviceId, service.id))).toEqual([]);
});

test("what only the source changed is a revision of the import; what only we changed stays", async () => {
  const { load, address, present } = await imported();
  const changed = original.replace("Cold.", "Nothing is in it.");
  expect((await load(file("CacheCold.md", changed))).changed).toHaveLength(1);
  expect(await present()).toContain("Nothing is in it.");
  await saveDocument(viewer, { ...address, body: `${await present()}\r\nOurs.\r\n` });
  expect(await load(file("CacheCold.md", changed))).toMatchObject({ unchanged: 1, conflicts: [] });
  expect(await present()).toContain("Ours.");
});

test("what both changed in different places is merged, and stays merged when the same file comes again", async () => {
  const { load, address, present } = await imported();
  await saveDocument(viewer, { ...address, body: (await present())?.replace("Warm it.", "Warm it slowly.") });
  const changed = original.replace("Cold.", "Nothing is in it.");
  expect((await load(file("CacheCold.md", changed))).merged).toHaveLength(1);
  for (const _ of [1, 2]) {
    expect(await present()).toContain("Warm it slowly.");
    expect(await present()).toContain("Nothing is in it.");
    expect(await load(file("CacheCold.md", changed))).toMatchObject({ unchanged: 1, merged: [], changed: [] });
  }
  const next = changed.replace("# CacheCold", "# Cache cold");
  expect((await load(file("CacheCold.md", next))).merged).toHaveLength(1);
  expect(await present()).toContain("Warm it slowly.");
});

test("what both changed in one place is a conflict with both texts, and the document is untouched", async () => {
  const { load, address, present } = await imported();
  await saveDocument(viewer, { ...address, body: (await present())?.replace("Cold.", "Ours.") });
  const before = await present();
  const { conflicts } = await load(file("CacheCold.md", original.replace("Cold.", "Theirs.")));
  expect(conflicts).toMatchObject([
    { path: "CacheCold.md", here: expect.stringContaining("Ours."), there: expect.stringContaining("Theirs.") },
  ]);
  expect(await present()).toBe(before);
});

test("a document that was written here by hand is never overwritten by a file of the same name", async () => {
  const { service, load } = await imported();
  const address = await writeDocument(viewer, {
    ...{ service: service.slug, kind: "runbook", title: "By hand", slug: "by-hand", body: "Ours.\n" },
  });
  const { conflicts } = await load(file("by-hand.md", "# Theirs\n"));
  expect(conflicts).toHaveLength(1);
  expect((await findDocument(viewer, address))?.body).toBe("Ours.\n");
});

test("what was retired here stays retired", async () => {
  const { load, address } = await imported();
  await retireDocument(viewer, address);
  const result = await load(file("CacheCold.md", original.replace("Cold.", "New.")));
  expect(result.passedOver).toMatchObject([{ path: "CacheCold.md", reason: expect.stringContaining("retired") }]);
});

test("a file that moved within its folder is the same document", async () => {
  const { load, address } = await imported();
  expect(await load(file("cache/CacheCold.md", original))).toMatchObject({ created: [], unchanged: 1 });
  expect((await findDocument(viewer, address))?.source?.location).toBe("cache/CacheCold.md");
});

test("a bad file is rejected by itself; one without a service, or with one that is not there, says so", async () => {
  const service = await createService(db());
  const files = [
    file("A.md", `---\nservice: ${service.slug}\n---\n# A\n`),
    file("B.md", "# B\n"),
    file("C.md", "---\nservice: no-such-service\n---\n# C\n"),
  ];
  const result = await importDocuments(viewer, { source: "mixed", files });
  expect(result.created.map((one) => one.path)).toEqual(["A.md"]);
  expect(result.rejected.map((one) => one.reason)).toEqual([
    expect.stringContaining("which service"),
    expect.stringContaining("no-such-service"),
  ]);
  await expect(importDocuments(viewer, { source: "x", files, service: "no-such-service" })).rejects.toThrow(
    "no-such-service",
  );
});

/** Revisions are immutable, so the triggers that say so have to look away. */
async function emptyDocuments() {
  await db().execute(sql`alter table document_revisions disable trigger user`);
  await db().execute(sql`truncate documents, document_revisions, signatures, uploads cascade`);
  await db().execute(sql`alter table document_revisions enable trigger user`);
}

test("an export imports into an empty database to the same export, with pictures, signatures and everything", async () => {
  const { service, load, address } = await imported();
  await load(file("Two.md", "---\n---\nbody of two"), file("CacheCold.md", original));
  await saveDocument(viewer, { ...address, title: "Another title", alertNames: ["X", "Y"], reviewIntervalDays: 12 });
  const picture = await addUpload(viewer, {
    service: service.slug,
    name: "a.txt",
    content: new TextEncoder().encode("hi"),
  });
  const note = {
    service: service.slug,
    kind: "note",
    title: "Bare",
    body: `---\nnot: yaml\n---\n${picture.markdown}`,
  } as const;
  await writeDocument(viewer, note);
  const said = {
    pattern: "hull breached",
    labels: { a: "b" },
    meaning: "Water",
    cause: "",
    confirm: "",
    firstStep: "Pump.\n\nAgain.",
  };
  await writeSignature(viewer, { service: service.slug, slug: "hull", ...said, runbook: "cachecold#meaning" });
  const before = await exportDocuments(viewer);

  await emptyDocuments();
  const result = await importDocuments(viewer, { source: "elsewhere", files: before });
  expect(result).toMatchObject({ changed: [], merged: [], conflicts: [], rejected: [], passedOver: [] });
  const after = await exportDocuments(viewer);
  expect(after.map((one) => [one.path, textOf(after, one.path)])).toEqual(
    before.map((one) => [one.path, textOf(before, one.path)]),
  );
  const again = await importDocuments(viewer, { source: "elsewhere", files: after });
  expect(again).toMatchObject({ created: [], changed: [], merged: [], conflicts: [], rejected: [] });
});

test("a text that was changed in an export is brought back, merged with what was written since", async () => {
  const service = await createService(db());
  const words = { service: service.slug, kind: "runbook", title: "T", body: "one\n\ntwo\n\nthree\n" } as const;
  const address = await writeDocument(viewer, words);
  const files = await exportDocuments(viewer);
  await saveDocument(viewer, { ...address, body: "ONE\n\ntwo\n\nthree\n" });
  const where = `services/${service.slug}/runbooks/${address.slug}.md`;
  const edited = files.map((one) => (one.path === where ? file(where, "one\n\ntwo\n\nTHREE\n") : one));
  const result = await importDocuments(viewer, { source: "export", files: edited });
  expect(result.merged.map((one) => one.path)).toEqual([where]);
  expect((await findDocument(viewer, address))?.body).toBe("ONE\n\ntwo\n\nTHREE\n");
});

test("a signature that somebody changed here is left alone, and the difference reported", async () => {
  const service = await createService(db());
  const said = { pattern: "mast broke", meaning: "No sail", cause: "", confirm: "", firstStep: "Row." };
  const address = await writeSignature(viewer, { service: service.slug, slug: "mast", ...said });
  const files = await exportDocuments(viewer);
  await editSignature(viewer, { ...address, firstStep: "Swim." });
  const { conflicts } = await importDocuments(viewer, { source: "export", files });
  expect(conflicts).toMatchObject([{ here: "firstStep: Swim.\n", there: "firstStep: Row.\n" }]);
  expect((await findSignature(viewer, service.slug, "mast"))?.firstStep).toBe("Swim.");
});

// Runbooks that nobody here wrote; they lie beside the checkout where there are any.
const folder = path.resolve("../shared/data/prometheus-runbooks/content/runbooks");

test.skipIf(!existsSync(folder))(
  "108 real runbooks import with an alert name each, come out as they went in, and change nothing the second time",
  { timeout: 120_000 },
  async () => {
    const service = await createService(db());
    const files = globSync("**/*.md", { cwd: folder }).map((name) => ({
      path: name,
      bytes: new Uint8Array(readFileSync(path.join(folder, name))),
    }));
    const wish = { source: "prometheus-runbooks", service: service.slug, files };
    const first = await importDocuments(viewer, wish);
    expect(first.rejected).toEqual([]);
    expect(first.created).toHaveLength(108);
    expect(first.passedOver).toHaveLength(9);
    expect(await importDocuments(viewer, wish)).toMatchObject({ created: [], changed: [], merged: [], unchanged: 108 });
    const out = await exportDocuments(viewer);
    for (const { path: name, address } of first.created) {
      expect(textOf(out, `services/${address}.md`), name).toBe(textOf(files, name));
      const [, , slug = ""] = address.split("/");
      const view = await findDocument(viewer, { service: service.slug, kind: "runbook", slug });
      expect(view?.alertNames, name).toEqual([path.basename(name, ".md")]);
      expect(view?.outline.sections.length, name).toBeGreaterThan(0);
    }
  },
);
