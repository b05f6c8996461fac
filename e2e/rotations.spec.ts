import { expect, type Locator, type Page, test } from "@playwright/test";
import {
  createEscalation,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createTeam,
  deactivatePerson,
} from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

// Each journey looks at several pages with axe.
test.describe.configure({ mode: "serial", timeout: 60_000 });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const [lead, lin, gone] = [
        await createPerson(database, { name: "Ada Lead", timeZone: "Europe/Lisbon" }),
        await createPerson(database, { name: "Lin Joiner", timeZone: "America/Toronto" }),
        await createPerson(database, { name: "Marek Leaver" }),
      ];
      await createPerson(database, { name: "Stan Stranger" });
      const crew = await createTeam(database, { slug: "crew", name: "Quay crew", lead, members: [lin] });
      const ops = await createTeam(database, { kind: "ops", name: "Harbour office", members: [lin] });
      const primary = await createRotation(database, {
        ...{ slug: "quay-primary", name: "Quay primary", team: crew },
        layers: [{ name: "weekly", participants: [lead, lin] }],
      });
      const tomorrow = Temporal.Now.instant().add({ hours: 24 });
      await createOverride(database, primary, {
        ...{ person: lin, from: tomorrow, to: tomorrow.add({ hours: 6 }) },
        reason: "a school play",
      });
      await createRotation(database, {
        ...{ slug: "quay-backup", name: "Quay backup", team: crew, isTeamDefault: false },
        layers: [{ participants: [gone] }],
      });
      const office = await createRotation(database, {
        ...{ slug: "office", name: "Office watch", team: ops },
        layers: [{ participants: [lin] }],
      });
      await createService(database, { slug: "gate", name: "Gate", team: crew, opsTeam: ops });
      const crane = await createService(database, { slug: "crane", name: "Crane", team: crew, opsTeam: ops });
      await createEscalation(database, crane, { delivery: primary, ops: office });
      await deactivatePerson(database, gone);
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

async function press(page: Page, target: Locator) {
  await target.focus();
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
}

const weeks = (page: Page) => page.getByRole("img", { name: /^Week of / });
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Quay primary" }).getByRole("link", { name, exact: true });

test("on handover day somebody reads the roster from the list to the weeks ahead, by the keyboard alone", async ({
  page,
}) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/rotations`);
  const row = page.getByRole("listitem").filter({ hasText: "Quay primary" });
  await expect(row).toContainText(/on watch now (Ada Lead|Lin Joiner)/);
  expect(await violations(page)).toEqual([]);

  await press(page, row.getByRole("link", { name: "Quay primary" }));
  await expect(page.getByRole("heading", { level: 1, name: /Quay primary/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "On watch", exact: true })).toContainText(/until .+\d\d:\d\d/);
  await expect(weeks(page)).toHaveCount(8);
  await expect(weeks(page).and(page.getByRole("img", { name: /on watch now/ }))).toHaveCount(1);
  await expect(
    weeks(page)
      .and(page.getByRole("img", { name: /Lin Joiner, standing in/ }))
      .first(),
  ).toBeAttached();
  await expect(page.getByRole("table", { name: "Who stands in, now and later" })).toContainText("a school play");
  expect(await violations(page)).toEqual([]);

  await press(page, page.getByRole("link", { name: "Later" }));
  await expect(page).toHaveURL(/\?from=\d{4}-\d\d-\d\d$/);
  await expect(weeks(page).and(page.getByRole("img", { name: /on watch now/ }))).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/rotations\/quay-primary$/);
  await expect(weeks(page).and(page.getByRole("img", { name: /on watch now/ }))).toHaveCount(1);
});

test("the same roster stands in a month, in a table and in what each carried, reached by the keyboard alone", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/rotations/quay-primary`);
  await press(page, tab(page, "Month"));
  const month = page.getByRole("table", { name: /^Quay primary in / });
  await expect(month.getByRole("columnheader")).toHaveCount(7);
  await expect(month.locator('[aria-current="date"]')).toHaveCount(1);
  await expect(month.getByText("on watch now")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  const present = (await month.getAttribute("aria-label")) ?? (await month.locator("caption").textContent());
  await press(page, page.getByRole("link", { name: "Next", exact: true }));
  await expect(page).toHaveURL(/\?month=\d{4}-\d\d$/);
  await expect(month.locator("caption")).not.toHaveText(present ?? "");

  await press(page, tab(page, "Table"));
  const table = page.getByRole("table", { name: /^Roster of Quay primary/ });
  await expect(table.getByText("on watch now")).toHaveCount(1);
  await expect(table.getByRole("row", { name: /Lin Joiner.*stands in/ })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await press(page, tab(page, "Load"));
  const load = page.getByRole("table", { name: /^What everybody carried/ });
  await expect(load.getByRole("row", { name: /Ada Lead|Lin Joiner/ })).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
});

