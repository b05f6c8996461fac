import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import {
  createDocument,
  createEscalation,
  createPerson,
  createRotation,
  createService,
  createTeam,
  createToken,
} from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signedIn, signIn } from "#e2e/signed-in";

/** A service for each journey: alerts of one service within minutes are one storm. */
const services = ["quay", "crane", "dock", "lock", "mole", "pier", "buoy", "silo", "yard"] as const;
type Name = (typeof services)[number];

let server: OwnServer;
let token = "";

const body = `## Meaning

Ships wait.

## Mitigation

1. Look at the gauge.
2. Open the second gate: \`gatectl open 2\`.
`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const woken = await createPerson(database, { name: "Ada Woken", timeZone: "Europe/Lisbon" });
      const second = await createPerson(database, { name: "Lin Second", timeZone: "America/Toronto" });
      const ops = await createPerson(database, { name: "Noor Ops", timeZone: "Asia/Beirut" });
      await createPerson(database, { name: "Sven Outsider" });
      const crew = await createTeam(database, { name: "Quay crew", lead: woken, members: [second], chat: "#quay" });
      const keepers = await createTeam(database, { name: "Keepers", kind: "ops", lead: ops });
      const on = (team: typeof crew, person: typeof woken) =>
        createRotation(database, { team, layers: [{ participants: [person] }] });
      const [delivery, backup, stands] = [await on(crew, woken), await on(crew, second), await on(keepers, ops)];
      for (const slug of services) {
        const service = await createService(database, { slug, name: `The ${slug}`, team: crew, opsTeam: keepers });
        await createEscalation(database, service, { delivery, backup, ops: stands });
        await createDocument(database, { service, title: `Gate of the ${slug}`, body, alertNames: ["GateStuck"] });
      }
      token = (await createToken(database, { scope: "admin" })).secret;
    },
  });
});

test.afterAll(() => server?.stop());

async function raise(request: APIRequestContext, service: Name, more: Record<string, string> = {}): Promise<string> {
  const answer = await request.post(`${server.origin}/api/v1/alerts`, {
    headers: { authorization: `Bearer ${token}` },
    data: {
      ...{ service, rule: "GateStuck", summary: "The second gate is stuck", severity: "critical" },
      customerImpact: "Ships wait outside, some for hours.",
      ...more,
    },
  });
  expect(answer.status()).toBe(202);
  const { alert } = (await answer.json()) as { alert: string };
  return `${server.origin}/alerts/${alert}`;
}

async function withoutScript(browser: Browser, name: string, phone = false): Promise<Page> {
  const size = phone ? { viewport: { width: 390, height: 844 } } : {};
  const page = await (await browser.newContext({ javaScriptEnabled: false, ...size })).newPage();
  await signIn(page, server.origin, name);
  return page;
}

/** The page's script has taken over. */
const followed = (page: Page) => expect(page.locator("html[data-followed]")).toBeAttached();
const timeline = (page: Page) => page.getByRole("region", { name: "What happened" });
const who = (page: Page) => page.getByRole("region", { name: "Who is here" });

