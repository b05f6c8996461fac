import { expect, type Page, test } from "@playwright/test";
import { createDocument, createPerson, createService, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";
import { payloads } from "#e2e/xss-payloads";

// The database stores no null byte; the unit test of the same list tries those.
const attempts = Object.entries(payloads).map(([name, body]) => [name, body.replaceAll("\0", "")] as const);
/** So many stand on one page, each under a heading of its own, and each on a page for itself besides. */
const perPage = 13;
const pages = Array.from({ length: Math.ceil(attempts.length / perPage) }, (_, page) => page * perPage);
const address = (slug: string) => `/services/checkout/runbooks/${slug}`;

const example = `# Orders are slow

Read [the catalog](/services/checkout) and https://status.example.com first.[^1]

> [!WARNING]
> A restart drops what waits in the queue.

## Mitigation

1. Count what waits:

   \`\`\`sh
   $ kubectl get pods -n shop
   $ wc -l queue
   \`\`\`

2. Drain it.

| state | means |
| --- | --- |
| \`waiting\` | nobody has taken it |

- [x] told support
- [ ] told nobody else

## Flow

\`\`\`mermaid
graph LR
  accTitle: How an order flows
  Shop --> Queue --> Payment
\`\`\`

[^1]: It is on another network.
`;

const broken = "## Flow\n\n```mermaid\ngraph LR\n  A -->\n```\n\n## After\n\nThe page goes on.\n";

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { email: "ada@harbour.example", name: "Ada Moreau" });
      const team = await createTeam(database, { slug: "shop-front", name: "Shop front", lead });
      const service = await createService(database, { slug: "checkout", name: "Checkout", team });
      const write = (slug: string, body: string) => createDocument(database, { service, slug, title: slug, body });
      await write("example", example);
      await write("broken", broken);
      const numbered = attempts.map(([, body], index) => ({ heading: `attempt-${index}`, body }));
      for (const { heading, body } of numbered) await write(heading, body);
      for (const from of pages) {
        const some = numbered.slice(from, from + perPage).map(({ heading, body }) => `## ${heading}\n\n${body}\n\n`);
        await write(`attempts-${from}`, some.join(""));
      }
    },
  });
});

test.afterAll(() => server?.stop());

test.beforeEach(({ page }) => signIn(page, server.origin, "Ada Moreau"));

type Watched = { dialogs: string[]; requests: string[]; errors: string[]; violations: string[] };

