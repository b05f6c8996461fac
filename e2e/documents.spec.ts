import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { createPerson, createService, createTeam, createToken } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let token = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Keeper" });
      const crew = await createTeam(database, { slug: "crew", name: "Quay crew", lead: ada });
      await createPerson(database, { name: "Sven Outsider" });
      await createService(database, { slug: "quay", name: "Quay", team: crew });
      await createService(database, { slug: "crane-yard", name: "Crane yard", team: crew });
      token = (await createToken(database, { scope: "admin" })).secret;
    },
  });
});

test.afterAll(() => server?.stop());

const steps = ["Look at the gauge.", "Open the second gate.", "Wake the harbour master."];
const bodyOf = (lines: readonly string[]) =>
  `## Meaning\n\nShips wait.\n\n## Mitigation\n\n${lines.map((line, index) => `${index + 1}. ${line}`).join("\n")}\n`;

/** A runbook of the size under test, so that the two runs of one server do not meet. */
async function givenRunbook(request: APIRequestContext, slug: string, lines = steps, title = `Gate stuck ${slug}`) {
  const address = `/services/quay/runbooks/${slug}`;
  const answer = await request.put(`${server.origin}/api/v1${address}`, {
    headers: { authorization: `Bearer ${token}` },
    data: { title, body: bodyOf(lines), alertNames: [`GateStuck${slug}`] },
  });
  expect(answer.ok()).toBe(true);
  return { address: server.origin + address, title };
}

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

const trust = (page: Page) => page.getByRole("region", { name: "How far it can be trusted" });

test("whoever was woken marks a step as failed, the runbook says why it is in doubt, and an expert's word mends it", async ({
  page,
  request,
}, { project }) => {
  test.setTimeout(60_000);
  const { address, title } = await givenRunbook(request, `failed-${project.name}`);
  await signIn(page, "Ada Keeper");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(`GateStuckfailed-${project.name}`)).toBeVisible();
  await trust(page).getByRole("button", { name: "I read it and it holds" }).click();
  await expect(trust(page)).toContainText("Reviewed", { ignoreCase: true });

  await page.getByRole("button", { name: /^Failed\s?: Open the second gate/ }).click();
  await expect(trust(page)).toContainText("Doubtful", { ignoreCase: true });
  await expect(trust(page)).toContainText("A step failed: “Open the second gate.”", { ignoreCase: true });
  await expect(page.getByRole("list", { name: /What came of the step/ })).toContainText("Ada Keeper");
  expect(await violations(page)).toEqual([]);

  await trust(page).getByRole("button", { name: "I read it and it holds" }).click();
  await expect(trust(page)).not.toContainText("Doubtful", { ignoreCase: true });
  await page.goto(`${server.origin}/services/quay/documents`);
  await expect(page.getByRole("row", { name: new RegExp(title) })).toContainText("reviewed");
});

