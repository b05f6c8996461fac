import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  createDependency,
  createEntry,
  createPerson,
  createService,
  createTeam,
  renameService,
  transferService,
} from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";

test.describe.configure({ mode: "default" });

let server: OwnServer;
const march = Temporal.Instant.from("2026-03-10T12:00:00Z");

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const ada = await createPerson(database, { name: "Ada Okafor", email: "ada@harbour.example" });
      await createPerson(database, { name: "Lin Wei", email: "lin@harbour.example" });
      const shop = await createTeam(database, { name: "Shop front", slug: "shop-front", lead: ada });
      const money = await createTeam(database, { name: "Money", slug: "money" });
      const ops = await createTeam(database, { name: "Harbour ops", slug: "harbour-ops", kind: "ops" });
      const checkout = await createService(database, { name: "Checkout", slug: "checkout", team: money, opsTeam: ops });
      await transferService(database, checkout, { to: shop }, march);
      const payments = await createService(database, { name: "Payments", slug: "payments", team: money });
      const cache = await createService(database, { name: "Session cache", slug: "session-cache", team: shop });
      const basket = await createService(database, { name: "Basket", slug: "basket", team: shop });
      await renameService(database, basket, { name: "Cart", slug: "cart" }, march);
      const api = await createEntry(database, { name: "Orders API", slug: "orders-api", owner: shop });
      await createDependency(database, checkout, { on: payments });
      await createDependency(database, checkout, { on: api, relation: "consumes-api" });
      await createDependency(database, payments, { on: cache, kind: "soft" });
      await createService(database, { name: "Orphan", slug: "orphan", ownerReference: "group:default/ghosts" });
      for (const name of ["Edited", "Renamed", "Moved", "Retired"]) {
        await createService(database, { name, slug: name.toLowerCase(), team: shop });
      }
    },
  });
});

test.afterAll(() => server?.stop());

async function arrive(page: Page, address: string) {
  await signIn(page, server.origin, "Ada Okafor");
  await page.goto(`${server.origin}${address}`);
}

/** Runs a journey in a browser that runs no scripts. */
async function withoutScripts(browser: Browser, journey: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await journey(await context.newPage());
  await context.close();
}

/** Waits until React answers: a combobox is a plain field before. */
async function choose(page: Page, label: string, text: string, option: RegExp) {
  const field = page.getByRole("combobox", { name: label });
  await field.fill(text);
  await page.getByRole("option", { name: option }).click();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const region = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("region", { name });

test("a service says who owns it, whom to reach, what it needs and what is missing", async ({ page }) => {
  await arrive(page, "/services/checkout");
  await expect(region(page, "Owned by")).toContainText("Shop front");
  await expect(region(page, "Owned by")).toContainText("Ada Okafor");
  await expect(region(page, "Owned by")).toContainText("Harbour ops");
  await expect(region(page, /^Needs/)).toContainText("Payments");
  await expect(region(page, /^What is missing/)).toContainText("No expert");
  await expect(region(page, "Lately")).toContainText("gave Checkout from Money to Shop front");

  await page.goto(`${server.origin}/services/orphan`);
  await expect(region(page, "Owned by")).toContainText("group:default/ghosts, which is not here");
});

test("an old address leads to the present one, into the same room, and an unknown one to what was meant", {
  tag: "@phone",
}, async ({ page }) => {
  await arrive(page, "/services/basket/history");
  await expect(page).toHaveURL(`${server.origin}/services/cart/history`);
  const answer = await page.goto(`${server.origin}/services/chekout`);
  expect(answer?.status()).toBe(404);
  await page.getByRole("main").getByRole("link", { name: "Checkout" }).click();
  await expect(heading(page, "Checkout")).toBeVisible();
});

test("a service is created with the keyboard alone", async ({ page }) => {
  await arrive(page, "/services/new");
  await expect(page.getByRole("combobox", { name: "Delivery team" })).toHaveValue("Shop front");
  await page.getByRole("textbox", { name: "Name", exact: true }).focus();
  await page.keyboard.type("Parcel tracker");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Parcel tracker")).toBeVisible();
  await expect(page).toHaveURL(`${server.origin}/services/parcel-tracker`);
  await expect(region(page, /^What is missing/)).toContainText("No tier");
});

test("a form that fails gives back everything that was typed, with the reason beside the field", {
  tag: "@phone",
}, async ({ browser }) => {
  await withoutScripts(browser, async (page) => {
    await arrive(page, "/services/new");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Checkout");
    await page.getByRole("textbox", { name: /^Address ?optional/ }).fill("checkout");
    await page.getByLabel("Tier").selectOption("2");
    await page.getByLabel("Only people inside notice").check();
    await page.getByLabel("Title of link 2").fill("Board");
    await page.getByLabel("Address of link 2").fill("https://board.example");
    await page.getByRole("button", { name: "Create service" }).click();

    await expect(page.getByText("The address “checkout” belongs to another service.").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Checkout");
    await expect(page.getByLabel("Tier")).toHaveValue("2");
    await expect(page.getByLabel("Only people inside notice")).toBeChecked();
    await expect(page.getByLabel("Address of link 1")).toHaveValue("https://board.example");
  });
});

test("what is said of a service is changed without JavaScript, links included", { tag: "@phone" }, async ({
  browser,
}) => {
  await withoutScripts(browser, async (page) => {
    await arrive(page, "/services/edited/edit");
    await page.getByLabel("What it does").fill("Knows every parcel.");
    await page.getByLabel("Tier").selectOption("1");
    await page.getByLabel("Title of link 1").fill("Dashboard");
    await page.getByLabel("Address of link 1").fill("not an address");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Write an address that begins with https:// or http://.")).toBeVisible();
    await expect(page.getByLabel("What it does")).toHaveValue("Knows every parcel.");

    await page.getByLabel("Address of link 1").fill("https://graphs.example");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(heading(page, "Edited")).toBeVisible();
    await expect(page.getByText("Knows every parcel.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Dashboard" })).toHaveAttribute("href", "https://graphs.example");
    await page.goto(`${server.origin}/services/edited/history`);
    await expect(region(page, "What happened")).toContainText("changed the description, tier, and links of Edited");
  });
});

test("a renamed service is found under both addresses, and a taken address is refused beside the field", {
  tag: "@phone",
}, async ({ page }) => {
  await arrive(page, "/services/renamed/rename");
  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("checkout");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("The address “checkout” belongs to another service.").first()).toBeVisible();
  await expect(address).toHaveValue("checkout");

  await address.fill("new-name");
  await page.getByRole("textbox", { name: "Name" }).fill("New name");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page).toHaveURL(`${server.origin}/services/new-name`);
  await page.goto(`${server.origin}/services/renamed`);
  await expect(heading(page, "New name")).toBeVisible();
});