test("an engineer woken at night sees what broke, who is here and both buttons without scrolling", async ({
  page,
  request,
}) => {
  await signIn(page, server.origin, "Ada Woken");
  const scripts: string[] = [];
  const complaints: string[] = [];
  page.on("request", (asked) => {
    if (asked.resourceType() === "script") scripts.push(new URL(asked.url()).pathname);
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(await raise(request, "quay"));
  await followed(page);
  expect(scripts).toEqual(["/night/page.js"]);
  await expect(page.getByRole("heading", { level: 1, name: "The quay: The second gate is stuck" })).toBeInViewport();
  await expect(page.getByText("Ships wait outside, some for hours.")).toBeInViewport();
  await expect(page.getByRole("button", { name: "Acknowledge" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Page ops now" })).toBeInViewport();
  for (const name of ["You", "Lin Second", "Noor Ops"]) await expect(who(page)).toContainText(name);
  for (const name of ["Acknowledge", "Page ops now"]) {
    const box = await page.getByRole("button", { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  expect(await violations(page)).toEqual([]);
  for (const theme of ["night", ""]) {
    await page.locator("main").evaluate((main, value) => main.setAttribute("data-theme", value), theme);
    expect(await violations(page, ["color-contrast"])).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(complaints).toEqual([]);
});

test("a whole night works without JavaScript: acknowledge, mark a step, page ops, note, resolve, look back", async ({
  browser,
  request,
}) => {
  test.setTimeout(90_000);
  const page = await withoutScript(browser, "Ada Woken", true);
  const address = await raise(request, "crane");
  await page.goto(address);
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText("You have it since")).toBeVisible();
  await page.getByRole("button", { name: /^Worked\s?: Open the second gate/ }).click();
  await expect(timeline(page)).toContainText("marked a step");

  await page.getByText("Say what you suspect").click();
  await page.getByRole("textbox", { name: /It goes to ops/ }).fill("the motor is dead");
  await page.getByRole("button", { name: "Page ops now" }).click();
  await expect(timeline(page)).toContainText("paged ops: Noor Ops. Suspected: the motor is dead");
  await expect(page.getByRole("button", { name: "Page ops again" })).toBeVisible();

  const ops = await withoutScript(browser, "Noor Ops");
  await ops.goto(address);
  const soFar = ops.getByRole("region", { name: "So far" });
  await expect(soFar).toContainText("Ada Woken called you in");
  await expect(soFar).toContainText("the motor is dead");
  await expect(soFar).toContainText("marked a step");
  await ops.getByRole("button", { name: "I am here" }).click();
  await expect(ops.getByText("Ada Woken has it since")).toBeVisible();

  await page.goto(address);
  await page.getByText("More: bring somebody in").click();
  await page.getByText("Note something", { exact: true }).click();
  await page.getByLabel("What you saw or did").fill("The fuse was out.");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(timeline(page)).toContainText("noted: The fuse was out.");
  await page.getByLabel("What was it?").fill("A fuse");
  await page.getByLabel("What worked?").fill("A new fuse");
  await page.getByRole("button", { name: "It is over" }).click();
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("Resolved");
  await expect(page.getByRole("button", { name: "Page ops now" })).toHaveCount(0);

  const review = page.getByRole("region", { name: "The morning after" });
  await expect(review.getByRole("radio", { name: "Yes" }).first()).toBeChecked();
  await review.getByLabel("What was missing").fill("Where the fuses are.");
  await review.getByRole("button", { name: "That is how it was" }).click();
  await expect(page.getByRole("region", { name: "The morning after" })).toContainText("you have said");
  await page.getByRole("link", { name: "Account of this outage" }).click();
  await expect(page.getByRole("row", { name: /Ops was in/ })).toContainText("Noor Ops");
  await expect(page.getByText("Time to engage:")).toBeVisible();
});

test("an account and a resolved alert pass axe", async ({ page, request }) => {
  await signIn(page, server.origin, "Ada Woken");
  const address = await raise(request, "yard");
  const id = address.split("/").at(-1);
  await request.post(`${server.origin}/api/v1/alerts/${id}/resolve`, {
    headers: { authorization: `Bearer ${token}` },
    data: { cause: "A fuse", remedy: "A new fuse" },
  });
  await page.goto(address);
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("A new fuse");
  expect(await violations(page)).toEqual([]);
  await page.goto(`${address}/account`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The second gate is stuck");
  expect(await violations(page)).toEqual([]);
});

test("what somebody else does shows without a reload, and what is being typed stays", async ({
  page,
  browser,
  request,
}) => {
  await signIn(page, server.origin, "Ada Woken");
  const address = await raise(request, "dock");
  await page.goto(address);
  await page.getByLabel("What was it?").fill("Half a thought");
  const other = await signedIn(browser, server.origin, "Lin Second");
  await other.goto(address);
  await other.getByRole("button", { name: "Acknowledge" }).click();
  await expect(other.getByText("You have it since")).toBeVisible();
  await expect(page.getByText("Lin Second has it since")).toBeVisible();
  await expect(timeline(page)).toContainText("Lin Second acknowledged it");
  await expect(page.getByLabel("What was it?")).toHaveValue("Half a thought");
});

test("without a network the page stays, says what waits, and sends it later", async ({ page, request }) => {
  test.setTimeout(60_000);
  await signIn(page, server.origin, "Ada Woken");
  await page.goto(await raise(request, "lock"));
  await followed(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText("Acknowledging: waits for the network")).toBeVisible();
  await expect(page.getByText(/No connection\. What you see is/)).toBeVisible();
  await page.getByRole("button", { name: /^Worked\s?: Look at the gauge/ }).click();
  await expect(page.getByText("Acknowledging, Your mark: wait for the network")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The second gate is stuck");
  await page.context().setOffline(false);
  await expect(page.getByText("You have it since")).toBeVisible();
  await expect(timeline(page)).toContainText("marked a step");
  await expect(page.getByText("wait for the network")).toHaveCount(0);
});

test("paging ops without a network is never silent: it says whom to call, goes on trying, and arrives once", async ({
  page,
  request,
}) => {
  test.setTimeout(60_000);
  await signIn(page, server.origin, "Ada Woken");
  await page.goto(await raise(request, "mole"));
  await followed(page);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Page ops now" }).click();
  const said = page.getByRole("alert").filter({ hasText: "Ops is not paged yet." });
  await expect(said).toContainText("Call Noor Ops");
  await page.context().setOffline(false);
  await expect(said).toHaveCount(0);
  await expect(timeline(page).getByText("paged ops: ")).toHaveCount(1);
});

test("by keyboard alone somebody acknowledges and pages ops", { tag: "@desktop" }, async ({ page, request }) => {
  await signIn(page, server.origin, "Ada Woken");
  await page.goto(await raise(request, "pier"));
  const press = async (name: string) => {
    const button = page.getByRole("button", { name });
    for (let step = 0; step < 20 && !(await button.evaluate((one) => one === document.activeElement)); step += 1)
      await page.keyboard.press("Tab");
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await press("Acknowledge");
  await expect(page.getByText("You have it since")).toBeVisible();
  await press("Page ops now");
  await expect(timeline(page)).toContainText("paged ops: Noor Ops");
});

test("a rule without a runbook leads to the briefing of its service, which says so", async ({ page }) => {
  await signIn(page, server.origin, "Ada Woken");
  await page.goto(`${server.origin}/r/NobodyWroteThis?service=buoy`);
  await expect(page).toHaveURL(/\/briefing\/buoy\?rule=NobodyWroteThis/);
  await expect(page.getByText("The runbook for this alert is missing")).toBeVisible();
  await expect(who(page)).toContainText("Noor Ops");
  expect(await violations(page)).toEqual([]);
  await page.goto(`${server.origin}/briefing/buoy?rule=GateStuck`);
  await expect(page.getByRole("listitem").filter({ hasText: "Open the second gate" }).first()).toBeVisible();
});

test("a stranger may page ops and bring somebody in, and nothing else", async ({ page, request }) => {
  await signIn(page, server.origin, "Sven Outsider");
  await page.goto(await raise(request, "silo"));
  await expect(page.getByRole("button", { name: "Acknowledge" })).toHaveCount(0);
  await page.getByRole("button", { name: "Page ops now" }).click();
  await expect(timeline(page)).toContainText("Sven Outsider paged ops: Noor Ops");
});