/** Notes what a script that ran, or a page that asked another server, would leave. */
async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { dialogs: [], requests: [], errors: [], violations: [] };
  page.on("dialog", async (dialog) => {
    watched.dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  // What the content policy of a page or a frame stops never comes to this.
  await page.route(
    ({ origin, protocol }) => origin !== server.origin && /^https?:$/.test(protocol),
    (route) => {
      watched.requests.push(route.request().url());
      return route.abort();
    },
  );
  page.on("pageerror", (error) => watched.errors.push(error.message));
  await page.exposeFunction("noteViolation", (what: string) => watched.violations.push(what));
  await page.addInitScript(() => {
    // What the frame of a diagram refuses concerns nobody: it is there to refuse.
    if (self !== top) return;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { noteViolation(what: string): void }).noteViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  return watched;
}

for (const from of pages) {
  const some = attempts.slice(from, from + perPage);
  test(`no script runs, nothing leaves and nothing overflows: from ${some[0]?.[0]} to ${some.at(-1)?.[0]}`, {
    tag: "@phone",
  }, async ({ page }) => {
    test.setTimeout(120_000);
    const watched = await watch(page);
    await endure(page, `attempts-${from}`, watched);
    // What is never closed swallows those that follow on the same page: they are tried alone.
    const seen = new Set(await page.locator("h2, h3").evaluateAll((headings) => headings.map(({ id }) => id)));
    const unseen = some.flatMap((_, offset) =>
      seen.has(`attempt-${from + offset}`) ? [] : [`attempt-${from + offset}`],
    );
    expect(unseen.length).toBeLessThan(some.length);
    for (const slug of unseen) await endure(page, slug, watched);
  });
}

async function endure(page: Page, slug: string, watched: Watched) {
  await page.goto(server.origin + address(slug));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${slug}(?!\\d)`));
  await provoke(page);
  expect(await page.evaluate(() => typeof (window as { __hit?: unknown }).__hit), slug).not.toBe("number");
  expect(new URL(page.url()).pathname, slug).toBe(address(slug));
  expect(await overflow(page), slug).toBeLessThanOrEqual(0);
  expect(watched, slug).toEqual({ dialogs: [], requests: [], errors: [], violations: [] });
}

/** Does to everything in the document what an event could wait for, and lets a diagram be drawn or refused. */
async function provoke(page: Page) {
  const body = page.locator(".document");
  await body.evaluate((element) => {
    for (const part of element.querySelectorAll<HTMLElement>("*"))
      for (const type of ["mouseover", "focus", "toggle", "load", "error", "animationstart", "transitionrun"])
        part.dispatchEvent(new Event(type, { bubbles: type === "mouseover" }));
    for (const part of element.querySelectorAll<HTMLElement>("a:not([href^='http']):not([href^='/'])")) part.click();
  });
  const waiting = body.locator("iframe:not([data-drawn])");
  await expect(async () => {
    // One is drawn when it comes near.
    if ((await waiting.count()) > 0) await waiting.first().scrollIntoViewIfNeeded({ timeout: 500 });
    await expect(waiting).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("a document shows its parts, passes axe, and gives its code and its places to copy", { tag: "@phone" }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const watched = await watch(page);
  await page.goto(server.origin + address("example"));

  await expect(page.getByRole("note")).toContainText("Warning");
  await expect(page.locator("#mitigation-1")).toContainText("Count what waits");
  await expect(page.getByRole("img", { name: "Done:" })).toBeVisible();
  await page.getByRole("button", { name: "Copy this code" }).first().click();
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("kubectl get pods -n shop\nwc -l queue");
  await page.getByRole("link", { name: "Link to: Mitigation" }).click();
  expect(new URL(page.url()).hash).toBe("#mitigation");

  const frame = page.getByTitle("Flow chart: How an order flows");
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveAttribute("data-drawn", "true");
  await expect(frame.contentFrame().locator("svg")).toContainText("Payment");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  expect(watched).toEqual({ dialogs: [], requests: [], errors: [], violations: [] });
});

test("a diagram is drawn in a frame that has no origin and reaches neither the page nor any server", {
  tag: "@phone",
}, async ({ page }) => {
  await page.goto(server.origin + address("example"));
  const element = page.getByTitle("Flow chart: How an order flows");
  await element.scrollIntoViewIfNeeded();
  await expect(element).toHaveAttribute("data-drawn", "true");
  const frame = page.frames().find((candidate) => candidate.url().endsWith("/diagrams/frame"));
  const tried = await frame?.evaluate(async () => {
    const attempt = async (what: () => unknown) => {
      try {
        return await what();
      } catch {
        return "refused";
      }
    };
    return {
      origin: self.origin,
      page: await attempt(() => parent.document.title),
      cookies: await attempt(() => document.cookie),
      request: await attempt(() => fetch("/api/health/ready").then(({ status }) => status)),
      script: await attempt(() => {
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is shown
        return globalThis.eval("1");
      }),
    };
  });
  expect(tried).toMatchObject({ origin: "null", page: "refused", cookies: "refused", request: "refused" });
});

test("a diagram follows the theme, and its source can be read with the keyboard", { tag: "@phone" }, async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(server.origin + address("example"));
  const element = page.getByTitle("Flow chart: How an order flows");
  await element.scrollIntoViewIfNeeded();
  const label = element.contentFrame().locator("svg").getByText("Queue").first();
  const colour = () => label.evaluate((node) => getComputedStyle(node).color || getComputedStyle(node).fill);
  await expect(label).toBeVisible();
  const byDay = await colour();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(colour).not.toBe(byDay);
  await page.getByText("Source of the diagram").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("details pre")).toContainText("Shop --> Queue");
});

test("a broken diagram says what is wrong in its place, over its source, and the page is whole", {
  tag: "@phone",
}, async ({ page }) => {
  await page.goto(server.origin + address("broken"));
  await expect(page.getByText("This diagram could not be drawn.")).toBeVisible();
  await expect(page.locator(".document pre")).toContainText("A -->");
  await expect(page.getByText("The page goes on.")).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("without JavaScript a document and the source of its diagrams are read whole", { tag: "@phone" }, async ({
  browser,
  page,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies(server.origin));
  const reader = await context.newPage();
  await reader.goto(server.origin + address("example"));
  await expect(reader.locator("#mitigation-2")).toContainText("Drain it.");
  await expect(reader.getByText("Shop --> Queue --> Payment")).toBeVisible();
  await expect(reader.getByRole("button", { name: "Copy this code" })).toHaveCount(0);
  await expect(reader.locator("iframe")).toHaveCount(0);
  await context.close();
});

test("a page without a diagram asks for nothing that draws one", { tag: "@phone" }, async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.origin + address("attempt-0"), { waitUntil: "networkidle" });
  expect(asked.filter((path) => path.startsWith("/diagrams/"))).toEqual([]);
});
