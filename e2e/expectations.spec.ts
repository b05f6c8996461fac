import { expect, type Page, test } from "@playwright/test";
import { createPerson } from "#db/testing/factories";
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
      await createPerson(database, { name: "Petra Root", isAdministrator: true });
      await createPerson(database, { name: "Sven Reader" });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

async function write(page: Page, level: string, text: string): Promise<void> {
  const form = page.getByRole("region", { name: "Expect something" });
  await form.getByLabel("Level").fill(level);
  await form.getByLabel("What is expected").fill(text);
  await form.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByRole("region", { name: level, exact: true })).toContainText(text);
}

test("an administrator writes what is expected of a level, orders it, changes it, retires it and brings it back", async ({
  page,
}) => {
  const of = (name: string) => `${name} (${test.info().project.name})`;
  const [senior, staff] = [of("Senior"), of("Staff")];
  await signIn(page, "Petra Root");
  await page.goto(`${server.origin}/administration/criteria`);
  await write(page, senior, "Stands in a rotation of a service they build.");
  await write(page, senior, "Keeps one runbook proven.");
  await write(page, staff, "Leads a drill.");
  expect(await violations(page)).toEqual([]);

  const level = page.getByRole("region", { name: senior, exact: true });
  await page.getByRole("button", { name: "Move up: Keeps one runbook proven." }).click();
  await expect(level.getByRole("listitem").first()).toContainText("Keeps one runbook proven.");
  await page.getByRole("button", { name: `Move up: the level ${staff}` }).click();
  await expect(page.getByRole("button", { name: `Move down: the level ${staff}` })).toBeEnabled();

  await level.getByText("Change it “Keeps one runbook proven.”").click();
  await level.getByLabel("What is expected").first().fill("Keeps two runbooks proven.");
  await level.getByRole("button", { name: "Save" }).first().click();
  await expect(level.getByRole("listitem").first()).toContainText("Keeps two runbooks proven.");

  await page.getByRole("button", { name: "Retire “Keeps two runbooks proven.”" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retire it" }).click();
  await expect(level).not.toContainText("Keeps two runbooks proven.");
  await page.getByRole("button", { name: "Bring back “Keeps two runbooks proven.”" }).click();
  await expect(level).toContainText("Keeps two runbooks proven.");
  await expect(page.getByRole("region", { name: "What changed" })).toContainText(
    `Petra Root brought back what is expected of the level ${senior}`,
  );
});

test("an administrator sets a limit of coverage, is told what makes no sense, and resets it", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page, "Petra Root");
  await page.goto(`${server.origin}/administration/coverage`);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Time to engage").fill("10");
  await page.getByLabel("Share of their time that somebody is on watch").fill("400");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write a share from 5 to 100 per cent.")).toBeVisible();
  await expect(page.getByLabel("Time to engage")).toHaveValue("10");
  await page.getByLabel("Share of their time that somebody is on watch").fill("20");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Coverage is measured against these from the next measurement on.")).toBeVisible();
  await page.getByRole("button", { name: "Reset Time to engage" }).click();
  await expect(page.getByText("“Time to engage” is as it ships again.")).toBeVisible();
  await expect(page.getByLabel("Time to engage")).toHaveValue("15");
  await page.reload();
  await expect(page.getByLabel("Share of their time that somebody is on watch")).toHaveValue("20");
});

test("to whoever is no administrator neither page is there", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Sven Reader");
  for (const room of ["criteria", "coverage"]) {
    const answer = await page.goto(`${server.origin}/administration/${room}`);
    expect(answer?.status()).toBe(404);
  }
});
