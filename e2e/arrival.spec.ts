import { expect, test } from "@playwright/test";

test("a visitor who is not signed in is led to the sign-in page and sees nothing else", { tag: "@phone" }, async ({
  page,
}) => {
  await page.goto("/services");

  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a visitor without JavaScript can read the sign-in page", { tag: "@phone" }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();

  await page.goto("/sign-in");

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("whoever follows a link sees that it is under way until the next page is there", async ({ page }) => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Ada Okafor/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ada Okafor" })).toBeVisible();
  // Until the script has come a link is the browser's own affair, which shows what it is doing in its own way.
  await page.waitForLoadState("networkidle");
  await page.route(/\/teams\?_rsc|\/teams$/, async (route) => {
    await answered;
    await route.continue();
  });

  const menu = page.getByText("Menu", { exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("link", { name: "Teams", exact: true }).locator("visible=true").click();

  const line = page.locator("[data-under-way]");
  await expect(line.first()).toBeVisible();
  answer();
  await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
  await expect(line).toHaveCount(0);
});
