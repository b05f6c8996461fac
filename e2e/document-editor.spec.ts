import { expect, type Page, test } from "@playwright/test";
import { createDocument, createPerson, createService, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { chooseDemoPerson, signedIn, signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
const body = "## Meaning\n\nThe cache is empty.\n\n## Mitigation\n\n1. Warm it.\n2. Look again.\n";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Author", email: "ada@harbour.example", timeZone: "UTC" });
      const lin = await createPerson(database, { name: "Lin Other", email: "lin@harbour.example", timeZone: "UTC" });
      await createPerson(database, { name: "Stan Stranger", email: "stan@harbour.example", timeZone: "UTC" });
      const team = await createTeam(database, { slug: "crew", name: "Quay crew", lead: ada, members: [lin] });
      const service = await createService(database, { slug: "quay", name: "Quay", team });
      await createService(database, { slug: "tides", name: "Tide tables", team });
      for (const slug of [
        "apart",
        "together",
        "crash",
        "expired",
        "picture",
        "links",
        "plain",
        "outside",
        "tabs",
        "look",
      ])
        await createDocument(database, { service, slug, title: `Cold cache ${slug}`, body });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name = "Ada Author") => signInTo(page, server.origin, name);
const text = (page: Page) => page.getByRole("textbox", { name: "Text" });
const editorOf = (slug: string) => `/services/quay/runbooks/${slug}/edit`;

/** The editor once it does more than a plain field could. */
async function openEditor(page: Page, path: string) {
  await page.goto(`${server.origin}${path}`);
  await expect(page.locator(".cm-content")).toBeVisible();
}

/** Puts other words in the place of a line of the text. */
async function rewriteLine(page: Page, line: string, words: string) {
  await page.locator(".cm-line", { hasText: line }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(words);
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const said = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
const article = (page: Page) => page.locator("main");

test("a member writes a runbook with the keyboard alone: steps count on, Escape and Tab leave the text, Ctrl S saves", async ({
  page,
}) => {
  await signIn(page);
  await openEditor(page, "/services/quay/runbooks/new");
  await expect(text(page)).toContainText("## Mitigation");
  await page.getByLabel("Title").focus();
  await page.keyboard.type("The crane is stuck");
  await expect(page.getByText("/services/quay/runbooks/the-crane-is-stuck")).toBeVisible();
  await page.getByLabel("Alert name").focus();
  await page.keyboard.type("CraneStuck");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Take .* away/ })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Take CraneStuck away" })).toBeVisible();

  await text(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("## Mitigation\n\n1. Stop the crane.\nPage **ops");
  await expect(text(page)).toContainText("2. Page");
  await page.keyboard.press("Tab");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(text(page)).not.toBeFocused();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("Control+s");
  await said(page, "Written.");
  await expect(page).toHaveURL(/\/services\/quay\/runbooks\/the-crane-is-stuck/);
  await expect(article(page)).toContainText("Stop the crane.");
  await expect(article(page)).toContainText("CraneStuck");
  await page.goto(`${server.origin}/services/quay/runbooks/new`);
  await expect(page.locator(".cm-content")).toBeVisible();
  await expect(page.getByRole("region", { name: "Unsaved draft" })).toHaveCount(0);
});

test("two members save different places of a runbook at the same time: both are in it", { tag: "@phone" }, async ({
  page,
  browser,
}) => {
  await signIn(page);
  await openEditor(page, editorOf("apart"));
  const lin = await signedIn(browser, server.origin, "Lin Other");
  await openEditor(lin, editorOf("apart"));
  await rewriteLine(lin, "The cache is empty.", "The cache was emptied.");
  await save(lin);
  await said(lin, "Saved.");

  await rewriteLine(page, "2. Look again.", "Look at the graph.");
  await save(page);
  await said(page, "Saved, together with what Lin Other wrote in the meantime.");
  await expect(article(page)).toContainText("The cache was emptied.");
  await expect(article(page)).toContainText("Look at the graph.");
});

test("two members change the same line: each place is chosen, nothing is lost, and the other session is left alone", {
  tag: "@desktop",
}, async ({ page, browser }) => {
  await signIn(page);
  await openEditor(page, editorOf("together"));
  const lin = await signedIn(browser, server.origin, "Lin Other");
  await openEditor(lin, editorOf("together"));
  await rewriteLine(lin, "The cache is empty.", "Lin says it was flushed.");
  await save(lin);
  await said(lin, "Saved.");

  await rewriteLine(page, "The cache is empty.", "Ada says it is cold.");
  await save(page);
  const conflict = page.getByRole("region", { name: "Two texts to put together" });
  await expect(conflict).toContainText("Lin Other saved while you were writing.");
  await expect(conflict).toContainText("Ada says it is cold.");
  await expect(conflict).toContainText("Lin says it was flushed.");
  expect(await violations(page)).toEqual([]);

  await save(page);
  await expect(page.getByText("Choose for every place first.")).toBeVisible();
  await conflict.getByRole("radio", { name: "Both, yours first" }).check();
  await save(page);
  await said(page, "Saved.");
  await expect(article(page)).toContainText("Ada says it is cold.");
  await expect(article(page)).toContainText("Lin says it was flushed.");
  await said(lin, "Saved.");
});

test(
  "a draft survives the death of its page, and is offered and restored in the same browser",
  { tag: "@phone" },
  async ({ playwright, launchOptions, viewport }, testInfo) => {
    test.setTimeout(60_000);
    const profile = testInfo.outputPath("profile");
    const browse = () => playwright.chromium.launchPersistentContext(profile, { ...launchOptions, viewport });
    const before = await browse();
    const [page] = before.pages();
    if (!page) throw new Error("The browser opened no page.");
    await chooseDemoPerson(page, server.origin, "Ada Author");
    await openEditor(page, editorOf("crash"));
    await rewriteLine(page, "The cache is empty.", "Typed, and never saved.");
    await expect(page.getByText(/Draft kept here/)).toBeVisible();
    const devtools = await before.newCDPSession(page);
    const died = page.waitForEvent("crash");
    devtools.send("Page.crash").catch(() => undefined);
    await died;
    await before.close();

    const after = await browse();
    const [again] = after.pages();
    if (!again) throw new Error("The browser opened no page.");
    await openEditor(again, editorOf("crash"));
    const offer = again.getByRole("region", { name: "Unsaved draft" });
    await expect(offer).toContainText(/You have an unsaved draft from \d\d:\d\d/);
    await offer.getByRole("button", { name: "Look at the difference" }).click();
    await expect(offer).toContainText("Typed, and never saved.");
    await offer.getByRole("button", { name: "Restore" }).click();
    await expect(text(again)).toContainText("Typed, and never saved.");
    await expect(offer).toHaveCount(0);
    await save(again);
    await said(again, "Saved.");
    await openEditor(again, editorOf("crash"));
    await expect(offer).toHaveCount(0);
    await after.close();
  },
);

test("a session that ended meanwhile loses nothing: the page says so, and the draft is offered after signing in", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, editorOf("expired"));
  await rewriteLine(page, "The cache is empty.", "Written while the session ended.");
  await page.context().clearCookies();
  await save(page);
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expect(text(page)).toContainText("Written while the session ended.");
  await expect(page.getByRole("link", { name: "Sign in again" })).toHaveAttribute(
    "href",
    `/sign-in?callbackUrl=${encodeURIComponent(editorOf("expired"))}`,
  );

  await signIn(page);
  page.on("dialog", (dialog) => void dialog.accept());
  await openEditor(page, editorOf("expired"));
  await page.getByRole("button", { name: "Restore" }).click();
  await save(page);
  await said(page, "Saved.");
  await expect(article(page)).toContainText("Written while the session ended.");
});

