import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import {
  createAlert,
  createCriterion,
  createDocument,
  createMark,
  createPerson,
  createRotation,
  createService,
  createTeam,
  noteOnRecord,
  shareRecord,
  tellOfManager,
} from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signedIn, signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
const ago = (days: number) => Temporal.Now.instant().subtract({ hours: Math.round(24 * days) });
const record = "/people/lin%40harbour.example/record";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lin = await createPerson(database, {
        name: "Lin Engineer",
        email: "lin@harbour.example",
        title: "Engineer",
      });
      const ada = await createPerson(database, { name: "Ada Teammate" });
      const rui = await createPerson(database, { name: "Rui Manager" });
      await createPerson(database, { name: "Petra Root", isAdministrator: true });
      await createPerson(database, { name: "Olga Other" });
      const mara = await createPerson(database, { name: "Mara Mentor" });
      await createPerson(database, { name: "Nils Newcomer", email: "nils@harbour.example" });
      const team = await createTeam(database, { slug: "crew", name: "Quay crew", members: [lin, ada], manager: rui });
      await tellOfManager(database, lin, { manager: rui }, ago(30));
      await shareRecord(database, lin, { reader: mara }, ago(20));
      await noteOnRecord(database, lin, { text: "Two quarters on the quay." }, ago(5));
      const service = await createService(database, { slug: "ferry", name: "Ferry", team });
      await createRotation(database, { team, name: "Quay primary", layers: [{ participants: [lin, ada] }] });
      const runbook = await createDocument(database, { service, by: lin, title: "Ferry stuck" }, ago(40));
      await createMark(database, runbook, { by: ada }, ago(20));
      const over = { resolvedAt: ago(9.9), resolvedById: lin.id, cause: "The pool was empty", remedy: "Restarted it" };
      await createAlert(database, { service, summary: "Nobody can board", ...over }, ago(10));
      await createCriterion(database, { level: "Senior", text: "Keeps one runbook proven." });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);
const entry = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

test("an engineer reads the record, says a word to a line, takes it back, and shares it, by keyboard alone", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page, "Lin Engineer");
  await page.goto(`${server.origin}/people/lin@harbour.example`);
  await page.getByRole("link", { name: "Ownership record" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^Ownership record, / })).toBeVisible();
  await expect(entry(page, "Ferry stuck")).toContainText("Worked for others");
  await expect(entry(page, "Nobody can board")).toContainText("The pool was empty.");
  await expect(page.getByText("Nobody else has opened your record.")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("link", { name: /Add your words.*Nobody can board/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Your words: Nobody can board" }).focus();
  await page.keyboard.type("My first night alone.");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Written.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Your words: Nobody can board" })).toHaveValue("");
  await page.getByRole("textbox", { name: "Your words: Nobody can board" }).fill("My second night alone.");
  await page.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Speaks to it.*Keeps one runbook proven/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Take back.*Keeps one runbook proven/ })).toBeVisible();
  await page.getByRole("link", { name: "Done" }).focus();
  await page.keyboard.press("Enter");
  await expect(entry(page, "Nobody can board")).toContainText("My second night alone.");
  await expect(entry(page, "Nobody can board")).toContainText("Speaks to Senior");

  await page.getByRole("link", { name: "Who reads it" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Who reads your record" })).toBeVisible();
  await page.getByRole("combobox", { name: "Person" }).focus();
  await page.keyboard.type("olga");
  await expect(page.getByRole("option", { name: /Olga Other/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Share", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Withdraw.*Olga Other/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("a manager prepares a review from the record, and the person sees who opened it and by what right", {
  tag: "@phone",
}, async ({ page, browser }) => {
  await signIn(page, "Rui Manager");
  await page.goto(`${server.origin}/teams/crew`);
  await page
    .getByRole("region", { name: /Ownership records/ })
    .getByRole("link", { name: "Lin Engineer" })
    .click();
  await expect(page).toHaveURL(new RegExp(`${record}$`));
  await expect(page.getByText("You read it as a manager of Quay crew. Lin Engineer sees that you did.")).toBeVisible();
  await expect(page.getByText("No verdict is computed from this.")).toBeVisible();
  await page.getByRole("link", { name: /Point out.*Ferry stuck/ }).click();
  await page.getByRole("button", { name: /Speaks to it.*Keeps one runbook proven/ }).click();
  await page.getByRole("link", { name: "Done" }).click();
  await expect(entry(page, "Ferry stuck")).toContainText("Speaks to Senior");
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Markdown" }).click();
  const text = await readFile(await (await file).path(), "utf8");
  expect(text).toContain("# Ownership record of Lin Engineer");
  expect(text).toContain("Two quarters on the quay.");

  const lin = await signedIn(browser, server.origin, "Lin Engineer");
  await lin.goto(`${server.origin}${record}`);
  const reads = lin.getByRole("region", { name: "Who opened it" });
  await expect(reads).toContainText("Rui Manager as a manager of Quay crew");
  await expect(reads).toContainText("as a file");
  await lin.context().close();
});

test("whom it was shared with reads it until that is withdrawn, and finds nothing from then on", {
  tag: "@phone",
}, async ({ page, browser }) => {
  const mara = await signedIn(browser, server.origin, "Mara Mentor");
  const opened = await mara.goto(`${server.origin}${record}`);
  expect(opened?.status()).toBe(200);
  await expect(mara.getByRole("link", { name: /^Point out/ })).toHaveCount(0);

  await signIn(page, "Lin Engineer");
  await page.goto(`${server.origin}${record}/sharing`);
  await expect(page.getByRole("region", { name: "Who opened it" })).toContainText(
    "Mara Mentor with whom you shared it",
  );
  await page.getByRole("button", { name: /Withdraw.*Mara Mentor/ }).click();
  await expect(page.getByRole("button", { name: /Withdraw.*Mara Mentor/ })).toBeHidden();
  expect((await mara.goto(`${server.origin}${record}`))?.status()).toBe(404);
  await mara.context().close();
});

test("teammates and administrators find the page of somebody who is not there, on every way", {
  tag: "@desktop",
}, async ({ page }) => {
  for (const name of ["Ada Teammate", "Petra Root"]) {
    await signIn(page, name);
    for (const room of ["record", "record/sharing", "record.md"]) {
      const real = await page.request.get(`${server.origin}/people/lin%40harbour.example/${room}`);
      const missing = await page.request.get(`${server.origin}/people/nobody%40harbour.example/${room}`);
      expect([real.status(), missing.status()], `${name}: ${room}`).toEqual([404, 404]);
      expect(await real.text(), `${name}: ${room}`).not.toMatch(/Lin Engineer|Ferry stuck/);
    }
    await page.goto(`${server.origin}/people/lin@harbour.example`);
    await expect(page.getByRole("link", { name: "Ownership record" })).toHaveCount(0);
    await page.context().clearCookies();
  }
});

test("without JavaScript the record is read and annotated, and a newcomer is told what will stand there", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Nils Newcomer");
  await page.goto(`${server.origin}/people/nils%40harbour.example/record`);
  await expect(page.getByText("Nothing in these days", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Say something of the whole" }).click();
  await page.getByRole("textbox", { name: "Your words: of the whole" }).fill("I began this week.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Written.")).toBeVisible();
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByText("I began this week.")).toBeVisible();
  await page.goto(`${server.origin}/people/nils%40harbour.example/record?from=1900-01-01&to=2100-01-01`);
  await expect(page.getByText("Choose a first day that has come")).toBeVisible();
  await context.close();
});
