import { expect, test } from "@playwright/test";

test("a visitor who is not signed in is led to the sign-in page and sees nothing else", async ({ page }) => {
  await page.goto("/services");

  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a visitor without JavaScript can read the sign-in page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();

  await page.goto("/sign-in");

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});