test("leaving with something unsaved asks first, and staying keeps it", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page);
  await openEditor(page, editorOf("tabs"));
  await rewriteLine(page, "The cache is empty.", "Not saved yet.");
  const asked = page.waitForEvent("dialog");
  const click = page.getByRole("link", { name: "Cancel" }).click();
  const dialog = await asked;
  expect(dialog.message()).toContain("Leave without saving?");
  await dialog.dismiss();
  await click;
  await expect(text(page)).toContainText("Not saved yet.");

  const other = await page.context().newPage();
  await openEditor(other, editorOf("tabs"));
  await expect(other.getByRole("region", { name: "Unsaved draft" })).toBeVisible();
  await page.bringToFront();
  await rewriteLine(page, "2. Look again.", "Newer words.");
  await expect(other.getByText(/Another tab has a newer draft of this/)).toBeVisible();
  await other.close();
});

test("a pasted picture is stored and linked, and a file that is no picture is refused in words", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, editorOf("picture"));
  await text(page).focus();
  await page.keyboard.press("Control+End");
  await paste(page, "graph.png", "image/png", onePixel);
  await expect(text(page)).toContainText(/!\[.*\]\(\/uploads\//);
  await paste(page, "fake.png", "image/png", btoa("no picture at all"));
  await expect(page.getByRole("alert").getByText("fake.png did not arrive.")).toBeVisible();
  await expect(text(page)).not.toContainText("is on its way");
  await save(page);
  await said(page, "Saved.");
  await expect(article(page).locator('img[src^="/uploads/"]')).toHaveJSProperty("naturalWidth", 1);
});