test("where nobody stands watch the list, the rotation and its months say so", { tag: "@phone" }, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/rotations?query=backup`);
  await expect(page.getByRole("listitem").filter({ hasText: "Quay backup" })).toContainText("Nobody");
  await page.goto(`${server.origin}/rotations/quay-backup`);
  await expect(page.getByText("Nobody is on watch")).toBeVisible();
  await expect(page.getByText("it would be Marek Leaver, who is deactivated")).toBeVisible();
  await page.goto(`${server.origin}/rotations/quay-backup/month`);
  await expect(
    page
      .getByRole("table", { name: /^Quay backup in / })
      .getByText("nobody")
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("whoever looks a service up sees who stands its watches, and that an empty seat is passed at once", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page, "Stan Stranger");
  await page.goto(`${server.origin}/services/crane`);
  const watch = page.getByRole("region", { name: "On watch", exact: true });
  await expect(watch.getByRole("img", { name: /^Delivery, Quay primary: .*on watch now/ })).toBeVisible();
  await expect(watch.getByRole("img", { name: /^Ops, Office watch: Lin Joiner, on watch now/ })).toBeVisible();
  await expect(watch.getByRole("listitem")).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${server.origin}/services/crane/escalation`);
  await expect(page.getByRole("listitem").filter({ hasText: "Office watch" })).toContainText("after 15 min");
  await expect(page.getByRole("button", { name: "Save path" })).toBeHidden();
});

test("a lead gives a service a path of its own, is told what is wrong with it, and sees what an empty seat does", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/services/gate/escalation`);
  await expect(page.getByText("by the rotations of its teams")).toBeVisible();

  const delivery = page.getByRole("combobox", { name: "Delivery" });
  await delivery.fill("backup");
  await page.getByRole("option", { name: /Quay backup/ }).click();
  const backup = page.getByRole("combobox", { name: /Backup/ });
  await backup.fill("quay");
  await page.getByRole("option", { name: /Quay backup/ }).click();
  await page.getByLabel("Ops after").fill("0");
  await page.getByRole("button", { name: "Save path" }).click();
  await expect(page.getByText("Use a whole number from 1 to 1440.")).toBeVisible();
  await page.getByLabel("Ops after").fill("12");
  await page.getByRole("button", { name: "Save path" }).click();
  await expect(page.getByText("The backup has to be another rotation than the delivery rotation.")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await backup.fill("quay");
  await page.getByRole("option", { name: /Quay primary/ }).click();
  await page.getByRole("button", { name: "Save path" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Office watch" })).toContainText("after 12 min");
  await expect(page.getByText(/Nobody stands the delivery watch now: a page passes at once to/)).toBeVisible();

  await page.getByRole("button", { name: "Leave it to its teams" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave it to its teams" }).click();
  await expect(page.getByText("by the rotations of its teams")).toBeVisible();
});

test("without JavaScript a path is typed by its addresses, and what was typed is given back when it is wrong", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Ada Lead");
  await page.goto(`${server.origin}/services/crane/escalation`);
  await page.getByLabel(/Backup optional/).fill("no-such-rotation");
  await page.getByRole("button", { name: "Save path" }).click();
  await expect(page.getByText("There is no rotation “no-such-rotation”.")).toBeVisible();
  await expect(page.getByLabel(/Backup optional/)).toHaveValue("no-such-rotation");
  await page.getByLabel(/Backup optional/).fill("quay-backup");
  await page.getByRole("button", { name: "Save path" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Quay backup" })).toContainText("nobody now");
  await context.close();
});

test("people see their own watches at home, on their page and beside their name; load is for the team", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page, "Lin Joiner");
  await page.goto(server.origin);
  await expect(page.getByText(/You are on watch for Office watch/)).toBeVisible();
  await expect(page.getByText(/^on watch for /).first()).toBeAttached();
  await page.goto(`${server.origin}/rotations/quay-primary/load?from=2026-01-05&to=2026-01-18`);
  await expect(page.getByRole("table", { name: /^What everybody carried/ })).toContainText("168 h");
  await page.goto(`${server.origin}/rotations/quay-primary/load?from=2026-02-01&to=2026-01-01`);
  await expect(page.getByText("The last day has to come after the first.")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "Stan Stranger");
  await page.goto(`${server.origin}/rotations/quay-primary/load`);
  await expect(page.getByText("This is for the team")).toBeVisible();
  const answer = await page.goto(`${server.origin}/rotations/no-such-rotation`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "All rotations" })).toBeVisible();
});
