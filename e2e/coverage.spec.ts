import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Database } from "#db/client";
import { createCoverageRun, createFinding, createSnapshot, createTally } from "#db/testing/coverage";
import { createPerson, createRotation, createService, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

let server: OwnServer;

const present = Temporal.Now.instant();
const ago = (days: number) => present.subtract({ hours: 24 * days });
/** The day that closed so many days ago, as every reader here counts days. */
const dayAgo = (days: number) => ago(days).toString().slice(0, 10);
const [all, backup, lead] = [2 ** 21 - 1, 2 ** 7, 2];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({ settings: async () => ({}), given });
});

test.afterAll(() => server?.stop());

async function given(database: Database): Promise<void> {
  const ada = await createPerson(database, { name: "Ada Lead", timeZone: "UTC" });
  const rui = await createPerson(database, { name: "Rui Manager", timeZone: "UTC" });
  const lin = await createPerson(database, { name: "Lin Member", timeZone: "UTC" });
  const noor = await createPerson(database, { name: "Noor Ops", timeZone: "UTC" });
  const crew = await createTeam(database, { slug: "crew", name: "Quay crew", lead: ada, members: [lin], manager: rui });
  await createTeam(database, { slug: "idle", name: "Idle crew", lead: ada });
  const keepers = await createTeam(database, { slug: "keepers", name: "Keepers", kind: "ops", lead: noor });
  await createRotation(database, { team: keepers, layers: [{ participants: [noor] }] });
  const of = (slug: string, name: string, facts: Parameters<typeof createService>[1] = {}) =>
    createService(database, { slug, name, team: crew, opsTeam: keepers, ...facts }, ago(300));
  for (const [slug, name] of [
    ["basket", "Basket"],
    ["tray", "Tray"],
  ] as const)
    await of(slug, name, { tier: null, customerFacing: null });
  const ledger = await of("ledger", "Ledger", { tier: 1 });
  const gauge = await of("gauge", "=Gauge", { tier: 3 });
  const checks = [{ check: "backup", state: "not_met" as const, says: "Nobody stood a backup then.", at: null }];
  for (const [days, services] of [
    [120, [0, 2, 0, 0, 0]],
    [20, [1, 1, 0, 0, 0]],
  ] as const) {
    await createCoverageRun(database, ago(days));
    await createTally(database, ago(days), { team: crew, levels: [...services], met: [2, 2], notMet: [0, 0] });
  }
  const lacking = (bit: number, level: number) => ({ level, met: all - bit, notMet: bit, checks });
  await createSnapshot(database, ledger, { ...lacking(backup, 1), from: ago(120), to: ago(2) });
  await createSnapshot(database, gauge, { ...lacking(lead, 0), from: ago(120), to: ago(2) });
  const says = "Lin Member stood watch for 60 % of the time.";
  await createFinding(database, { kind: "holds-too-much", teamId: crew.id, personId: lin.id, says, at: ago(1) });
}

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);
const open = (page: Page, path: string) => page.goto(`${server.origin}${path}`);
const matrix = (page: Page) => page.getByRole("table", { name: /how each check stands/ });

/** Goes to a control and presses it, without a pointer. */
async function press(control: Locator, key = "Enter"): Promise<void> {
  await control.focus();
  await control.press(key);
}

test("a manager prepares a review: a past day, what was not met, the printed page and the file for a spreadsheet", async ({
  page,
}) => {
  await signIn(page, "Rui Manager");
  await open(page, "/teams/crew");
  await press(page.getByRole("navigation", { name: "Quay crew" }).getByRole("link", { name: "Coverage" }));
  await expect(page).toHaveURL(/\/teams\/crew\/coverage$/);
  await page.getByLabel("On a past day").fill(dayAgo(10));
  await page.getByLabel("On a past day").press("Enter");
  await expect(page.getByText(/^As it was on /)).toBeVisible();
  await expect(matrix(page).getByRole("row", { name: /Ledger/ })).toContainText("Owned");
  await expect(matrix(page).getByRole("row", { name: /=Gauge/ })).toContainText("not Owned yet");
  expect(await violations(page)).toEqual([]);

  await press(page.locator("summary").filter({ hasText: "Narrow down and order" }));
  await page.getByLabel("Check that is not met").selectOption("backup");
  await press(page.locator("main details form").getByRole("button", { name: "Show" }));
  await expect(page).toHaveURL(/missing=backup/);
  await expect(matrix(page).getByRole("row", { name: /=Gauge/ })).toBeHidden();
  await expect(matrix(page).getByRole("row", { name: /Ledger/ })).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("columnheader", { name: /Backup/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "CSV" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeHidden();
  const width = await matrix(page).evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
  if (test.info().project.name === "desktop") expect(width).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: "screen" });

  const address = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const file = await page.request.get(`${server.origin}${address}`);
  expect(file.headers()["content-disposition"]).toMatch(/attachment; filename="coverage-crew-.*\.csv"/);
  const text = await file.text();
  // What nobody had measured by then is not met either.
  expect(
    text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(",")[0]?.replace("\uFEFF", "")),
  ).toEqual([...["service", "ledger", "basket", "tray"]]);
  expect(text).toContain("ledger,Ledger,crew,1,yes,owned,");
  expect(text).toContain("Nobody stood a backup then.");
  const whole = await page.request.get(`${server.origin}/api/v1/coverage.csv?team=crew`);
  expect(await whole.text()).toContain("gauge,'=Gauge,crew");
});

