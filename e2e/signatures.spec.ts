import { expect, type Page, test } from "@playwright/test";
import { createPerson, createService, createTeam, createToken } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { openPalette } from "#e2e/open-palette";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let token = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { name: "Ada Lead" });
      await createPerson(database, { name: "Una Stranger" });
      const team = await createTeam(database, { slug: "crew", name: "Quay crew", lead });
      await createService(database, { slug: "checkout", name: "Checkout", team });
      await createService(database, { slug: "ferry", name: "Ferry", team });
      token = (await createToken(database, { name: "A pipeline", scope: "write" })).secret;
    },
  });
});

test.afterAll(() => server?.stop());

const trace = (basket: number, milliseconds: number) => `2026-03-02T09:14:09.${milliseconds}Z ERROR in checkout
java.lang.IllegalStateException: Basket ${basket} could not be priced
\tat shop.pricing.Engine.price(Engine.java:118)
Caused by: JedisConnectionException: Could not get a resource from the pool after ${milliseconds}ms`;

async function arrive(page: Page, name: string, path: string) {
  await signInTo(page, server.origin, name);
  await page.goto(`${server.origin}${path}`);
}

test("a stack trace becomes a signature, and another paste of the same error finds it, by keyboard alone", async ({
  page,
}) => {
  await arrive(page, "Ada Lead", "/search/paste");
  await page.getByRole("textbox", { name: "The error" }).focus();
  await page.keyboard.insertText(trace(8231, 300));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const known = page.getByRole("region", { name: "What is known about it" });
  await expect(known).toContainText("No signature matches this");
  await expect(known.getByRole("region", { name: "Services that it names" })).toContainText("Quay crew");
  expect(await violations(page)).toEqual([]);

  await known.getByRole("button", { name: "Checkout" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("It matches the error above.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Pattern" })).toHaveValue(/Basket \* could not be priced/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("textbox", { name: "What it means" }).focus();
  await page.keyboard.type("The pool of connections is empty");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Restart the worker.");
  await page.getByRole("button", { name: "Write it" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /The pool of connections is empty/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.goto(`${server.origin}/search/paste`);
  await page.getByRole("textbox", { name: "The error" }).focus();
  await page.keyboard.insertText(trace(77, 915));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: "Signatures" }).getByRole("listitem").first();
  await expect(found).toContainText("The pool of connections is empty");
  await expect(found).toContainText("Restart the worker.");
  await expect(found.locator("mark").filter({ hasText: "could not be priced" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("on a phone without JavaScript the same paste leads to the signature, and to the form that is filled in", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await arrive(page, "Ada Lead", "/");
  await page.getByRole("textbox", { name: "A log, a stack trace or an alert" }).fill(trace(12, 421));
  await page.getByRole("button", { name: "Find what it means" }).click();
  await expect(page).toHaveURL(/\/search\/paste$/);
  await expect(page.getByRole("region", { name: "Signatures" })).toContainText("The pool of connections is empty");

  await page.getByRole("button", { name: "Ferry" }).click();
  await expect(page).toHaveURL(/\/services\/ferry\/signatures\/new$/);
  await expect(page.getByRole("textbox", { name: "Pattern" })).toHaveValue(/Basket \* could not be priced/);
  await context.close();
});

test("several lines pasted into the palette are looked up as an error", { tag: "@desktop" }, async ({ page }) => {
  await arrive(page, "Una Stranger", "/");
  const field = await openPalette(page);
  await expect(field).toBeFocused();
  await field.evaluate(
    (input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    trace(5, 111),
  );
  await expect(page).toHaveURL(/\/search\/paste$/);
  await expect(page.getByRole("region", { name: "Signatures" })).toContainText("The pool of connections is empty");
  await expect(page.getByText("Write a signature from this")).toHaveCount(0);
});

test("what is no pattern and no text is refused beside its field, and nothing that was typed is lost", {
  tag: "@phone",
}, async ({ page }) => {
  await arrive(page, "Ada Lead", "/services/checkout/signatures/new");
  await page.getByRole("textbox", { name: "Pattern" }).fill("*\n**");
  await page.getByRole("textbox", { name: "What it means" }).fill("Anything");
  await page.getByRole("textbox", { name: "First step" }).fill("Look.");
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("textbox", { name: "Pattern" })).toHaveAccessibleDescription(/would match everything/);
  await expect(page.getByRole("textbox", { name: "What it means" })).toHaveValue("Anything");

  await page.goto(`${server.origin}/search/paste`);
  await page.getByRole("textbox", { name: "The error" }).fill("x".repeat(64 * 1024 + 1));
  await page.getByRole("button", { name: "Find what it means" }).click();
  await expect(page.getByText("Send at most 64 kB of text.")).toBeVisible();
});

test("over the REST interface a signature is put, found by a text with its reason, and bad input is told in words", {
  tag: "@phone",
}, async ({ request }) => {
  const headers = { authorization: `Bearer ${token}` };
  const address = `${server.origin}/api/v1/services/checkout/signatures/gangway`;
  const said = { meaning: "The gangway is up", cause: "", confirm: "", firstStep: "Lower it." };
  const put = (data: object) => request.put(address, { headers, data });
  const search = (data: object) => request.post(`${server.origin}/api/v1/search`, { headers, data });

  expect((await put({ ...said, pattern: "gangway * raised\n" })).status()).toBe(201);
  const again = await put({ ...said, pattern: "gangway * raised" });
  expect([again.status(), (await again.json()).pattern]).toEqual([200, "gangway * raised"]);
  const { items } = await (await search({ text: "ERROR gangway 7 raised" })).json();
  expect(items[0]).toMatchObject({
    kind: "signature",
    name: "The gangway is up",
    service: "checkout",
    url: "/services/checkout/signatures/gangway",
    why: "line 1 has its phrase, 13 characters word for word",
  });
  const bySearch = await request.get(`${server.origin}/api/v1/search?q=gangway`, { headers });
  expect((await bySearch.json()).items).toContainEqual(expect.objectContaining({ kind: "signature", slug: "gangway" }));

  const refused = await put({ ...said, pattern: "* *" });
  expect([refused.status(), (await refused.json()).errors]).toEqual([
    422,
    [{ path: "pattern", message: "A pattern of only “*” would match everything: write words of the error." }],
  ]);
  expect((await search({ text: "x".repeat(64 * 1024 + 1) })).status()).toBe(422);
  expect((await search({ text: "a\u0000b" })).status()).toBe(422);
  expect((await search({ text: "x".repeat(1024 * 1024) })).status()).toBe(413);
  expect((await request.delete(address, { headers })).status()).toBe(204);
  expect((await (await search({ text: "gangway 7 raised" })).json()).items).toEqual([]);
});
