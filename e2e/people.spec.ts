import { expect, type Page, test } from "@playwright/test";
import { createPerson, createTeam } from "#db/testing/factories";
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
      await createPerson(database, { name: "Petra Root", isAdministrator: true, email: "petra@harbour.example" });
      const lead = await createPerson(database, { name: "Ada Lead", email: "ada@harbour.example" });
      const gone = await createPerson(database, { name: "Lin Leaver", email: "lin@harbour.example" });
      await createTeam(database, { slug: "crew", name: "Quay crew", lead, members: [gone] });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

test("a person changes their own title and zone without JavaScript, and a wrong zone keeps what was typed", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/people/ada@harbour.example`);
  await page.getByRole("link", { name: "Edit your profile" }).click();
  await page.getByLabel(/Title/).fill("Pilot");
  await page.getByLabel(/Time zone/).fill("Harbour/Nowhere");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Name a time zone such as Europe/Lisbon.")).toBeVisible();
  await expect(page.getByLabel(/Title/)).toHaveValue("Pilot");

  await page.getByLabel(/Time zone/).fill("Asia/Tokyo");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Pilot")).toBeVisible();
  await expect(page.getByText(/in Tokyo/)).toBeVisible();
  await context.close();
});

test("nobody but administrators sees their controls, or edits a colleague", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/people/lin%40harbour.example`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lin Leaver");
  await expect(page.getByRole("button", { name: "Deactivate" })).toBeHidden();
  const answer = await page.goto(`${server.origin}/people/lin%40harbour.example/edit`);
  expect(answer?.status()).toBe(404);
  await page.goto(`${server.origin}/people`);
  expect(await violations(page)).toEqual([]);
});

test("whoever is deactivated is out at once, and the page says so", { tag: "@phone" }, async ({ page, browser }) => {
  const context = await browser.newContext();
  const leaver = await context.newPage();
  await signIn(leaver, "Lin Leaver");
  await signIn(page, "Petra Root");
  await page.goto(`${server.origin}/people/lin@harbour.example`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("Deactivated.")).toBeVisible();
  await leaver.goto(`${server.origin}/people`);
  await expect(leaver).toHaveURL(/\/sign-in/);
  await context.close();
});

test(
  "the only administrator cannot withdraw, and an added person has a page under their e-mail",
  { tag: "@phone" },
  async ({ page }, { project }) => {
    await signIn(page, "Petra Root");
    await page.goto(`${server.origin}/people/petra@harbour.example`);
    await page.getByRole("button", { name: "End administration" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "End administration" }).click();
    await expect(page.getByText(/is the only administrator/).first()).toBeVisible();

    const email = `new.${project.name}@harbour.example`;
    await page.goto(`${server.origin}/people/new`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Name", { exact: true }).fill("New Arrival");
    await page.getByLabel("E-mail").fill("petra@harbour.example");
    await page.getByRole("button", { name: "Add person" }).click();
    await expect(page.getByText("Somebody has the address petra@harbour.example already.").first()).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("New Arrival");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Add person" }).click();
    await expect(page).toHaveURL(new RegExp(`/people/new\\.${project.name}(%40|@)harbour\\.example$`));
    await page.goto(`${server.origin}/people?query=new+arival`);
    await expect(page.getByRole("link", { name: "New Arrival" })).toBeVisible();
  },
);