test("a lead gives a service to another team, and the history knows who owned it when", { tag: "@phone" }, async ({
  page,
}) => {
  await arrive(page, "/services/moved/transfer");
  await choose(page, "New delivery team", "mone", /Money/);
  await page.getByRole("button", { name: "Transfer" }).click();
  await expect(region(page, "Owned by")).toContainText("Money");

  await page.goto(`${server.origin}/services/checkout/history`);
  await page.getByLabel("Day").fill("2026-03-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(region(page, "Who owned it on").getByRole("status")).toContainText("delivery Money");
  await page.goto(`${server.origin}/services/checkout/history?at=2026-03-10`);
  await expect(region(page, "Who owned it on").getByRole("status")).toContainText(/Money, from \d\d:\d\d Shop front/);
  await page.goto(`${server.origin}/services/checkout/history?at=yesterday`);
  await expect(page.getByText("Write a day such as 2026-03-14.")).toBeVisible();
});

test("leaving a service to nobody has to be said", { tag: "@phone" }, async ({ browser }) => {
  await withoutScripts(browser, async (page) => {
    await arrive(page, "/services/cart/transfer");
    await page.getByRole("button", { name: "Transfer" }).click();
    await expect(page.getByText("Choose a team, or say that nobody owns it.").first()).toBeVisible();
    await page.getByLabel(/^New delivery team/).fill("money");
    await page.getByRole("button", { name: "Transfer" }).click();
    await expect(region(page, "Owned by")).toContainText("Money");
  });
});

test("a retired service comes back with one press", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services/retired/retire");
  await page.getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByText("It left the catalog on")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Brought back.")).toBeVisible();
  await expect(page.getByText("It left the catalog on")).toBeHidden();
});

test("a need is noted, changed and taken back, and the graph draws it as a link", { tag: "@desktop" }, async ({
  page,
}) => {
  await arrive(page, "/services/checkout/dependencies");
  const graph = page.getByRole("group", { name: /^Graph around Checkout/ });
  await expect(graph.getByRole("link", { name: /^Payments tier 2 · Money/ })).toBeAttached();
  await expect(graph.getByRole("link", { name: /^Cart/ })).toHaveCount(0);

  await choose(page, "It needs", "cart", /Cart/);
  await page.getByRole("radio", { name: /^soft/ }).check();
  await page.getByRole("button", { name: "Note the need" }).click();
  await expect(graph.getByRole("link", { name: /^Cart/ })).toBeAttached();
  await expect(page.getByRole("combobox", { name: "It needs" })).toHaveValue("");

  await page.getByRole("button", { name: /^Make hard ?: Cart/ }).click();
  await expect(page.getByRole("button", { name: /^Make soft ?: Cart/ })).toBeVisible();
  await page.getByRole("button", { name: /^Remove ?: Cart/ }).click();
  await expect(graph.getByRole("link", { name: /^Cart/ })).toHaveCount(0);

  await page.getByText("The graph in words").click();
  await expect(page.getByRole("main")).toContainText("Payments needs Session cache (soft)");
  await graph.getByRole("link", { name: /^Orders API/ }).focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Orders API")).toBeVisible();
});

test("experts are named by their own name and may withdraw", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services/checkout/experts");
  await choose(page, "Who knows it", "lin", /Lin Wei/);
  await page.getByRole("textbox", { name: /^What of it/ }).fill("Wrote the tax rules.");
  await page.getByRole("button", { name: "Name as expert" }).click();
  await expect(region(page, /^Experts/)).toContainText("Wrote the tax rules.");
  await page.getByRole("button", { name: /^Withdraw ?: Lin Wei/ }).click();
  await expect(page.getByText("Nobody is named yet")).toBeVisible();
});

test("somebody who may not change a service is told who may", { tag: "@phone" }, async ({ page }) => {
  await arrive(page, "/services/payments/edit");
  await expect(page.getByText("Only members of the service's delivery or ops team can edit it.")).toBeVisible();
  await page.goto(`${server.origin}/services/payments`);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
});

test("axe finds nothing on any screen, and nothing is wider than a small phone", async ({ page }) => {
  test.setTimeout(90_000);
  await arrive(page, "/services/checkout");
  const rooms = ["", "/dependencies", "/history?at=2026-03-10", "/edit", "/rename", "/transfer", "/retire", "/experts"];
  const screens = [...rooms.map((room) => `/services/checkout${room}`), "/services/new", "/services/ghost"];
  const entries = ["/entries/api/orders-api", "/entries/api/orders-api/history"];
  const size = page.viewportSize();
  for (const address of [...screens, ...entries]) {
    await page.goto(`${server.origin}${address}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violations(page), address).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    if (size) await page.setViewportSize(size);
  }
});
