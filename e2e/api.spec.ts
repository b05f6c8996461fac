import { type APIRequestContext, expect, test } from "@playwright/test";
import { createPerson, createService, createTeam, createToken } from "#db/testing/factories";
import { type OwnServer, startOwnServer } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
const tokens = { read: "", admin: "" };

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async (origin) => ({
      AUTH_URL: origin,
      AUTH_SECRET: "a secret of this one server, long enough",
      AUTH_GITHUB_ID: "nobody",
      AUTH_GITHUB_SECRET: "nothing",
      WATCHBILL_DEMO: "0",
    }),
    async given(database) {
      const lead = await createPerson(database, { email: "ada@harbour.example", name: "Ada Moreau" });
      const team = await createTeam(database, { slug: "shop-front", name: "Shop front", lead });
      await createService(database, { slug: "checkout", name: "Checkout", team });
      tokens.read = (await createToken(database, { scope: "read" })).secret;
      tokens.admin = (await createToken(database, { scope: "admin" })).secret;
    },
  });
});

test.afterAll(() => server?.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (request: APIRequestContext, path: string, token = tokens.read) =>
  request.get(`${server.origin}/api/v1${path}`, { headers: bearer(token), maxRedirects: 0 });

test(
  "a program reads the catalog, creates a service, finds it and retires it",
  { tag: "@phone" },
  async ({ request }, { project }) => {
    const slug = `parcels-${project.name}`;
    expect(await (await get(request, "/services/checkout")).json()).toMatchObject({
      name: "Checkout",
      team: "shop-front",
    });

    const created = await request.put(`${server.origin}/api/v1/services/${slug}`, {
      headers: bearer(tokens.admin),
      data: { name: "Parcels", team: "shop-front", tier: 2, dependsOn: [{ service: "checkout", kind: "soft" }] },
    });
    expect([created.status(), (await created.json()).dependsOn]).toEqual([
      201,
      [{ service: "checkout", kind: "soft" }],
    ]);
    const found = await (await get(request, `/search?q=parcles-${project.name}`)).json();
    expect(found.items[0]).toMatchObject({ kind: "service", slug, url: `/services/${slug}` });
    const listed = await (await get(request, "/services?team=shop-front&facets=true")).json();
    expect(listed.items.map((item: { slug: string }) => item.slug)).toContain(slug);

    const retired = await request.delete(`${server.origin}/api/v1/services/${slug}`, { headers: bearer(tokens.admin) });
    expect([retired.status(), await retired.text()]).toEqual([204, ""]);
    const after = await (await get(request, "/services?team=shop-front")).json();
    expect(after.items.map((item: { slug: string }) => item.slug)).not.toContain(slug);
  },
);

test("every refusal of the running server is a problem document, never a page", { tag: "@phone" }, async ({
  request,
}) => {
  const refusals: [method: string, path: string, status: number, headers?: Record<string, string>, data?: string][] = [
    ["GET", "/services", 401, { authorization: "" }],
    ["GET", "/services/nobody-runs-this", 404],
    ["GET", "/services/%00", 404],
    ["GET", "/gulls/and/more", 404],
    ["PATCH", "/services/checkout", 405],
    ["PUT", "/services/new", 403, { "content-type": "application/json" }, "{}"],
    ["GET", "/services?limit=0", 422],
  ];
  for (const [method, path, status, headers, data] of refusals) {
    const answer = await request.fetch(`${server.origin}/api/v1${path}`, {
      method,
      headers: { ...bearer(tokens.read), ...headers },
      ...(data ? { data } : {}),
    });
    expect([method, path, answer.status()]).toEqual([method, path, status]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expect(await answer.json()).toMatchObject({ status });
  }
});

test("a body larger than a call reads is refused, however it is sent", { tag: "@phone" }, async ({ request }) => {
  const answer = await request.put(`${server.origin}/api/v1/services/new`, {
    headers: { ...bearer(tokens.admin), "content-type": "application/json" },
    data: `{"name":"${"x".repeat(2 * 1024 * 1024)}"}`,
  });
  expect(answer.status()).toBe(413);
  expect((await get(request, "/services/new")).status()).toBe(404);
});

test("an address that stands for no text is refused, not an error of the server", { tag: "@phone" }, async ({
  request,
}) => {
  expect((await request.get(`${server.origin}/api/v1/services/%E0%A4%A`)).status()).toBe(400);
});

test("the document of the interface is there for anybody", { tag: "@phone" }, async ({ request }) => {
  const document = await (await request.get(`${server.origin}/api/v1/openapi.json`)).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toContain("/services/{slug}");
});
