import { type Browser, expect, type Page, test } from "@playwright/test";
import { createPerson, createRotation, createService, createTeam, createToken } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type Mailbox, startMailbox } from "#e2e/mailbox";
import { type OwnServer, startOwnServer } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

const woken = "ada@harbour.example";

let mailbox: Mailbox;
let server: OwnServer;
let token = "";
let address = "";
let link = "";

test.beforeAll(async ({ request }) => {
  test.setTimeout(120_000);
  mailbox = await startMailbox();
  server = await startOwnServer({
    settings: async (origin) => ({
      AUTH_URL: origin,
      AUTH_SECRET: "a secret of this one server, long enough",
      SMTP_URL: mailbox.smtpUrl,
      MAIL_FROM: "watchbill@example.com",
    }),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Woken", email: woken });
      const team = await createTeam(database, { name: "Tug crew", lead: ada });
      await createRotation(database, { team, isTeamDefault: true, layers: [{ participants: [ada] }] });
      await createService(database, { slug: "tug", name: "The tug", team });
      token = (await createToken(database, { scope: "admin" })).secret;
    },
  });
  const answer = await request.post(`${server.origin}/api/v1/alerts`, {
    headers: { authorization: `Bearer ${token}` },
    data: { service: "tug", summary: "The tug is adrift", severity: "critical", customerImpact: "Nobody is towed." },
  });
  expect(answer.status()).toBe(202);
  address = `${server.origin}/alerts/${((await answer.json()) as { alert: string }).alert}`;
  const [found] = (await mailbox.letterTo(woken)).match(/https?:\/\/\S+\?key=[\w-]+/) ?? [];
  link = found ?? "";
});

test.afterAll(async () => {
  await server?.stop();
  await mailbox?.stop();
});

async function visitor(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await page.goto(link);
  return page;
}

const timeline = (page: Page) => page.getByRole("region", { name: "What happened" });

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`the link of a message opens the briefing without a session, ${how} JavaScript, and is good for little else`, async ({
    browser,
  }) => {
    expect(link.startsWith(`${address}?key=`)).toBe(true);
    const page = await visitor(browser, javaScriptEnabled);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("The tug is adrift");
    await expect(page.getByRole("link", { name: "sign in" })).toBeVisible();
    await expect(page.getByText("More: bring somebody in")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Is it over?" })).toHaveCount(0);
    if (javaScriptEnabled) {
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Page ops now" }).click();
      await expect(timeline(page)).toContainText("Ada Woken paged ops");
    } else {
      await page.getByRole("button", { name: "Acknowledge" }).click();
      await expect(timeline(page)).toContainText("Ada Woken acknowledged it");
    }
    expect(page.url()).toBe(link);
    await page.goto(`${server.origin}/services`);
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto(`${address}?key=forged`);
    await expect(page).toHaveURL(/\/sign-in/);
    await page.context().close();
  });
}

test("once the alert is over the link says that, and no more", async ({ browser, request }) => {
  const answer = await request.post(`${address.replace("/alerts/", "/api/v1/alerts/")}/resolve`, {
    headers: { authorization: `Bearer ${token}` },
    data: { cause: "A rope", remedy: "Another rope" },
  });
  expect(answer.ok()).toBe(true);
  const page = await visitor(browser, false);
  await expect(page.getByText("Resolved")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in to read what happened" })).toBeVisible();
  await expect(timeline(page)).toHaveCount(0);
  await expect(page.getByText("Another rope")).toHaveCount(0);
});
