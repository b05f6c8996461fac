import { expect, type Page, test } from "@playwright/test";
import { createPerson, createService, createTeam, joinTeam, rememberSeen } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { openPalette } from "#e2e/open-palette";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Okafor" });
      const team = await createTeam(database, { slug: "shop-front", name: "Shop front", lead: ada });
      const lin = await createPerson(database, { name: "Lin Wei" });
      await joinTeam(database, team, { person: lin });
      await createService(database, { slug: "checkout", name: "Checkout", team });
      const payments = await createService(database, { slug: "payments", name: "Payments", team });
      await rememberSeen(database, lin, { noun: "service", thing: payments });
    },
  });
});

test.afterAll(() => server?.stop());

/** Comes home as somebody. */
async function arrive(page: Page, name = "Ada Okafor", path = "/") {
  await signIn(page, server.origin, name);
  await page.goto(`${server.origin}${path}`);
}

test("a service is found and opened by the keyboard alone, typing mistake and all", { tag: "@desktop" }, async ({
  page,
}) => {
  await arrive(page);
  const field = await openPalette(page);
  await expect(field).toBeFocused();

  await page.keyboard.type("chekout");
  await expect(page.getByRole("option").first()).toContainText("the name is like “chekout”");
  await expect(page.getByRole("status")).toContainText("1 thing found.");
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/services\/checkout$/);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("what was opened lately comes first, and where one may go after it", { tag: "@desktop" }, async ({ page }) => {
  await arrive(page, "Lin Wei");
  await openPalette(page);

  await expect(page.getByRole("group", { name: "Opened lately" }).getByRole("option").first()).toContainText(
    "Payments",
  );
  await expect(page.getByRole("option", { name: "New service" })).toBeVisible();
  await expect(page.getByRole("option", { name: "Administration" })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test("Escape closes the palette and gives the focus back to what had it", { tag: "@desktop" }, async ({ page }) => {
  await arrive(page);
  const heading = page.getByRole("main").getByRole("link").first();
  await heading.focus();
  await openPalette(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("zzqqxx");
  await expect(page.getByText("Nothing is like “zzqqxx”.")).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(heading).toBeFocused();
});

test("a search that does not answer says so, and the next one may", { tag: "@phone" }, async ({ page }) => {
  await arrive(page);
  await openPalette(page);
  await page.route("**/api/v1/search?*", (route) => route.abort());
  await page.keyboard.type("pay");
  await expect(page.getByText("The search did not answer.")).toBeVisible();

  await page.unroute("**/api/v1/search?*");
  await page.keyboard.type("m");
  await expect(page.getByRole("option").first()).toContainText("Payments");
});

test("without JavaScript the button leads to the search page, which finds the same", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await arrive(page);
  const link = page.locator('a[href="/search"]').filter({ visible: true });
  if ((await link.count()) === 0) await page.getByText("Menu").click();
  await link.first().click();

  await page.getByRole("searchbox", { name: "Find anything" }).fill("chekout");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Checkout" }).first()).toBeVisible();
  await context.close();
});

test("the search page groups what it finds, says why, and has nothing for axe to report", { tag: "@phone" }, async ({
  page,
}) => {
  await arrive(page, "Ada Okafor", "/search?q=pay");
  await expect(page.getByRole("region", { name: /^Services/ })).toContainText("the name begins with “pay”");
  expect(await violations(page)).toEqual([]);
  await page.goto(`${server.origin}/search?q=zzqqxx`);
  await expect(page.getByText("Nothing is like “zzqqxx”")).toBeVisible();
});
