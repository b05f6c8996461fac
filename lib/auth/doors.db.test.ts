import { globSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { testDatabase } from "#db/testing/test-database";

// Next resolves this module to its browser half outside its own bundles; nothing here redirects.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn(), unstable_rethrow: vi.fn() }));
// Nobody has a cookie here, and a handler of a route may ask for it without a request of Next's around it.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));

testDatabase();

const methods = ["GET", "PUT", "POST", "DELETE", "PATCH"] as const;

/** Calls that anybody may make, and why. Every other route asks who is there. */
const open: Record<string, string> = {
  "app/api/health/live/route.ts": "a balancer asks it",
  "app/api/health/ready/route.ts": "a balancer asks it",
  "app/api/health/pager/route.ts": "a watcher asks it, and it names no alert",
  "app/api/v1/intake/pagerduty/v2/enqueue/route.ts": "the routing key in its body is the credential",
  "app/api/auth/[...nextauth]/route.ts": "signing in begins without a session",
  "app/calendars/[secret]/route.ts": "the secret in its address is the credential",
  "app/diagrams/frame/route.ts": "it is an empty sheet to draw on, and holds nothing of the organisation",
  "app/diagrams/mermaid/[version]/route.ts": "it is the library that draws",
  "app/api/v1/openapi.json/route.ts": "a description holds nothing of the organisation",
  "app/api/v1/[[...path]]/route.ts": "it answers only that nothing is there",
};

/** Actions that begin without a session. */
const beforeSignIn = [
  "signInWithProviderAction",
  "signInAsDemoPersonAction",
  "sendSignInLinkAction",
  "signInByLinkAction",
  "signOutAction",
];

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const routes = globSync("app/**/route.ts").toSorted();

test.each(routes.filter((file) => !open[file]))("%s answers nobody without a credential", async (file) => {
  const handlers = (await import(/* @vite-ignore */ `/${file}`)) as Partial<Record<string, Handler>>;
  const answered = methods.filter((method) => handlers[method]);
  expect(answered.length).toBeGreaterThan(0);
  for (const method of answered) {
    const response = await handlers[method]?.(new Request(`http://localhost:3000/${file}`, { method }), {
      params: Promise.resolve({ slug: "checkout", email: "ada@harbour.example", run: "1" }),
    });
    // A form of the night is posted by a browser: it is led to the sign-in, as every page is.
    const isLedToSignIn = response?.status === 303 && response.headers.get("location")?.startsWith("/sign-in");
    expect([401, 405], `${method} ${file}`).toContain(isLedToSignIn ? 401 : response?.status);
  }
});

test("what is open to anybody is listed, and nothing that is gone", () => {
  expect(Object.keys(open).filter((file) => !routes.includes(file))).toEqual([]);
});

test("every server action finds out who is asking, but for those that sign in", () => {
  const unasked = globSync("lib/**/actions.ts").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    expect(source.trimStart().startsWith('"use server"'), file).toBe(true);
    return exportsOf(source)
      .filter(({ body }) => !/\bformAction\(|\brequireViewer\(\)/.test(body))
      .map(({ name }) => name);
  });
  expect(unasked.toSorted()).toEqual(beforeSignIn.toSorted());
});

/** Each export of a file of actions with the text up to the next one. */
function exportsOf(source: string): { name: string; body: string }[] {
  return source
    .split(/^export /m)
    .slice(1)
    .filter((body) => !/^(?:type|interface) /.test(body))
    .map((body) => ({ name: /(?:function|const) (\w+)/.exec(body)?.[1] ?? "", body }));
}
