import { type Browser, expect, type Page, test } from "@playwright/test";
import { createPerson, deactivatePerson } from "#db/testing/factories";
import { type Mailbox, startMailbox } from "#e2e/mailbox";
import { type OidcIssuer, startOidcIssuer } from "#e2e/oidc-issuer";
import { type OwnServer, startOwnServer } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

const accounts = {
  ada: { email: "ada@example.com", email_verified: true, name: "Ada Okafor" },
  unverified: { email: "ada@example.com", email_verified: false, name: "Ada Okafor" },
  stranger: { email: "stranger@example.com", email_verified: true, name: "A Stranger" },
  newcomer: { email: "lin@allowed.example", email_verified: true, name: "Lin Wei" },
  leaver: { email: "leaver@example.com", email_verified: true, name: "Somebody Gone" },
  first: { email: "first@example.com", email_verified: true, name: "First Administrator" },
};

let issuer: OidcIssuer;
let mailbox: Mailbox;
let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  mailbox = await startMailbox();
  server = await startOwnServer({
    async settings(origin) {
      issuer = await startOidcIssuer(`${origin}/api/auth/callback/oidc`, accounts);
      return {
        AUTH_URL: origin,
        AUTH_SECRET: "a secret of this one server, long enough",
        AUTH_OIDC_ISSUER: issuer.address,
        AUTH_OIDC_ID: issuer.client.id,
        AUTH_OIDC_SECRET: issuer.client.secret,
        AUTH_OIDC_NAME: "Harbour ID",
        AUTH_ALLOWED_DOMAINS: "allowed.example",
        WATCHBILL_ADMIN_EMAIL: accounts.first.email,
        SMTP_URL: mailbox.smtpUrl,
        MAIL_FROM: "watchbill@example.com",
      };
    },
    async given(database) {
      await createPerson(database, { email: accounts.ada.email, name: accounts.ada.name });
      await deactivatePerson(database, await createPerson(database, { email: accounts.leaver.email }));
    },
  });
});

test.afterAll(async () => {
  await server?.stop();
  await issuer?.stop();
  await mailbox?.stop();
});

/** Goes to `path`, is asked to sign in, and comes back from the provider as `account`. */
async function signInAs(page: Page, account: keyof typeof accounts, path = "/account") {
  await page.goto(server.origin + path);
  await page.getByRole("button", { name: "Continue with Harbour ID" }).click();
  await page.getByRole("link", { name: account, exact: true }).click();
}

async function freshPage(browser: Browser, options = {}) {
  const context = await browser.newContext(options);
  return context.newPage();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a person of the catalog signs in and lands where they wanted to go, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await freshPage(browser, { javaScriptEnabled });
    await signInAs(page, "ada", "/account/tokens?from=mail");
    await expect(page).toHaveURL(`${server.origin}/account/tokens?from=mail`);
    await page.goto(`${server.origin}/account`);
    await expect(page.getByRole("main")).toContainText("ada@example.com");
  });
}

test("an address that the provider has not verified is refused, also one that is in the catalog", {
  tag: "@phone",
}, async ({ page }) => {
  await signInAs(page, "unverified");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("has not verified your e-mail address");
  await expectSignedOut(page);
});

test("somebody unknown is refused and told whom to ask", { tag: "@phone" }, async ({ page }) => {
  await signInAs(page, "stranger");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Ask an administrator to add you");
  await expectSignedOut(page);
});

test("somebody who was deactivated is refused", { tag: "@phone" }, async ({ page }) => {
  await signInAs(page, "leaver");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("deactivated");
  await expectSignedOut(page);
});

test("an address of an allowed domain becomes a person, without any right to administer", { tag: "@desktop" }, async ({
  page,
}) => {
  await signInAs(page, "newcomer");
  await expect(page.getByRole("main")).toContainText("Lin Wei");
  expect((await page.goto(`${server.origin}/administration`))?.status()).toBe(404);
});

test("the configured address becomes the administrator when it signs in", { tag: "@desktop" }, async ({ page }) => {
  await signInAs(page, "first", "/administration");
  await expect(page.getByRole("heading", { name: "Administration", level: 1 })).toBeVisible();
});

test("signing out ends the session, and going back to a page leads to the sign-in page", async ({ page, isMobile }) => {
  await signInAs(page, "ada");
  await expect(page).toHaveURL(`${server.origin}/account`);
  await page.locator("summary:visible", { hasText: isMobile ? "Menu" : "Ada Okafor" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("You are signed out.");
  await expectSignedOut(page);
});

test("signing out everywhere ends the sessions of the other devices too", { tag: "@desktop" }, async ({ browser }) => {
  const [phone, desk] = [await freshPage(browser), await freshPage(browser)];
  await signInAs(phone, "ada");
  await signInAs(desk, "ada");
  await desk.getByRole("button", { name: "Sign out everywhere" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(desk.getByRole("main").getByRole("status")).toContainText("signed out everywhere");
  await expectSignedOut(phone);
  // The issuer still knows this browser, so one press is enough.
  await desk.getByRole("button", { name: "Continue with Harbour ID" }).click();
  await expect(desk).toHaveURL(`${server.origin}/`);
});

test("a link sent by e-mail signs in after one more click, and works once", { tag: "@desktop" }, async ({
  page,
  browser,
}) => {
  const link = await askForLink(page, "Ada@Example.com");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${server.origin}/account`);
  await expect(page.getByRole("main")).toContainText("ada@example.com");

  const other = await freshPage(browser);
  await other.goto(link);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("main").getByRole("alert")).toContainText("expired or was used already");
});

test("nobody can find out by e-mail who is known here, and no letter goes to strangers", { tag: "@phone" }, async ({
  page,
}) => {
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("E-mail").fill("stranger@example.com");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  expect(mailbox.countTo("stranger@example.com")).toBe(0);
});

test("a wrong address is pointed out beside the field, with what was typed, and too many letters are refused", {
  tag: "@phone",
}, async ({ browser }) => {
  const page = await freshPage(browser, { javaScriptEnabled: false });
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Write an e-mail address/);
  await expect(page.getByLabel("E-mail")).toHaveValue("not an address");

  for (let letters = 0; letters < 5; letters += 1) await askForLink(page, "lin@allowed.example");
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("E-mail").fill("lin@allowed.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/too many tries/);
});

test("the way back after signing in never leads to another site", { tag: "@phone" }, async ({ page }) => {
  await signInAs(page, "ada", "/sign-in?callbackUrl=https://evil.example/");
  await expect(page).toHaveURL(`${server.origin}/`);
});

test("next-auth's own addresses beside the callback do not exist", { tag: "@phone" }, async ({ request }) => {
  for (const path of ["signin", "signout", "session", "providers", "csrf", "signin/oidc"]) {
    expect((await request.get(`${server.origin}/api/auth/${path}`)).status()).toBe(404);
    expect((await request.post(`${server.origin}/api/auth/${path}`)).status()).toBe(405);
  }
});

async function askForLink(page: Page, address: string): Promise<string> {
  const before = mailbox.countTo(address.toLowerCase());
  await page.goto(`${server.origin}/sign-in?callbackUrl=/account`);
  await page.getByLabel("E-mail").fill(address);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  expect(mailbox.countTo(address.toLowerCase())).toBe(before + 1);
  const [link] = /http:\S+/.exec(await mailbox.letterTo(address.toLowerCase())) ?? [];
  return link ?? "";
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto(`${server.origin}/account`);
  await expect(page).toHaveURL(`${server.origin}/sign-in?callbackUrl=%2Faccount`);
}