const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const paste = (page: Page, name: string, type: string, content: string) =>
  text(page).evaluate(
    (element, [name, type, content]) => {
      const bytes = Uint8Array.from(atob(content ?? ""), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], name ?? "", { type: type ?? "" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, type, content],
  );

test("@ links a service, # a runbook, and neither does in code", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page);
  await openEditor(page, editorOf("links"));
  await text(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("See @tide");
  const tides = page.getByRole("option", { name: /Tide tables/ });
  await expect(tides).toHaveAttribute("aria-selected", "true");
  await tides.click();
  await expect(text(page)).toContainText("See [Tide tables](/services/tides)");
  await page.keyboard.type(" and #cold");
  await page.getByRole("option", { name: /Cold cache look/ }).click();
  await expect(text(page)).toContainText("[Cold cache look](/services/quay/runbooks/look)");
  await page.keyboard.type("\n\n```\n@tide");
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("without JavaScript it is a plain form: what was typed comes back with an error, and both texts with a conflict", {
  tag: "@phone",
}, async ({ page, browser }) => {
  await signIn(page);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(`${server.origin}${editorOf("plain")}`);
  await plain.getByLabel("Title").fill("");
  await plain.getByLabel("Text", { exact: true }).fill("## Meaning\n\nAda typed this.\n");
  await plain.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plain.getByText("Give it a title.")).toBeVisible();
  await expect(plain.getByLabel("Text", { exact: true })).toHaveValue(/Ada typed this\./);

  const lin = await signedIn(browser, server.origin, "Lin Other");
  await openEditor(lin, editorOf("plain"));
  await rewriteLine(lin, "The cache is empty.", "Lin wrote that.");
  await save(lin);
  await said(lin, "Saved.");

  await plain.getByLabel("Title").fill("Cold cache plain");
  await plain.getByRole("button", { name: "Save", exact: true }).click();
  await expect(plain.getByText("Lin Other saved while you were writing.")).toBeVisible();
  await expect(plain.getByLabel("Text", { exact: true })).toHaveValue(
    /<<<<<<< yours[\s\S]*Ada typed this\.[\s\S]*Lin wrote that\.[\s\S]*>>>>>>> theirs/,
  );
  await plain.getByText("All of yours").click();
  await expect(plain.getByRole("region", { name: "Two texts to put together" })).toContainText("Ada typed this.");
  await plain.getByLabel("Text", { exact: true }).fill("## Meaning\n\nAda typed this. Lin wrote that.\n");
  await plain.getByRole("button", { name: "Save", exact: true }).click();
  await said(plain, "Saved.");
  await context.close();
});

test("somebody outside the team suggests an edit with the same editor", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Stan Stranger");
  await openEditor(page, "/services/quay/runbooks/outside/suggest");
  await rewriteLine(page, "The cache is empty.", "A stranger knows better.");
  await page.getByLabel("Why").fill("I saw it yesterday.");
  await page.getByRole("button", { name: "Suggest" }).click();
  await said(page, "Suggested. Thank you.");
});

test("the preview is drawn by the server's own rules, beside the text or behind a tab, and nothing overflows", async ({
  page,
}) => {
  await signIn(page);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await openEditor(page, editorOf("look"));
  await text(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n> [!WARNING]\nMind the tide.");
  const preview = page.getByRole("region", { name: "Preview" });
  const tab = page.getByRole("button", { name: "Preview" });
  if (await tab.isVisible()) await tab.click();
  await expect(preview.getByRole("note")).toContainText("Mind the tide.");
  await expect(preview.getByRole("heading", { name: "Mitigation" })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the tools are one stop for Tab with arrows within, and do what they say", { tag: "@desktop" }, async ({
  page,
}) => {
  await signIn(page);
  await openEditor(page, editorOf("look"));
  await page.locator(".cm-line", { hasText: "The cache is empty." }).dblclick();
  const bar = page.getByRole("toolbar", { name: "Write" });
  await expect(bar.locator('[tabindex="0"]')).toHaveCount(1);
  await bar.getByRole("button", { name: "Heading" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar.getByRole("button", { name: "Bold" })).toBeFocused();
  await expect(bar.getByRole("button", { name: "Bold" })).toHaveAttribute("title", "Bold (Ctrl B)");
  await page.keyboard.press("Enter");
  await expect(text(page)).toContainText(/\*\*[^*]+\*\*/);
  await expect(text(page)).toBeFocused();
});

test("readers of a document are sent no editor", { tag: "@phone" }, async ({ page }) => {
  await signIn(page);
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js") && (await response.text().catch(() => "")).includes("cm-content"))
      scripts.push(response.url());
  });
  await page.goto(`${server.origin}/services/quay/runbooks/look`, { waitUntil: "networkidle" });
  expect(scripts).toEqual([]);
  await openEditor(page, editorOf("look"));
  await expect.poll(() => scripts.length).toBeGreaterThan(0);
});
