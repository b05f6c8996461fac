import { expect, type Page, test } from "@playwright/test";
import { createPerson, createService, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";

test.describe.configure({ mode: "default" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Okafor" });
      const shop = await createTeam(database, { name: "Shop front", slug: "shop-front", members: [ada] });
      const money = await createTeam(database, { name: "Money", slug: "money" });
      await createService(database, { name: "Checkout", slug: "checkout", team: shop, tier: 1 });
      await createService(database, { name: "Payments", slug: "payments", team: money, tier: 1 });
      await createService(database, { name: "Orphan", slug: "orphan", ownerReference: "group:default/ghosts" });
      for (let number = 10; number < 70; number += 1) {
        await createService(database, { name: `Worker ${number}`, slug: `worker-${number}`, team: money, tier: 3 });
      }
    },
  });
});

test.afterAll(() => server?.stop());

async function arrive(page: Page, address = "/services") {
  await signIn(page, server.origin, "Ada Okafor");
  await page.goto(`${server.origin}${address}`);
}

const main = (page: Page) => page.getByRole("main");
const result = (page: Page, name: string) => main(page).getByRole("listitem").getByRole("link", { name, exact: true });
const count = (page: Page) => main(page).getByRole("status").first();

/** The facets stand beside the list on a desk and fold away on a phone. */
async function facet(page: Page, name: RegExp) {
  const fold = main(page).getByText("Narrow down", { exact: true });
  if (await fold.isVisible()) await fold.click();
  return main(page).getByRole("link", { name }).filter({ visible: true });
}

test("the list narrows while the reader types, mistakes forgiven, and the back button undoes it", {
  tag: "@desktop",
}, async ({ page }) => {
  await arrive(page);
  await expect(count(page)).toHaveText("63 services");
  const search = page.getByRole("searchbox", { name: "Search services" });
  await expect(async () => {
    await search.fill("chekout");
    await expect(page).toHaveURL(/query=chekout/, { timeout: 2_000 });
  }).toPass();
  await expect(count(page)).toHaveText("1 service");
  await expect(result(page, "Checkout")).toBeVisible();
  await expect(search).toBeFocused();

  await page.goBack();
  await expect(count(page)).toHaveText("63 services");
  await expect(search).toHaveValue("");
});

test("facets narrow the list, say so in words, and are given up one by one", async ({ page }) => {
  await arrive(page);
  await (await facet(page, /^tier 1/)).click();
  await expect(page).toHaveURL(/tier=1/);
  await expect(count(page)).toHaveText("2 services");
  await (await facet(page, /^Money/)).click();
  await expect(count(page)).toHaveText("1 service");
  await expect(result(page, "Payments")).toBeVisible();

  await page.getByRole("link", { name: "Remove tier 1" }).click();
  await expect(count(page)).toHaveText("61 services");
  await page.reload();
  await expect(count(page)).toHaveText("61 services");
});

test("the next part begins where the last one ended, and the beginning is one step away", { tag: "@phone" }, async ({
  page,
}) => {
  await arrive(page);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(result(page, "Worker 69")).toBeVisible();
  await expect(result(page, "Checkout")).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the beginning" }).click();
  await expect(result(page, "Checkout")).toBeVisible();
});

test("a star is kept, and its list says what a star is for when there is none", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services?starred=true");
  await expect(page.getByText("You have starred nothing yet")).toBeVisible();
  await page.goto(`${server.origin}/services?query=orphan`);
  const star = page.getByRole("button", { name: "Star Orphan" });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  // That shows before the server has it; whoever leaves at once might take it along.
  await expect(star).toHaveAttribute("name", "unstar");
  await page.getByRole("link", { name: "Starred" }).click();
  await page.goto(`${server.origin}/services?starred=true`);
  await expect(result(page, "Orphan")).toBeVisible();
  await page.getByRole("button", { name: "Star Orphan" }).click();
  await expect(page.getByText("You have starred nothing yet")).toBeVisible();
});

test("where nothing matches, the page says which choice to drop", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services?query=checkout&lifecycle=deprecated");
  await expect(page.getByText("No service matches all of this")).toBeVisible();
  await page.getByRole("link", { name: "Without deprecated" }).click();
  await expect(result(page, "Checkout")).toBeVisible();
});

test("an address that makes no sense is answered with what is left of it", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services?tier=9&cursor=nonsense&team=money");
  await expect(page.getByText("Part of this address was not understood.")).toBeVisible();
  await expect(count(page)).toHaveText("61 services");
});

test("somebody with only a keyboard searches and opens a service", { tag: "@desktop" }, async ({ page }) => {
  await arrive(page);
  const search = page.getByRole("searchbox", { name: "Search services" });
  await expect(async () => {
    await page.reload();
    for (let presses = 0; presses < 40; presses += 1) {
      if (await search.evaluate((box) => box === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(search).toBeFocused({ timeout: 500 });
    await page.keyboard.type("pyaments");
    await expect(count(page)).toHaveText("1 service", { timeout: 3_000 });
  }).toPass();
  const payments = result(page, "Payments");
  for (let presses = 0; presses < 40; presses += 1) {
    if (await payments.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(payments).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Payments" })).toBeVisible();
});

test("without JavaScript the search, the facets and the stars work the same", { tag: "@phone" }, async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await arrive(page);
  await page.getByRole("searchbox", { name: "Search services" }).fill("invntory paymnets");
  await page.getByRole("searchbox", { name: "Search services" }).fill("paymnets");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(result(page, "Payments")).toBeVisible();
  await page.getByRole("button", { name: "Star Payments" }).click();
  await expect(page.getByRole("button", { name: "Star Payments" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Star Payments" }).click();
  await expect(page.getByRole("button", { name: "Star Payments" })).toHaveAttribute("aria-pressed", "false");
  await context.close();
});

test("axe finds nothing, and nothing is wider than a small phone", async ({ page }) => {
  await arrive(page);
  for (const address of [
    "/services",
    "/services?query=zzqqxx",
    "/services?tier=1&team=money",
    "/services?retired=true",
  ]) {
    await page.goto(`${server.origin}${address}`);
    await expect(page.getByRole("heading", { level: 1, name: "Services" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${server.origin}/services`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
