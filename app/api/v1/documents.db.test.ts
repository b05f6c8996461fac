import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import { createDocument, createToken, moveDocument } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { indexDocuments } from "#lib/documents/index-documents";
import { ask, documented, listed, refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const body = "## Meaning\n\nThe cache is cold.\n\n## Mitigation\n\n1. Warm it.\n";
const tokenOf = async (scope: "read" | "write") => (await createToken(db(), { scope })).secret;

async function written() {
  const [{ service, delivery }, token] = [await given.ownedService(), await tokenOf("write")];
  const path = `/services/${service.slug}/runbooks/cache-is-cold`;
  await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body, alertNames: ["CacheCold"] } }, 201);
  return { service, delivery, token, path };
}

test("a runbook that is put is there, and putting its answer back changes nothing", async () => {
  const { token, path, service } = await written();
  const found = await documented(`GET ${path}`, { token });
  expect(found).toMatchObject({
    title: "Cache is cold",
    kind: "runbook",
    slug: "cache-is-cold",
    service: service.slug,
    alertNames: ["CacheCold"],
    revision: 1,
    freshness: { state: expect.any(String) },
    retiredAt: null,
  });
  expect(await documented(`PUT ${path}`, { token, body: found })).toEqual({ ...found, merged: false });
});

test("a save on an older revision is merged with what came after it, CRLF and a missing line end kept", async () => {
  const { token, path } = await written();
  const text = "One\r\n\r\nTwo\r\n\r\nThree";
  await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body: text } });
  await documented(`PUT ${path}`, { token, body: { title: "Cold cache", body: text.replace("One", "1") } });
  const mine = { title: "Cache is cold", body: text.replace("Three", "3"), baseRevision: 2 };
  expect(await documented(`PUT ${path}`, { token, body: mine })).toMatchObject({
    revision: 4,
    merged: true,
    title: "Cold cache",
    body: "1\r\n\r\nTwo\r\n\r\n3",
  });
});

test("a save that contradicts another gets 409 with both texts, the merge and where", async () => {
  const { token, path } = await written();
  await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body: body.replace("cold.", "empty.") } });
  const mine = { title: "Cache is cold", body: body.replace("cold.", "warm."), baseRevision: 1 };
  const problem = await refused(`PUT ${path}`, { token, body: mine }, 409);
  expect(problem).toMatchObject({
    title: "Conflict",
    revision: 2,
    theirs: { body: body.replace("cold.", "empty.") },
    yours: { body: body.replace("cold.", "warm.") },
    conflicts: [{ field: "body", line: 3, base: "The cache is cold.\n" }],
  });
  expect(problem.merged.body).toContain(
    "<<<<<<< yours\nThe cache is warm.\n=======\nThe cache is empty.\n>>>>>>> theirs\n",
  );
});

test("a save without a base replaces the present text", async () => {
  const { token, path } = await written();
  await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body: "First\n" } });
  const second = await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body: "Second\n" } });
  expect(second).toMatchObject({ body: "Second\n", revision: 3, merged: false, alertNames: ["CacheCold"] });
});

test("a retired document is kept, and comes back with the next save", async () => {
  const { token, path } = await written();
  await documented(`DELETE ${path}`, { token }, 204);
  expect((await documented(`GET ${path}`, { token })).retiredAt).not.toBeNull();
  const back = await documented(`PUT ${path}`, { token, body: { title: "Cache is cold", body } });
  expect(back).toMatchObject({ retiredAt: null, revision: 1 });
});

test("documents are listed by service, by kind and over all services, part by part, each once", async () => {
  const [{ service, delivery }, token] = [await given.ownedService(), await tokenOf("read")];
  for (let made = 0; made < 5; made += 1) await createDocument(db(), { service, kind: made % 2 ? "note" : "runbook" });
  await indexDocuments();
  const slugs = async (call: string) => (await listed(call, token)).map(({ slug }) => slug);
  expect(await slugs(`GET /services/${service.slug}/runbooks?limit=1`)).toHaveLength(3);
  expect(await slugs(`GET /services/${service.slug}/notes?limit=1`)).toHaveLength(2);
  const all = await slugs(`GET /documents?service=${service.slug}&limit=2`);
  expect(new Set(all).size).toBe(5);
  expect((await slugs(`GET /documents?team=${delivery.team.slug}&limit=3`)).sort()).toEqual(all.toSorted());
  const states = ["overdue", "doubtful", "unreviewed", "reviewed", "proven"];
  const byState = await Promise.all(
    states.map((state) => slugs(`GET /documents?service=${service.slug}&state=${state}&limit=2`)),
  );
  expect(byState.flat().sort()).toEqual(all.toSorted());
});

test("a former address answers with the document as it is", async () => {
  const [{ service }, token] = [await given.ownedService(), await tokenOf("read")];
  const document = await createDocument(db(), { service });
  const before = document.slug;
  await moveDocument(db(), document, { slug: `${before}-moved` });
  await indexDocuments();
  expect(await documented(`GET /services/${service.slug}/runbooks/${before}`, { token })).toMatchObject({
    slug: `${before}-moved`,
  });
});

test("what is not there, may not be written or cannot be stored is refused, and nothing is written", async () => {
  const { token, path, service } = await written();
  const words = { title: "Cache is cold", body };
  const read = await tokenOf("read");
  await refused(`GET /services/${service.slug}/notes/cache-is-cold`, { token }, 404);
  await refused(`GET /services/nowhere/runbooks`, { token }, 404);
  await refused(`PUT /services/nowhere/runbooks/x`, { token, body: words }, 404);
  await refused(`DELETE /services/${service.slug}/runbooks/nothing`, { token }, 404);
  await refused(`PUT ${path}`, { body: words }, 401);
  await refused(`PUT ${path}`, { token: read, body: words }, 403);
  await refused(`PUT ${path}`, { token, body: { body } }, 422, "title");
  await refused(`PUT ${path}`, { token, body: { ...words, title: " " } }, 422, "title");
  await refused(`PUT ${path}`, { token, body: { ...words, title: "x".repeat(201) } }, 422, "title");
  await refused(`PUT ${path}`, { token, body: { ...words, body: "a\0b" } }, 422, "body");
  await refused(`PUT ${path}`, { token, body: { ...words, body: "x".repeat(512 * 1024 + 1) } }, 422, "body");
  await refused(`PUT ${path}`, { token, body: { ...words, baseRevision: 9 } }, 422, "baseRevision");
  await refused(`PUT ${path}`, { token, body: { ...words, alertNames: ["A", "A"] } }, 422, "alertNames");
  await refused(
    `PUT ${path}`,
    {
      token,
      body: {
        ...words,
        alertNames: Array(51)
          .fill("A")
          .map((a, i) => a + i),
      },
    },
    422,
    "alertNames",
  );
  await refused(`PUT ${path}`, { token, body: { ...words, text: "?" } }, 422, "text");
  await refused(`PUT /services/${service.slug}/runbooks/new`, { token, body: words }, 422, "slug");
  await refused(
    `PUT /services/${service.slug}/notes/n`,
    { token, body: { ...words, alertNames: ["A"] } },
    422,
    "alertNames",
  );
  await refused(`PUT ${path}`, { token, body: { ...words, body: "x".repeat(1_100_000) } }, 413);
  expect((await ask(`GET ${path}`, { token })).body.revision).toBe(1);
});
