import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { signaturePhrases } from "#db/schema";
import { createService, retireService } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { systemViewer } from "#lib/auth/policy";
import { serviceViewer } from "#lib/auth/viewer-rows";
import { Forbidden } from "#lib/errors";
import { retireSignature, writeSignature } from "#lib/signatures/commands";
import { matchSignatures } from "#lib/signatures/match-queries";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const writer = systemViewer("A test");
const reader = serviceViewer("A reader", "read");

async function write(
  pattern: string,
  meaning: string,
  labels: Record<string, string> = {},
  service?: { slug: string },
) {
  const { slug } = service ?? (await createService(db()));
  const said = { cause: "", confirm: "", firstStep: "Look." };
  return writeSignature(writer, { service: slug, pattern, meaning, labels, ...said }, at);
}
const found = async (text: string, labels?: Record<string, string>) =>
  (await matchSignatures(reader, text, labels && { labels })).map(({ meaning, why }) => [meaning, why]);

test("over all services the best match comes first, each with its reason and the words that matched", async () => {
  await write("barnacle count * too high up", "Hull is rough");
  await write("barnacle count", "Somebody counts");
  await write("barnacle count\nkeel * dry", "On the dock");
  await write("barnacle count\nno such words here", "Not this");
  const text = "INFO ok\nWARN Barnacle   count 81 too HIGH up\nERROR keel is dry";

  expect(await found(text)).toEqual([
    ["Hull is rough", "line 2 has its phrase, 22 characters word for word"],
    ["On the dock", "all 2 of its phrases are there, 20 characters word for word (lines 2 and 3)"],
    ["Somebody counts", "line 2 has its phrase, 13 characters word for word"],
  ]);
  const [best] = await matchSignatures(reader, text);
  expect(best?.ranges.map(({ line, from, to }) => text.split("\n")[line]?.slice(from, to))).toEqual([
    "Barnacle   count ",
    " too HIGH up",
  ]);
  expect(await found(text)).toEqual(await found(text));
});

test("a phrase of a single word is found inside longer words too", async () => {
  await write("SpinnakerException", "The spinnaker tore");
  expect((await found("at x.LargeSpinnakerExceptionHandler:3")).map(([name]) => name)).toEqual(["The spinnaker tore"]);
});

test("with the labels of an alert all of a signature's labels have to be equal", async () => {
  await write("capstan jammed", "In port", { place: "port" });
  expect(await found("capstan jammed", { place: "port", other: "x" })).toEqual([
    ["In port", "line 1 has its phrase, 13 characters word for word; so is place=port"],
  ]);
  expect(await found("capstan jammed", { place: "sea" })).toEqual([]);
  expect(await found("capstan jammed", {})).toEqual([]);
});

test("without them the text must not say otherwise; what it does not say is left open", async () => {
  await write("bilge pump stopped", "In the hold", { deck: "lower" });
  expect(await found('bilge pump stopped deck="lower"')).toHaveLength(1);
  expect(await found('{"deck": "lower"} bilge pump stopped')).toHaveLength(1);
  expect(await found("bilge pump stopped")).toHaveLength(1);
  expect(await found("bilge pump stopped deck=upper")).toEqual([]);
});

test("phrases that were kept by shorter pieces of their words are found as before", async () => {
  await write("bowsprit * cracked", "The jib is loose");
  await db()
    .update(signaturePhrases)
    .set({ keyword: "sprit-", others: ["-crack"] })
    .where(eq(signaturePhrases.phrase, "bowsprit * cracked"));
  expect((await found("WARN bowsprit 3 crackedup")).map(([name]) => name)).toEqual(["The jib is loose"]);
  expect(await found("WARN bowsprit 3 creaks")).toEqual([]);
});

test("what was retired, or belongs to a retired service, matches nothing", async () => {
  await retireSignature(writer, await write("halyard snapped", "Rope"), at);
  const service = await createService(db());
  await write("halyard snapped", "Rope of a ship that is gone", {}, service);
  await retireService(db(), service);
  expect(await found("halyard snapped")).toEqual([]);
});

test("an empty text, punctuation and words of two letters match nothing; a token for senders may not ask", async () => {
  for (const text of ["", " \n", "--- 503 !!", "ab cd"]) expect(await found(text)).toEqual([]);
  await expect(matchSignatures(serviceViewer("A sender", "intake"), "x")).rejects.toThrow(Forbidden);
});
