import { expect, type Page, test } from "@playwright/test";
import { createPerson, createService, createTeam, renameTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const [root, lead, manager] = [
        await createPerson(database, { name: "Petra Root", isAdministrator: true }),
        await createPerson(database, { name: "Ada Lead" }),
        await createPerson(database, { name: "Rui Manager" }),
      ];
      await createPerson(database, { name: "Lin Joiner" });
      const above = await createTeam(database, { slug: "engineering", name: "Engineering", manager: root });
      const crew = await createTeam(database, { slug: "crew", name: "Quay crew", lead, manager, parent: above });
      await createService(database, { slug: "checkout", name: "Checkout", team: crew });
      const old = await createTeam(database, { slug: "old-name", name: "Old name" });
      await renameTeam(database, old, { name: "New name", slug: "new-name" });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

test("a lead adds a person by typing part of the name, makes them lead and takes them out, by keyboard alone", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/teams/crew/members`);
  expect(await violations(page)).toEqual([]);

  const person = page.getByRole("combobox", { name: "Person" });
  await person.focus();
  await page.keyboard.type("lin joi");
  await expect(page.getByRole("option", { name: /Lin Joiner/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(person).toHaveValue("Lin Joiner");
  await page.getByRole("button", { name: "Add to team" }).focus();
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: /Lin Joiner/ });
  await expect(row).toBeVisible();

  await page.getByRole("button", { name: "Make lead Lin Joiner" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Make member Lin Joiner" })).toBeVisible();

  await page.getByRole("button", { name: "Remove Lin Joiner" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove", exact: true }).focus();
  await page.keyboard.press("Enter");
  // Rows with this name stand among the former members from now on.
  await expect(page.getByRole("button", { name: "Remove Lin Joiner" })).toBeHidden();
  await expect(page.getByRole("table", { name: "Former members" })).toContainText("Lin Joiner");
});

test("without JavaScript a failed form gives back what was typed, and a good one is kept", { tag: "@phone" }, async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/teams/crew/members`);
  await page.getByLabel("Person").fill("nobody@harbour.example");
  await page.getByLabel("Lead", { exact: true }).check();
  await page.getByRole("button", { name: "Add to team" }).click();
  await expect(page.getByText("There is nobody with the address “nobody@harbour.example”.")).toBeVisible();
  await expect(page.getByLabel("Person")).toHaveValue("nobody@harbour.example");
  await expect(page.getByLabel("Lead", { exact: true })).toBeChecked();

  await page.goto(`${server.origin}/teams/crew/edit`);
  await page.getByLabel(/Chat/).fill("#quay");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/teams\/crew$/);
  await expect(page.getByText("#quay").first()).toBeVisible();
  await context.close();
});

test("nobody makes themselves a manager, and is told so where they tried", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Petra Root");
  await page.goto(`${server.origin}/teams/new-name/edit`);
  expect(await violations(page)).toEqual([]);
  const parent = page.getByRole("combobox", { name: /Team above/ });
  await parent.fill("engineering");
  await page.getByRole("option", { name: /Engineering/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "somebody's manager" })).toBeVisible();
});

test("a team that owns services is not retired, and the page says which", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Petra Root");
  await page.goto(`${server.origin}/teams/crew/edit`);
  await page.getByRole("button", { name: "Retire team" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByText(/Quay crew still owns Checkout/)).toBeVisible();
});

test("a former address leads on, a past day shows the team of that day, and an unknown one says the way", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/teams/old-name/history`);
  await expect(page).toHaveURL(/\/teams\/new-name\/history$/);
  expect(await violations(page)).toEqual([]);

  await page.goto(`${server.origin}/teams/crew?at=2026-02-01`);
  await expect(page.getByText("As it was on 1 February 2026.")).toBeVisible();
  await expect(page.getByRole("table", { name: /Who was in Quay crew/ })).toContainText("Ada Lead");
  await expect(page.getByRole("table", { name: /What Quay crew owned/ })).toContainText("Checkout");

  const answer = await page.goto(`${server.origin}/teams/no-such-team`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "All teams" })).toBeVisible();
});

test("the list is found, narrowed and read without violation, and nothing overflows a phone", async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/teams?query=quya+crew`);
  await expect(page.getByRole("link", { name: "Quay crew" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${server.origin}/teams?query=nothing-like-it&gap=wrong`);
  await expect(page.getByText("No team matches all of this")).toBeVisible();
  for (const path of ["/teams", "/teams/crew", "/teams/crew/members", "/teams/crew/edit", "/teams/crew/history"]) {
    await page.goto(`${server.origin}${path}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
