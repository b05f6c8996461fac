import { type Browser, expect, type Page, test } from "@playwright/test";
import { createPerson } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    given: (database) => createPerson(database, { name: "Petra Lindqvist", isAdministrator: true }),
  });
});

test.afterAll(() => server?.stop());

/** Three good documents and one whose name breaks the rule, at line 22. */
const catalog = (name: string) => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${name}-team
spec:
  type: team
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: Prints the labels of parcels.
spec:
  type: service
  lifecycle: production
  owner: ${name}-team
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: two words
spec:
  type: service
  lifecycle: production
  owner: ${name}-team
`;

async function arrive(page: Page) {
  await signIn(page, server.origin, "Petra Lindqvist");
  await page.goto(`${server.origin}/administration/imports`);
}

const paste = (page: Page) => page.getByLabel("Or paste descriptors");

test("an administrator sees what an import would do before it does it, by the keyboard alone", {
  tag: "@desktop",
}, async ({ page }) => {
  const name = `labels-${test.info().project.name}`;
  await arrive(page);
  await paste(page).focus();
  await page.keyboard.insertText(catalog(name));
  await page.getByRole("button", { name: "See what would change" }).focus();
  await page.keyboard.press("Enter");

  await expect(page.getByText("Nothing has been written yet.")).toBeVisible();
  await expect(page.getByRole("region", { name: /Would be created/ })).toContainText(name);
  await expect(page.getByRole("region", { name: /Rejected/ })).toContainText("22");
  expect(await violations(page)).toEqual([]);
  const nothingYet = await page.request.get(`${server.origin}/api/v1/services/${name}`);
  expect(nothingYet.status()).toBe(404);

  await page.getByRole("button", { name: "Import these 2 changes" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Imported.", { exact: true })).toBeVisible();
  await page.goto(`${server.origin}/services/${name}`);
  await expect(page.getByRole("main")).toContainText(`${name}-team`);
});

test("doing it again finds nothing to import", { tag: "@desktop" }, async ({ page }) => {
  await arrive(page);
  await paste(page).fill(catalog(`labels-${test.info().project.name}`));
  await page.getByRole("button", { name: "See what would change" }).click();

  await expect(page.getByText("There is nothing to import.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
});

test("without JavaScript the same works by plain pages", { tag: "@desktop" }, async ({ browser }) => {
  const name = `plain-${test.info().project.name}`;
  const page = await plainPage(browser);
  await arrive(page);
  await paste(page).fill(catalog(name));
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Import these 2 changes" }).click();

  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Imported.", { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.context().close();
});

test("what is no YAML at all is refused with its line, and what was typed stays", { tag: "@desktop" }, async ({
  page,
}) => {
  await arrive(page);
  await paste(page).fill("kind: [unclosed");
  await page.getByRole("button", { name: "See what would change" }).click();

  await expect(page.getByRole("main")).toContainText(/line|:1/);
  await expect(page.getByRole("button", { name: /^Import these/ })).toHaveCount(0);
});

const plainPage = async (browser: Browser) => (await browser.newContext({ javaScriptEnabled: false })).newPage();
