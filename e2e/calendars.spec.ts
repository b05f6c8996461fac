import { expect, test } from "@playwright/test";
import { createPerson, createRotation, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { chooseDemoPerson } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      await createPerson(database, { name: "Petra Root", isAdministrator: true, email: "petra@harbour.example" });
      const lead = await createPerson(database, { name: "Ada Lead", email: "ada@harbour.example" });
      const team = await createTeam(database, { name: "Quay crew", lead });
      await createRotation(database, { name: "Quay primary", team });
    },
  });
});

test.afterAll(() => server?.stop());

for (const javaScriptEnabled of [true, false]) {
  test(`a person opens a calendar, a program reads it without signing in, and closing ends that${javaScriptEnabled ? "" : ", without JavaScript"}`, {
    tag: "@phone",
  }, async ({ browser, request }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await chooseDemoPerson(page, server.origin, "Ada Lead");
    await page.goto(`${server.origin}/account`);
    await page.getByRole("link", { name: "Manage calendars" }).click();
    await page.getByLabel("It shows").selectOption("Everybody’s watches in Quay primary");
    await page.getByRole("button", { name: "Open calendar" }).click();

    const address = (await page.getByRole("status").locator("code").textContent()) ?? "";
    expect(address).toMatch(/^http:\/\/.+\/calendars\/[\w-]{43}\.ics$/);
    await expect(page.getByRole("table", { name: "Open calendars" })).toContainText("Quay primary");
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);

    const read = await request.get(address, { headers: { cookie: "" } });
    expect(read.headers()["content-type"]).toContain("text/calendar");
    expect(await read.text()).toContain("SUMMARY:Ada Lead: Quay primary");
    expect(await read.text()).toContain(`URL;VALUE=URI:${server.origin}/rotations/quay-primary`);

    await page.goto(`${server.origin}/account/calendars`);
    await expect(page.getByText(address)).toBeHidden();
    await expect(page.getByText("just now")).toBeVisible();
    await page
      .locator("summary, button")
      .filter({ hasText: /^Close$/ })
      .click();
    await page.getByRole("button", { name: "Close it" }).click();
    await expect(page.getByText("No calendar of yours is open.")).toBeVisible();
    expect((await request.get(address)).status()).toBe(404);
    await context.close();
  });
}
