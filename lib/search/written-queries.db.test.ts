import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, rowsOf } from "#db/client";
import { createService, retireService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { retireDocument, writeDocument } from "#lib/documents/commands";
import { listCommonWords } from "#lib/search/common-queries";
import { pasteError, searchText } from "#lib/search/paste-queries";
import { search } from "#lib/search/queries";
import { writeSignature } from "#lib/signatures/commands";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const writer = systemViewer("A test");
const reader = serviceViewer("A reader", "read");

async function writeRunbook(title: string, body: string, alertNames: string[] = [], service?: { slug: string }) {
  const { slug } = service ?? (await createService(db()));
  await writeDocument(writer, { service: slug, kind: "runbook", title, body, alertNames }, at);
  return slug;
}
const found = async (query: string) =>
  (await search(reader, query)).map(({ name, section, why }) => [name, section, why]);

test("a document is found by its title, by a heading and by its text, in this order, and leads to the section", async () => {
  const service = await writeRunbook("Gimbal stuck", "## Diagnosis\n\nIs the binnacle lit?\n");
  await writeRunbook("Compass reads wrong", "## Gimbal\n\nTurn it.\n");
  await writeRunbook("Deviation", "## Mitigation\n\nOil the gimbal with whale oil, then wait.\n");

  expect(await found("gimbal")).toEqual([
    ["Gimbal stuck", null, "the name begins with “gimbal”"],
    ["Compass reads wrong", "Gimbal", "a heading has “gimbal” in it"],
    ["Deviation", "Mitigation", "its text has “gimbal” in it"],
  ]);
  const [item] = await search(reader, "binnacle lit");
  expect(item).toMatchObject({
    kind: "document",
    service,
    url: `/services/${service}/runbooks/gimbal-stuck#diagnosis`,
    hint: expect.stringMatching(/^runbook · /),
  });
  expect(item?.excerpt?.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(["binnacle", "lit"]);
});

test("the name of an alert finds the runbook that answers it, whatever that is called", async () => {
  await writeRunbook("Bilge water rises", "## Mitigation\n\nPump.\n", ["BilgeLevelHigh"]);
  expect(await found("BilgeLevelHigh")).toEqual([["Bilge water rises", null, "it answers the alert “BilgeLevelHigh”"]]);
});

test("an alert that a pasted text names leads to its runbook, with whatever letter or digit its name begins", async () => {
  await writeRunbook("Too many answers are errors", "## Mitigation\n\nRoll back.\n", ["5xxRate.High"]);
  const { documents } = await pasteError(reader, "firing: 5xxRate.High since noon");
  expect(documents.map(({ name, why }) => [name, why])).toEqual([
    ["Too many answers are errors", "it answers the alert “5xxRate.High”, which line 1 names"],
  ]);
});

test("words of which the statistics know that they stand in many sections are told as a query writes them", async () => {
  const sections = Array.from({ length: 40 }, (_, index) => `## Plank ${index}\n\nScrape the barnacles.\n`);
  await writeRunbook("Hull is slow", sections.join("\n"));
  await db().execute(sql`analyze document_sections`);
  const [asked] = await rowsOf<{ word: string }>(
    db(),
    sql`select plainto_tsquery('english', 'barnacle')::text as word`,
  );
  const common = await listCommonWords(30);
  expect(common).toContain(asked?.word);
  expect(common).not.toContain("'hull'");
});

test("typing mistakes are forgiven in titles, headings and patterns", async () => {
  await writeRunbook("Astrolabe lost", "## Kelpforest\n\nSwim.\n");
  const { slug } = await createService(db());
  const said = { cause: "", confirm: "", firstStep: "Look." };
  await writeSignature(
    writer,
    { service: slug, pattern: "thermocline inverted here", meaning: "Too warm", ...said },
    at,
  );
  expect((await found("astrolbae"))[0]?.[0]).toBe("Astrolabe lost");
  expect((await found("kelpforset"))[0]).toEqual([
    "Astrolabe lost",
    "Kelpforest",
    "its text has “kelpforest” in it, which is nearly what was typed",
  ]);
  expect((await found("thermoclnie"))[0]?.[0]).toBe("Too warm");
});

test("a signature is found by its meaning and by the words of its pattern", async () => {
  const { slug } = await createService(db(), { name: "Winch" });
  const said = { cause: "Rust.", confirm: "", firstStep: "Oil it." };
  await writeSignature(
    writer,
    { service: slug, pattern: "pawl * slipped", meaning: "The drum turns back", ...said },
    at,
  );
  expect(await search(reader, "drum turns")).toMatchObject([
    { kind: "signature", hint: "Winch", url: `/services/${slug}/signatures/the-drum-turns-back` },
  ]);
  expect((await search(reader, "pawl slipped"))[0]?.excerpt?.filter(({ isMatch }) => isMatch)).toHaveLength(2);
});

test("a pasted error leads to its signature, then to what speaks of it, then to the services it names and their watch", async () => {
  const { service, delivery } = await given.serviceOnWatch();
  const said = { cause: "", confirm: "", firstStep: "Look." };
  await writeSignature(
    writer,
    { service: service.slug, pattern: "MarlinspikeException: splice * parted", meaning: "The splice parted", ...said },
    at,
  );
  await writeRunbook("Rigging", "## Diagnosis\n\nA marlinspike that parted its splice.\n");
  await writeRunbook("Answers it", "Nothing.", ["HawserChafed"]);
  const text = `HawserChafed firing\nMarlinspikeException: splice 7 parted\n\tat pod ${service.slug}-7f9c4d-x2k`;

  const answer = await pasteError(reader, text);
  expect(answer.signatures.map(({ meaning }) => meaning)).toEqual(["The splice parted"]);
  expect(answer.documents.map(({ name, section, why }) => [name, section, why])).toEqual([
    ["Answers it", null, "it answers the alert “HawserChafed”, which line 1 names"],
    ["Rigging", "Diagnosis", expect.stringMatching(/^it speaks of .*“parted”.*“splice”/)],
  ]);
  expect(answer.services).toMatchObject([{ slug: service.slug, hint: delivery.team.name }]);
  expect([delivery.lead, delivery.member, delivery.other].map(({ name }) => name)).toContain(
    answer.services[0]?.onWatch?.person?.name,
  );
  expect((await searchText(reader, text)).map(({ kind }) => kind)).toEqual([
    "signature",
    "document",
    "document",
    "service",
  ]);
  expect(await pasteError(reader, text)).toMatchObject({ signatures: answer.signatures, documents: answer.documents });
});

test("what was retired is not found, nor what belongs to a retired service", async () => {
  const service = await writeRunbook("Flotsam", "## Jetsam\n\nGone.\n");
  await retireDocument(writer, { service, kind: "runbook", slug: "flotsam" }, at);
  const gone = await createService(db());
  await writeRunbook("Flotsam too", "Jetsam.", [], gone);
  await retireService(db(), gone);
  expect(await found("flotsam")).toEqual([]);
  expect(await found("jetsam")).toEqual([]);
});

test("operators of the text search, quotes and markup are words like others", async () => {
  for (const query of ["a & b | !c <-> d:*", "'; drop", "\\", "((", "\u{E000}x\u{E001}"]) {
    expect(Array.isArray(await search(reader, query))).toBe(true);
  }
});