test(
  "the word for what was done leaves the address, and back leads to the page all the same",
  { tag: "@desktop" },
  async ({ page, request }, { project }) => {
    const { address, title } = await givenRunbook(request, `back-${project.name}`);
    await signIn(page, "Ada Keeper");
    // As it comes to whoever pressed the button before the script was there: a whole document.
    await page.goto(`${address}?done=saved`);
    const status = page.getByRole("status").filter({ hasText: "Saved." });
    await expect(status).toBeFocused();
    await expect(page).toHaveURL(address);
    await page.getByRole("link", { name: "Teams", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  },
);

test("the first step is one tap from the title, without scrolling", async ({ page, request }, { project }) => {
  const lines = ["Look at the gauge.", ...Array.from({ length: 30 }, (_, index) => `Wait for ship ${index}.`)];
  const { address } = await givenRunbook(request, `first-${project.name}`, lines);
  await signIn(page, "Sven Outsider");
  await page.goto(address);
  const first = page.getByRole("link", { name: "First: Look at the gauge." });
  await expect(first).toBeInViewport();
  await first.click();
  await expect(page.getByRole("listitem").filter({ hasText: "Look at the gauge." }).first()).toBeInViewport();
});

test(
  "a member compares two revisions and brings the older one back, by keyboard alone",
  { tag: "@desktop" },
  async ({ page, request }, { project }) => {
    const slug = `back-${project.name}`;
    const { address } = await givenRunbook(request, slug);
    await givenRunbook(request, slug, [steps[0] ?? "", "Open both gates."]);
    await signIn(page, "Ada Keeper");
    await page.goto(`${address}/history`);
    await page.getByRole("button", { name: "Compare the two" }).focus();
    await page.keyboard.press("Enter");
    const difference = page.getByRole("region", { name: "What changed from revision 1 to revision 2" });
    await expect(difference.getByRole("insertion").filter({ hasText: "both gates" })).toBeVisible();
    await expect(difference.getByRole("deletion").filter({ hasText: "Wake the harbour master" })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("link", { name: "Revision 1", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Revision 1 is not the present text.")).toBeVisible();
    await page.getByRole("button", { name: "Bring this back" }).focus();
    await page.keyboard.press("Enter");
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Bring it back" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Brought back." })).toBeVisible();
    await expect(page.getByRole("article")).toContainText("Wake the harbour master.");
    await page.goto(`${address}/history`);
    await expect(page.getByRole("row", { name: /Revision 3/ })).toContainText("revision 1 brought back");
  },
);

test(
  "without JavaScript the history compares any two revisions, and a step is marked",
  { tag: "@phone" },
  async ({ browser, request }, { project }) => {
    const slug = `plain-${project.name}`;
    const { address } = await givenRunbook(request, slug);
    await givenRunbook(request, slug, [steps[0] ?? ""]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, "Sven Outsider");
    await page.goto(`${address}/history`);
    await page.getByRole("button", { name: "Compare the two" }).click();
    await expect(page.getByRole("deletion").filter({ hasText: "Open the second gate." })).toBeVisible();
    await page.goto(address);
    await page.getByRole("button", { name: /^Worked\s?: Look at the gauge/ }).click();
    await expect(page.getByRole("list", { name: /What came of the step/ })).toContainText("Sven Outsider");
    await context.close();
  },
);

test(
  "a member gives a runbook another address, the old one leads on, and retires it and takes that back",
  { tag: "@phone" },
  async ({ page, request }, { project }) => {
    const { address } = await givenRunbook(request, `old-${project.name}`);
    await signIn(page, "Ada Keeper");
    await page.goto(`${address}/move`);
    await page.getByLabel("Title").fill("Moved on");
    await page.getByLabel("Address").fill(`new-${project.name}`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Moved on" })).toBeVisible();
    await page.goto(`${address}/history`);
    await expect(page).toHaveURL(new RegExp(`/runbooks/new-${project.name}/history$`));

    await page.goto(`${server.origin}/services/quay/runbooks/new-${project.name}/retire`);
    await page.getByRole("button", { name: "Retire it" }).click();
    await expect(page.getByText("do not rely on it")).toBeVisible();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("do not rely on it")).toBeHidden();
  },
);

test(
  "a note says where its words and the dependency graph disagree, and one click mends it",
  { tag: "@desktop" },
  async ({ page, request }, { project }) => {
    const address = `/services/quay/notes/works-${project.name}`;
    await request.put(`${server.origin}/api/v1${address}`, {
      headers: { authorization: `Bearer ${token}` },
      data: { title: "How it works", body: "## How a request flows\n\nIt asks the Crane yard for a place.\n" },
    });
    await signIn(page, "Ada Keeper");
    await page.goto(server.origin + address);
    const beside = page.getByRole("region", { name: /^Words and graph disagree/ });
    if (project.name === "desktop") {
      await beside.getByRole("button", { name: /^hard\s+need of Crane yard/ }).click();
      await expect(page.getByRole("group", { name: /Graph around Quay/ })).toBeVisible();
      await expect(beside).toBeHidden();
    } else {
      await expect(beside.getByText("The words name Crane yard")).toBeVisible();
    }
    expect(await violations(page)).toEqual([]);
  },
);

test(
  "somebody outside suggests an edit, a member takes it with a word, and the history names its author",
  { tag: "@phone" },
  async ({ page, browser, request }, { project }) => {
    test.setTimeout(60_000);
    const { address } = await givenRunbook(request, `suggested-${project.name}`);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const outside = await context.newPage();
    await signIn(outside, "Sven Outsider");
    await outside.goto(address);
    await outside.getByRole("link", { name: "Suggest an edit" }).click();
    await outside.getByLabel("Text", { exact: true }).fill(bodyOf(["Look at the new gauge.", ...steps.slice(1)]));
    await outside.getByRole("button", { name: "Suggest", exact: true }).click();
    await expect(outside.getByRole("status").filter({ hasText: "Suggested." })).toBeVisible();

    await signIn(page, "Ada Keeper");
    await page.goto(address);
    await page.getByRole("link", { name: /Look at it/ }).click();
    await expect(page.getByRole("insertion").filter({ hasText: "Look at the new gauge." })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page
      .getByLabel(/A word for Sven Outsider/)
      .first()
      .fill("Well seen.");
    await page.getByRole("button", { name: "Take it" }).click();
    await expect(page.getByRole("article")).toContainText("Look at the new gauge.");
    await page.goto(`${address}/history`);
    await expect(page.getByRole("row", { name: /Revision 2/ })).toContainText("Sven Outsider");

    await outside.goto(address);
    await outside.getByRole("region", { name: "What you suggested" }).getByRole("link").click();
    await expect(outside.getByText("“Well seen.”")).toBeVisible();
    await context.close();
  },
);

test(
  "a wrong address offers what is written, and the lists narrow by state and by words",
  { tag: "@phone" },
  async ({ page, request }, { project }) => {
    const { title } = await givenRunbook(request, `listed-${project.name}`);
    await signIn(page, "Ada Keeper");
    await page.goto(`${server.origin}/services/quay/runbooks/listed`);
    await expect(page.getByRole("heading", { level: 1, name: "Quay has no such runbook" })).toBeVisible();
    await page.goto(`${server.origin}/documents?state=unreviewed&query=listed-${project.name}`);
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await page.goto(`${server.origin}/documents?state=overdue&query=listed-${project.name}`);
    await expect(page.getByText("No document matches all of this")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  },
);
