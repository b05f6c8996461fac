import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { events, searchWords, signaturePhrases, signatures } from "#db/schema";
import type { Person } from "#db/seed/people";
import { retireService } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { findPersonViewer } from "#lib/auth/viewer-rows";
import { writeDocument } from "#lib/documents/commands";
import { Conflict, Forbidden, Invalid, NotFound } from "#lib/errors";
import { editSignature, restoreSignature, retireSignature, writeSignature } from "#lib/signatures/commands";
import type { PutSignatureInput } from "#lib/signatures/inputs";
import { putSignature } from "#lib/signatures/put";
import { countSignatures, findSignature, listServiceSignatures, suggestRunbookSteps } from "#lib/signatures/queries";

testDatabase();

const at = Temporal.Instant.from("2026-03-02T09:00:00Z");
const later = at.add({ hours: 1 });

async function viewerOf(person: Person): Promise<Viewer> {
  const viewer = await findPersonViewer(person.id, at, at);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

const facts: PutSignatureInput = {
  pattern: "Connection to * refused\nquartermaster pool exhausted",
  meaning: "The quartermaster is down",
  cause: "Its cache layer failed.",
  confirm: "Look at its graph.",
  firstStep: "Restart it.",
};

async function newWorld() {
  const { service, delivery, ops } = await given.ownedService();
  return { service, member: await viewerOf(delivery.member), opsMember: await viewerOf(ops.member) };
}
const rowOf = async ({ slug }: { slug: string }, serviceId: string) =>
  (await db().select().from(signatures).where(eq(signatures.serviceId, serviceId))).find((row) => row.slug === slug);
const phrasesOf = async (id: string) =>
  (
    await db()
      .select()
      .from(signaturePhrases)
      .where(eq(signaturePhrases.signatureId, id))
      .orderBy(signaturePhrases.ordinal)
  ).map(({ phrase, keyword }) => [phrase, keyword]);
const historyOf = async (id: string) =>
  (await db().select().from(events).orderBy(events.id))
    .filter(({ about }) => about.includes(id))
    .map(({ kind, detail }) => ({ kind, ...detail }));

test("a member writes a signature: it has an address from its meaning, its keywords, its words and its history", async () => {
  const { service, member } = await newWorld();
  const address = await writeSignature(
    member,
    { service: service.slug, ...facts, labels: { severity: "critical" } },
    at,
  );

  expect(address).toEqual({ service: service.slug, signature: "the-quartermaster-is-down" });
  expect(await findSignature(member, service.slug, address.signature)).toMatchObject({
    meaning: facts.meaning,
    pattern: facts.pattern,
    labels: { severity: "critical" },
    author: { name: member.name, address: member.email },
    runbook: null,
    canEdit: true,
  });
  const row = await rowOf({ slug: address.signature }, service.id);
  expect(await phrasesOf(row?.id ?? "")).toEqual([
    ["Connection to * refused", "-refused"],
    ["quartermaster pool exhausted", "quartermaster-"],
  ]);
  expect(await db().select().from(searchWords).where(eq(searchWords.word, "quartermaster"))).toHaveLength(1);
  expect(await historyOf(row?.id ?? "")).toEqual([
    {
      kind: "signature.written",
      signature: { slug: address.signature, name: facts.meaning },
      service: { slug: service.slug, name: service.name },
    },
  ]);
});

test("two signatures of one meaning get addresses of their own", async () => {
  const { service, member } = await newWorld();
  const input = { service: service.slug, ...facts };
  const addresses = await Promise.all([1, 2, 3].map(() => writeSignature(member, input, at)));
  expect(addresses.map(({ signature }) => signature).toSorted()).toEqual([
    "the-quartermaster-is-down",
    "the-quartermaster-is-down-2",
    "the-quartermaster-is-down-3",
  ]);
  const { signature } = await writeSignature(member, { ...input, meaning: "落ちた" }, at);
  expect(signature).toBe("signature");
});

test("an edit changes what it names, moves the keywords with the pattern, and is told field by field", async () => {
  const { service, member, opsMember } = await newWorld();
  const address = await writeSignature(member, { service: service.slug, ...facts }, at);
  await editSignature(opsMember, { ...address, pattern: "the new sextant here", labels: { a: "b" } }, later);
  await editSignature(opsMember, { ...address, pattern: "the new sextant here" }, later);

  const row = await rowOf({ slug: address.signature }, service.id);
  expect(row).toMatchObject({ meaning: facts.meaning, changedAt: later, personId: opsMember.personId });
  expect(await phrasesOf(row?.id ?? "")).toEqual([["the new sextant here", "sextant"]]);
  expect((await historyOf(row?.id ?? "")).slice(1)).toEqual([
    expect.objectContaining({
      kind: "signature.edited",
      changes: [
        { field: "pattern", before: facts.pattern, after: "the new sextant here" },
        { field: "labels", before: "", after: "a=b" },
      ],
    }),
  ]);
});

test("a signature leads into a step of a runbook of its own service, and only there", async () => {
  const { service, member } = await newWorld();
  const other = await newWorld();
  const body = "## Mitigation\n\n1. Look.\n2. Restart it.\n";
  const runbook = { kind: "runbook" as const, slug: "cache-down", title: "Cache down", body };
  await writeDocument(member, { ...runbook, service: service.slug }, at);
  const choices = await suggestRunbookSteps(member, service.slug, "restart");
  expect(choices.map(({ address }) => address)).toEqual(["cache-down#mitigation-2"]);

  const input = { service: service.slug, ...facts, runbook: "cache-down#mitigation-2" };
  const address = await writeSignature(member, input, at);
  expect((await findSignature(member, service.slug, address.signature))?.runbook).toEqual({
    slug: "cache-down",
    title: "Cache down",
    anchor: "mitigation-2",
    isRetired: false,
  });
  await editSignature(member, { ...address, runbook: null }, later);
  const row = await rowOf({ slug: address.signature }, service.id);
  expect((await historyOf(row?.id ?? "")).at(-1)).toMatchObject({
    changes: [{ field: "runbook", before: "cache-down#mitigation-2", after: null }],
  });
  const elsewhere = writeSignature(other.member, { ...input, service: other.service.slug }, at);
  await expect(elsewhere).rejects.toMatchObject({ constructor: Invalid, errors: [{ path: "runbook" }] });
});

test("a retired signature stays readable, is changed by nobody, and comes back as it was", async () => {
  const { service, member } = await newWorld();
  const address = await writeSignature(member, { service: service.slug, ...facts }, at);
  await retireSignature(member, address, later);
  await retireSignature(member, address, later);
  await expect(editSignature(member, { ...address, meaning: "No" }, later)).rejects.toThrow(Conflict);
  expect(await countSignatures(member, service.id)).toEqual({ living: 0, retired: 1 });
  expect((await listServiceSignatures(member, service.id)).items).toEqual([]);
  expect((await listServiceSignatures(member, service.id, { isRetired: true })).items).toHaveLength(1);

  await restoreSignature(member, address, later);
  expect(await findSignature(member, service.slug, address.signature)).toMatchObject({ retiredAt: null, ...facts });
  const row = await rowOf({ slug: address.signature }, service.id);
  expect((await historyOf(row?.id ?? "")).map(({ kind }) => kind)).toEqual([
    "signature.written",
    "signature.retired",
    "signature.restored",
  ]);
});

test("put writes, changes, brings back, and says whether it was new; the same again changes nothing", async () => {
  const { service, member } = await newWorld();
  const address = { service: service.slug, signature: "quartermaster" };
  expect(await putSignature(member, address, { ...facts, labels: { team: "stores" } }, at)).toBe(true);
  expect(await putSignature(member, address, facts, later)).toBe(false);
  const row = await rowOf({ slug: "quartermaster" }, service.id);
  expect(row).toMatchObject({ labels: { team: "stores" }, changedAt: at });
  expect(await historyOf(row?.id ?? "")).toHaveLength(1);

  await retireSignature(member, address, later);
  await putSignature(member, address, { ...facts, cause: "Something else." }, later);
  expect(await rowOf({ slug: "quartermaster" }, service.id)).toMatchObject({
    retiredAt: null,
    cause: "Something else.",
  });
});

test("strangers write nothing, a retired service gets no signature, and what is not there is not found", async () => {
  const { service, member } = await newWorld();
  const stranger = await viewerOf(await given.stranger());
  await expect(writeSignature(stranger, { service: service.slug, ...facts }, at)).rejects.toThrow(Forbidden);
  await expect(editSignature(member, { service: service.slug, signature: "none" }, at)).rejects.toThrow(NotFound);
  await retireService(db(), service);
  await expect(writeSignature(member, { service: service.slug, ...facts }, at)).rejects.toThrow(Conflict);
});