test("a lead raises a service by one level, by keyboard alone", async ({ page }) => {
  test.slow();
  const [slug, name] = test.info().project.name === "phone" ? ["basket", "Basket"] : ["tray", "Tray"];
  const coverage = `/services/${slug}/coverage`;
  await signIn(page, "Ada Lead");
  // The service lacks its facts and, from here on, its ops team.
  await open(page, `/services/${slug}/transfer?role=ops`);
  await page.getByRole("checkbox", { name: /without an ops team/ }).check();
  await page.getByRole("button", { name: "Change the ops team" }).click();
  await expect(page).toHaveURL(new RegExp(`/services/${slug}$`));

  await open(page, coverage);
  await expect(page.getByText("Not Owned yet")).toBeVisible();
  await expect(page.getByText("For Owned it lacks Facts and Ops team.")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await press(page.getByRole("link", { name: "State its facts" }));
  await page.getByLabel("Tier").selectOption("2");
  await press(page.getByLabel("Customers notice when it fails"), "Space");
  await press(page.getByRole("button", { name: "Save" }));
  await expect(page).toHaveURL(new RegExp(`/services/${slug}$`));

  await open(page, coverage);
  await expect(page.getByText("For Owned it lacks Ops team.")).toBeVisible();
  await press(page.getByRole("link", { name: "Choose its ops team" }));
  const team = page.getByRole("combobox", { name: /New ops team/ });
  await team.focus();
  await page.keyboard.type("keep");
  await expect(page.getByRole("option", { name: /Keepers/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await press(page.getByRole("button", { name: "Change the ops team" }));
  await expect(page).toHaveURL(new RegExp(`/services/${slug}$`));

  await open(page, coverage);
  await expect(page.getByText(/^Owned, not Reachable yet$/)).toBeVisible();
  await press(page.getByRole("button", { name: "Measure now" }));
  await expect(page.getByText(/with the same outcome/)).toBeVisible();
  await open(page, "/teams/crew/coverage");
  await expect(matrix(page).getByRole("row", { name: new RegExp(name) })).toContainText("Owned");
  await expect(matrix(page).getByRole("row", { name: new RegExp(name) })).not.toContainText("not Owned yet");
});

test("conversations with people are for those who manage them, and drawn for nobody else", { tag: "@desktop" }, async ({
  page,
  browser,
}) => {
  await signIn(page, "Ada Lead");
  await open(page, "/teams/crew/coverage");
  await expect(page.getByRole("heading", { level: 1, name: "Quay crew" })).toBeVisible();
  expect(await page.content()).not.toContain("Conversations to have");
  const other = await browser.newPage();
  await signIn(other, "Rui Manager");
  await open(other, "/coverage");
  await expect(other.getByRole("heading", { name: /Conversations to have/ })).toBeVisible();
  await other.close();
});

test("a team without services, a day that is not over and a service before its time are explained", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await open(page, "/teams/idle/coverage");
  await expect(page.getByText("Idle crew delivers no service")).toBeVisible();
  await open(page, "/services/ledger/coverage?at=2999-01-01");
  await expect(page.getByText("2999-01-01 is no day that is over, so this is today.")).toBeVisible();
  await open(page, `/services/ledger/coverage?at=${dayAgo(400)}`);
  await expect(page.getByText("It was not in the catalog yet on that day")).toBeVisible();
  await open(page, `/services/ledger/coverage?at=${dayAgo(200)}`);
  await expect(page.getByText("Nobody had measured it yet on that day")).toBeVisible();
  await open(page, "/teams/crew/coverage?level=9&cursor=x");
  await expect(page.getByText("Part of this address was not understood.")).toBeVisible();
});

test("every page of coverage is read without violation, and nothing overflows a phone", { tag: "@phone" }, async ({
  page,
}) => {
  await signIn(page, "Rui Manager");
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/coverage", "/coverage/noise", "/teams/crew/coverage", "/services/ledger/coverage"]) {
    await open(page, path);
    expect(await violations(page), path).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
