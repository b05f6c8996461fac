import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, db, openDatabase } from "#db/client";
import { createService, createToken, deactivatePerson } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { sessionCookie, writeSession } from "#lib/auth/sessions";
import { now, setClock } from "#lib/clock";
import { type Asking, ask, origin, refused } from "./calls-under-test";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));
vi.stubEnv("WATCHBILL_DEMO", "0");
vi.stubEnv("AUTH_SECRET", "a secret of this test file, long enough");
vi.stubEnv("AUTH_URL", origin);

testDatabase();

const tokens: Record<string, string> = {};
let slug = "";

beforeAll(async () => {
  const at = now();
  const past = at.subtract({ hours: 1 });
  const leaver = await given.stranger();
  for (const [name, facts] of Object.entries({
    read: { scope: "read" },
    write: { scope: "write" },
    admin: { scope: "admin" },
    intake: { scope: "intake" },
    expired: { scope: "admin", expiresAt: past },
    revoked: { scope: "admin", revokedAt: past },
    leaver: { scope: "write", person: leaver },
  } as const)) {
    tokens[name] = (await createToken(db(), facts)).secret;
  }
  await deactivatePerson(db(), leaver);
  slug = (await createService(db())).slug;
});

afterAll(() => setClock(undefined));

const json = "application/json";
const huge = JSON.stringify({ name: "x".repeat(2 * 1024 * 1024) });

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(32)) });
}

type Row = [what: string, call: string, asking: Asking & { as?: string }, status: number, path?: string];

const rows: Row[] = [
  ["no token", "GET /services", {}, 401],
  ["an unknown token", "GET /services", { token: "wb_nobody-has-this" }, 401],
  ["another scheme", "GET /services", { headers: { authorization: "Basic YTpi" } }, 401],
  ["a forged session", "GET /services", { headers: { cookie: "watchbill.session=forged" } }, 401],
  ["an expired token", "GET /services", { as: "expired" }, 401],
  ["a revoked token", "GET /services/x", { as: "revoked" }, 401],
  ["a token of somebody who left", "GET /services", { as: "leaver" }, 401],
  ["no token on the fastest read", "GET /services/x", {}, 401],
  ["a read token that writes", "PUT /services/new", { as: "read", body: { name: "New" } }, 403],
  ["a read token that retires", "DELETE /services/x", { as: "read" }, 403],
  ["an intake token that reads", "GET /services", { as: "intake" }, 403],
  ["an intake token on the fastest read", "GET /services/x", { as: "intake" }, 403],
  ["a write token that makes a team", "PUT /teams/new", { as: "write", body: { name: "New", kind: "ops" } }, 403],
  ["an unknown service", "GET /services/nobody-runs-this", { as: "read" }, 404],
  ["a slug that is none", "GET /services/Not%20A%20Slug", { as: "read" }, 404],
  ["a slug of NUL", "GET /services/%00", { as: "read" }, 404],
  ["an unknown service to retire", "DELETE /services/nobody-runs-this", { as: "admin" }, 404],
  ["an unknown team", "GET /teams/nobody", { as: "read" }, 404],
  ["an unknown person", "GET /people/nobody@example.com", { as: "read" }, 404],
  ["an unknown handle", "PUT /people/nobody", { as: "admin", body: { name: "Nobody" } }, 404],
  ["an unknown path", "GET /gulls", { as: "read" }, 404],
  ["an unknown path, whoever asks", "POST /services/x/gulls", {}, 404],
  ["a wrong method", "POST /services", { as: "admin", body: {} }, 405],
  ["a wrong method on one thing", "PATCH /services/x", { as: "admin", body: {} }, 405],
  ["two megabytes", "PUT /services/new", { as: "admin", raw: huge }, 413],
  ["a body without end", "PUT /services/new", { as: "admin", raw: endless() }, 413],
  [
    "another type",
    "PUT /services/new",
    { as: "admin", raw: "name: x", headers: { "content-type": "application/yaml" } },
    415,
  ],
  ["no type", "PUT /services/new", { as: "admin", raw: new Blob(["{}"]), headers: { "content-type": "" } }, 415],
  ["broken JSON", "PUT /services/new", { as: "admin", raw: '{"name": ' }, 422],
  [
    "broken UTF-8",
    "PUT /services/new",
    { as: "admin", raw: new Uint8Array([123, 255, 125]), headers: { "content-type": json } },
    422,
  ],
  ["an empty body", "PUT /services/new", { as: "admin", raw: "" }, 422],
  ["a list", "PUT /services/new", { as: "admin", body: [] }, 422],
  ["null", "PUT /services/new", { as: "admin", body: null }, 422],
  ["depth without end", "PUT /services/new", { as: "admin", raw: "[".repeat(500_000) }, 422],
  ["no name", "PUT /services/new", { as: "admin", body: {} }, 422, "name"],
  ["an unknown field", "PUT /services/new", { as: "admin", body: { name: "New", teir: 1 } }, 422, "teir"],
  [
    "a name of 10,000 characters",
    "PUT /services/new",
    { as: "admin", body: { name: "x".repeat(10_000) } },
    422,
    "name",
  ],
  ["a name of spaces", "PUT /services/new", { as: "admin", body: { name: "  " } }, 422, "name"],
  [
    "NUL in a text",
    "PUT /services/new",
    { as: "admin", body: { name: "New", description: "a\0b" } },
    422,
    "description",
  ],
  [
    "half a character",
    "PUT /services/new",
    { as: "admin", body: { name: "New", links: [{ title: "\ud800", url: "https://a.example" }] } },
    422,
    "links.0.title",
  ],
  [
    "a link that runs",
    "PUT /services/new",
    { as: "admin", body: { name: "New", links: [{ title: "x", url: "javascript:alert(1)" }] } },
    422,
    "links.0.url",
  ],
  ["a tier of 9", "PUT /services/new", { as: "admin", body: { name: "New", tier: 9 } }, 422, "tier"],
  [
    "an unknown team as owner",
    "PUT /services/new",
    { as: "admin", body: { name: "New", team: "nobody" } },
    422,
    "team",
  ],
  [
    "an unknown service as need",
    "PUT /services/new",
    { as: "admin", body: { name: "New", dependsOn: [{ service: "nobody" }] } },
    422,
    "dependsOn.0.service",
  ],
  ["a bad slug to create", "PUT /services/Not%20A%20Slug", { as: "admin", body: { name: "New" } }, 422, "slug"],
  [
    "an unknown time zone",
    "PUT /people/new@example.com",
    { as: "admin", body: { name: "New", timeZone: "Mars/Base" } },
    422,
    "timeZone",
  ],
  ["no address to create", "PUT /people/not%20an%20address", { as: "admin", body: { name: "New" } }, 422, "email"],
  [
    "an unknown member",
    "PUT /teams/new",
    { as: "admin", body: { name: "New", kind: "ops", members: [{ email: "nobody@example.com" }] } },
    422,
    "members.0.email",
  ],
  ["a team without a kind", "PUT /teams/new", { as: "admin", body: { name: "New" } }, 422, "kind"],
  ["a garbage cursor", "GET /services?cursor=gulls", { as: "read" }, 422, "cursor"],
  ["a cursor of another list", "GET /services?sort=tier&cursor=WyJhIiwiYiJd", { as: "read" }, 422, "cursor"],
  ["a cursor that is no number", "GET /services?sort=tier&cursor=WyJhIiwiYiIsImMiXQ", { as: "read" }, 422, "cursor"],
  ["limit 0", "GET /services?limit=0", { as: "read" }, 422, "limit"],
  ["limit 201", "GET /teams?limit=201", { as: "read" }, 422, "limit"],
  ["limit abc", "GET /people?limit=abc", { as: "read" }, 422, "limit"],
  ["two limits", "GET /services?limit=1&limit=2", { as: "read" }, 422, "limit"],
  ["an unknown order", "GET /services?sort=gulls", { as: "read" }, 422, "sort"],
  ["an unknown tier", "GET /services?tier=5", { as: "read" }, 422, "tier.0"],
  ["an unknown parameter", "GET /services?teem=x", { as: "read" }, 422, "teem"],
  ["NUL in a search", "GET /services?query=%00", { as: "read" }, 422, "query"],
  ["an instant without offset", "GET /services/x/ownership?at=2026-03-02T09:00:00", { as: "read" }, 422, "at"],
  ["an instant that is none", "GET /services/x/ownership?at=soon", { as: "read" }, 422, "at"],
  ["a search for nothing", "GET /search?q=", { as: "read" }, 422, "q"],
  ["a pasted text of 65 kB", "POST /search", { as: "read", body: { text: "x ".repeat(33_000) } }, 422, "text"],
  ["no pasted text", "POST /search", { as: "read", body: {} }, 422, "text"],
];

