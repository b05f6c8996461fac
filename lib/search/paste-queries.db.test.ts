import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import { createService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { writeDocument } from "#lib/documents/commands";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const writer = systemViewer("A test");
const reader = serviceViewer("A reader", "read");

async function writeRunbook(title: string, body: string) {
  const { slug } = await createService(db());
  await writeDocument(writer, { service: slug, kind: "runbook", title, body, alertNames: [] }, at);
}

/** What a server that has just started makes of `text`, and the words that it knows to be common. */
async function pasteAnew(text: string) {
  vi.resetModules();
  const { pasteError } = await import("#lib/search/paste-queries");
  const { listCommonWords } = await import("#lib/search/common-queries");
  return { answer: await pasteError(reader, text, at), common: await listCommonWords(400) };
}

test("a pasted error has the same answer whether or not the database knows which words are common", async () => {
  const many = Array.from({ length: 250 }, (_, index) => `## Plank ${index}\n\nScrape the barnacles.\n`).join("\n");
  await writeRunbook("Hull is slow", many);
  await writeRunbook("Hull is slower", many);
  await writeRunbook("Lost at sea", "## Where are we?\n\nTake the sextant off its barnacles.\n");
  await writeRunbook("Dark night", "## Which way?\n\nA sextant needs an astrolabe then.\n");
  const text = "ERROR barnacles on the sextant\nFATAL astrolabe sank\n\tat Plank.scrape(Plank.java:3)";

  const before = await pasteAnew(text);
  await db().execute(sql`analyze document_sections`);
  const after = await pasteAnew(text);

  expect(before.common).not.toContain("'barnacl'");
  expect(after.common).toContain("'barnacl'");
  expect(before.answer.documents.map(({ name }) => name)).toEqual(["Dark night", "Lost at sea"]);
  expect(after.answer).toEqual(before.answer);
});

test("of more services of one name than are shown the first come, in the order of their addresses", async () => {
  const slugs = Array.from({ length: 25 }, (_, index) => `mizzen-top-${10 + ((index * 7) % 25)}`);
  for (const slug of slugs) await createService(db(), { name: "Mizzen Top", slug });
  const { answer } = await pasteAnew("INFO mizzen is fine\nERROR Mizzen Top is cracked");
  expect(answer.services.map(({ slug }) => slug)).toEqual(slugs.toSorted().slice(0, 20));
  expect(answer.services[0]).toMatchObject({ name: "Mizzen Top", why: "line 2 says “Mizzen Top”" });
});
