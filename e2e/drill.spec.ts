import { type Browser, expect, type Page, test } from "@playwright/test";
import { createEscalation, createPerson, createRotation, createService, createTeam } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signedIn, signIn } from "#e2e/signed-in";

/** A service for each journey, so that none plays in another's drill. */
const services = ["quay", "crane", "lock"] as const;
type Name = (typeof services)[number];

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { name: "Ada Planner", timeZone: "Europe/Lisbon" });
      const player = await createPerson(database, { name: "Lin Player", timeZone: "America/Toronto" });
      const ops = await createPerson(database, { name: "Noor Ops", timeZone: "Asia/Beirut" });
      await createPerson(database, { name: "Sven Outsider" });
      const crew = await createTeam(database, { name: "Quay crew", lead, members: [player] });
      const keepers = await createTeam(database, { name: "Keepers", kind: "ops", lead: ops });
      const on = (team: typeof crew, person: typeof lead) =>
        createRotation(database, { team, layers: [{ participants: [person] }] });
      const [delivery, stands] = [await on(crew, player), await on(keepers, ops)];
      for (const slug of services) {
        const service = await createService(database, { slug, name: `The ${slug}`, team: crew, opsTeam: keepers });
        await createEscalation(database, service, { delivery, ops: stands });
      }
    },
  });
});

test.afterAll(() => server?.stop());

const scenario = "The second gate is stuck.\nPretend that the gauge shows 900 ships. Open no gate.";

/** Plans a drill as Ada, of those who are named; the page is the drill's then. */
async function plan(page: Page, service: Name, people: readonly string[]): Promise<void> {
  await page.goto(`${server.origin}/services/${service}/drills`);
  await page.getByLabel("What is played").fill(scenario);
  for (const name of ["Ada Planner", "Lin Player", "Noor Ops"])
    await page.getByRole("checkbox", { name }).setChecked(people.includes(name));
  await page.getByRole("button", { name: "Ask them" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Drill of The ${service}` })).toBeVisible();
}

const asPerson = (browser: Browser, name: string) => signedIn(browser, server.origin, name);
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

test("a drill is planned, agreed to with one tap, raised, answered and learnt from", async ({ page, browser }) => {
  // Two people walk it, one after the other.
  test.setTimeout(60_000);
  const service = test.info().project.name === "phone" ? "quay" : "crane";
  await signIn(page, server.origin, "Ada Planner");
  await plan(page, service, ["Lin Player", "Noor Ops"]);
  await expect(row(page, "Lin Player")).toContainText("has not said");
  await expect(page.getByRole("button", { name: "Raise it now" })).toBeHidden();
  expect(await violations(page)).toEqual([]);

  const player = await asPerson(browser, "Lin Player");
  await player.goto(server.origin);
  const asked = player.getByRole("region", { name: "Drills" });
  await expect(asked).toContainText("Ada Planner asks you to take part");
  expect(await violations(player)).toEqual([]);
  await asked.getByRole("button", { name: `I take part in the drill of The ${service}` }).click();
  await expect(asked).toContainText("you take part, and are paged when it is raised");

  await page.reload();
  await page.getByRole("button", { name: "Raise it now" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Lin Player is paged at once");
  await page.getByRole("alertdialog").getByRole("button", { name: "Raise it" }).click();
  await expect(page.getByText("Under way.")).toBeVisible();
  await expect(row(page, "Lin Player")).toContainText("is being paged");
  expect(await violations(page)).toEqual([]);

  await player.reload();
  await player.getByRole("link", { name: `Open its alert of the drill of The ${service}` }).click();
  await expect(player.getByText("A drill.", { exact: true })).toBeVisible();
  await expect(player.getByRole("heading", { level: 1 })).toContainText("Drill: The second gate is stuck.");
  expect(await violations(player)).toEqual([]);
  await player.getByRole("button", { name: "Page ops now" }).click();
  await expect(player.getByText(/nobody was woken: this is a drill/).first()).toBeVisible();
  await player.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(player.getByText("You have it since")).toBeVisible();

  // The page follows what happens by itself.
  await expect(row(page, "Lin Player")).toContainText("after under a minute");
  await page.getByRole("button", { name: "End it" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByText(/1 of 1 answered, the first after under a minute/)).toBeVisible();
  const learnt = "The gauge’s link led to the old board. It is mended.";
  await page.getByRole("textbox", { name: "What it showed" }).fill(learnt);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("region", { name: "What it showed" }).getByText(learnt).first()).toBeVisible();
  await page.goto(`${server.origin}/services/${service}/drills`);
  await expect(page.getByRole("region", { name: "Drills" })).toContainText(learnt);
  expect(await violations(page)).toEqual([]);
  await player.context().close();
});

test("without JavaScript somebody declines, and the drill is called off", { tag: "@phone" }, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server.origin, "Ada Planner");
  await plan(page, "lock", ["Noor Ops"]);
  const address = page.url();

  const other = await browser.newContext({ javaScriptEnabled: false });
  const ops = await other.newPage();
  await signIn(ops, server.origin, "Noor Ops");
  await ops.goto(address);
  await ops.getByRole("button", { name: "Not this time" }).click();
  await expect(row(ops, "Noor Ops")).toContainText("not this time");

  await page.reload();
  await page.getByText("Call it off", { exact: true }).first().click();
  await page.getByRole("button", { name: "Call it off" }).click();
  await expect(page.getByText(/called off/).first()).toBeVisible();
  await context.close();
  await other.close();
});

test("whoever is of no team of the service reads drills, and plans none", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page, server.origin, "Sven Outsider");
  await page.goto(`${server.origin}/services/lock/drills`);
  await expect(page.getByRole("heading", { level: 1, name: "Drills of The lock" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask them" })).toBeHidden();
  await page.goto(`${server.origin}/services/lock/drills/00000000-0000-4000-8000-000000000000`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Drill of");
});