test.each(rows)("%s gets its problem and changes nothing", async (_what, call, { as, ...asking }, status, path) => {
  await refused(call, { ...asking, token: asking.token ?? (as && tokens[as]) }, status, path);
});

test.each(["%", "_", "\\", "%25%25", "a%5C%25", "'; drop table services; --", "{}", '"', "ﬀ", "日本", "🌊"])(
  "whatever is searched for, wildcards and quotes are letters: %s",
  async (query) => {
    for (const call of [
      "GET /services?facets=true&query=",
      "GET /teams?query=",
      "GET /people?query=",
      "GET /search?q=",
    ]) {
      const answer = await ask(call + encodeURIComponent(query), { token: tokens.read });
      expect(answer.status).toBe(200);
      expect(answer.body.items.map((item: { slug: string }) => item.slug)).not.toContain(slug);
    }
  },
);

test("a session writes only from a page of this server", async () => {
  const administrator = await given.administrator();
  const beganAt = now();
  const cookie = `${sessionCookie().name}=${await writeSession({ personId: administrator.id, beganAt })}`;
  setClock(beganAt.add({ seconds: 1 }));
  const body = { name: "Tide tables" };
  const put = (headers: Record<string, string>) =>
    ask("PUT /services/tide-tables", { body, headers: { cookie, ...headers } });

  expect((await ask("GET /services/tide-tables", { headers: { cookie } })).status).toBe(404);
  expect((await put({})).status).toBe(403);
  expect((await put({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await put({ origin: "null" })).status).toBe(403);
  expect((await put({ origin })).status).toBe(201);
});

test("the document is public", async () => {
  const { status, body } = await ask("GET /openapi.json");
  expect([status, body.openapi]).toEqual([200, "3.1.0"]);
});

test("while the database is away every call answers 503 and when to try again", async () => {
  const { location } = await away();
  try {
    for (const call of ["GET /services", "GET /services/x", "GET /search?q=x", "DELETE /services/x"]) {
      const answer = await ask(call, { token: tokens.admin });
      expect([call, answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([call, 503, true]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  } finally {
    await back(location);
  }
});

/** Opens a database that nobody serves, in place of the one of this file. */
async function away() {
  const shared = globalThis as typeof globalThis & { watchbillConnection?: unknown };
  const location = shared.watchbillConnection;
  shared.watchbillConnection = undefined;
  await openDatabase({ url: "postgres://nobody@127.0.0.1:1/nothing" });
  return { location };
}

async function back(location: unknown) {
  await closeDatabase();
  (globalThis as typeof globalThis & { watchbillConnection?: unknown }).watchbillConnection = location;
}
