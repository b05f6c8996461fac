import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import { createDocument, createToken, saveRevision } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { indexDocuments } from "#lib/documents/index-documents";
import { ask, documented, refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const tokenOf = async (person?: Person) =>
  (await createToken(db(), { scope: "write", ...(person && { person }) })).secret;

async function written(kind: "runbook" | "note" = "runbook") {
  const { service, delivery } = await given.ownedService();
  const body = "## What it assumes\n\n- The clock is right.\n";
  const document = await createDocument(db(), {
    service,
    kind,
    reviewIntervalDays: 730,
    ...(kind === "note" && { body }),
  });
  await indexDocuments();
  return { document, delivery, path: `/services/${service.slug}/${kind}s/${document.slug}` };
}

test("a member confirms the revision that they read, with a token of their own", async () => {
  const { document, delivery, path } = await written();
  const token = await tokenOf(delivery.member);
  expect(await documented(`POST ${path}/reviews`, { token, body: { revision: 1, note: "Read it" } }, 201)).toEqual({
    ...{ id: expect.any(String), document: document.slug, revision: 1 },
  });
  expect(await documented(`GET ${path}`, { token })).toMatchObject({ freshness: { state: "reviewed" } });
  await saveRevision(db(), document, { body: "Other words", summary: "Shorter" });
  const problem = await refused(`POST ${path}/reviews`, { token, body: { revision: 1 } }, 409);
  expect(problem).toMatchObject({ detail: expect.stringContaining("saved revision 2 (“Shorter”)") });
});

test("confirming and marking are acts of a person: a service token gets 403, and a stranger cannot confirm", async () => {
  const { path } = await written();
  const mark = { revision: 1, anchor: "mitigation-1", verdict: "worked" };
  await refused(`POST ${path}/reviews`, { token: await tokenOf(), body: { revision: 1 } }, 403);
  await refused(`POST ${path}/marks`, { token: await tokenOf(), body: mark }, 403);
  const stranger = await tokenOf(await given.stranger());
  await refused(`POST ${path}/reviews`, { token: stranger, body: { revision: 1 } }, 403);
  await documented(`POST ${path}/marks`, { token: stranger, body: mark }, 201);
});

test("a mark is listed beside its step, made once for one key, and taken back by whoever made it", async () => {
  const { path } = await written();
  const somebody = await given.stranger();
  const [own, other] = [await tokenOf(somebody), await tokenOf(await given.stranger())];
  const body = {
    revision: 1,
    anchor: "mitigation-2",
    verdict: "failed",
    word: "no",
    idempotencyKey: crypto.randomUUID(),
  };
  const made = await documented(`POST ${path}/marks`, { token: own, body }, 201);
  expect(await documented(`POST ${path}/marks`, { token: own, body }, 201)).toEqual(made);
  expect(await documented(`GET ${path}/marks`, { token: other })).toEqual({
    items: [
      {
        ...{ ...made, anchor: "mitigation-2", step: "Look again.", revision: 1, verdict: "failed", word: "no" },
        ...{ by: somebody.email, at: expect.any(String), isEarlierWording: false },
      },
    ],
  });
  await refused(`DELETE ${path}/marks/${made.id}`, { token: other }, 403);
  expect((await ask(`DELETE ${path}/marks/${made.id}`, { token: own })).status).toBe(204);
  expect(await documented(`GET ${path}/marks`, { token: other })).toEqual({ items: [] });
});

test("an assumption of a note can be marked as no longer true, and what is no step is said so", async () => {
  const { path } = await written("note");
  const token = await tokenOf(await given.stranger());
  const body = { revision: 1, anchor: "what-it-assumes-1", verdict: "out-of-date" };
  await documented(`POST ${path}/marks`, { token, body }, 201);
  expect(await documented(`GET ${path}`, { token })).toMatchObject({
    freshness: { state: "doubtful", doubts: [{ because: "step-out-of-date", step: "The clock is right." }] },
  });
  const problem = await refused(`POST ${path}/marks`, { token, body: { ...body, anchor: "nowhere" } }, 422);
  expect(problem).toMatchObject({ errors: [{ path: "anchor" }] });
});
