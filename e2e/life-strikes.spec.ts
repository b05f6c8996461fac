import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import {
  createEscalation,
  createOverride,
  createPerson,
  createRotation,
  createService,
  createTeam,
} from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signedIn as signedInTo, signIn as signInTo } from "#e2e/signed-in";

// Some journeys are walked by two or three people, each in a browser of their own.
test.describe.configure({ mode: "serial", timeout: 90_000 });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const person = (name: string) => createPerson(database, { name, timeZone: "Europe/Berlin" });
      const [rui, ada, lin, marek] = [
        await person("Rui Lead"),
        await person("Ada Okafor"),
        await person("Lin Wei"),
        await person("Marek Nowak"),
      ];
      await person("Noa Newcomer");
      const team = await createTeam(database, {
        slug: "quay",
        name: "Quay crew",
        lead: rui,
        members: [ada, lin, marek],
      });
      // Each journey has a rotation of its own, in which Ada took the watch this morning for a week.
      const begins = Temporal.Now.zonedDateTimeISO("Europe/Berlin").toPlainDate().subtract({ days: 1 });
      const weekly = { timeZone: "Europe/Berlin", startsAt: `${begins}T09:00`, participants: [ada, lin, marek] };
      const rotation = (slug: string) =>
        createRotation(database, {
          ...{ slug, name: `Quay ${slug}`, team, isTeamDefault: slug === "cover" },
          layers: [weekly],
        });
      for (const slug of ["cover", "tap", "swap", "led", "away", "note"]) await rotation(slug);
      await createService(database, { slug: "gate", name: "Gate", team });
      const crane = await createService(database, { slug: "crane", name: "Crane", team });
      await createEscalation(database, crane, { delivery: await rotation("keys") });
      const met = await rotation("met");
      const noon = begins.add({ days: 3 }).toZonedDateTime({ timeZone: "Europe/Berlin", plainTime: "12:00" });
      const span = { from: noon.toInstant(), to: noon.add({ hours: 6 }).toInstant() };
      await createOverride(database, met, { person: marek, origin: "taken", instead: ada, ...span });
    },
  });
});

test.afterAll(() => server?.stop());

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);

const signedIn = (browser: Browser, name: string) => signedInTo(browser, server.origin, name);

const at = (path: string) => `${server.origin}${path}`;
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const onWatchNow = (page: Page) => page.getByRole("region", { name: "On watch" }).getByRole("link").first();
const said = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });

/** Presses a button beside an answer, which is in place once the word for it has left the address. */
async function pressNext(page: Page, button: Locator): Promise<void> {
  await expect(page).not.toHaveURL(/done=/);
  await button.click();
}

test("a request for cover reaches the team, the first claim wins and is thanked, and the second is told kindly", async ({
  page,
  browser,
}) => {
  await signIn(page, "Ada Okafor");
  await page.goto(at("/rotations/cover"));
  await page.getByRole("link", { name: "Ask for cover" }).click();
  await expect(page.getByRole("heading", { name: "Ask for cover" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByLabel("Until")).not.toHaveValue("");
  await page.getByLabel(/Reason/).fill("My child is ill.");
  await page.getByRole("button", { name: "Ask for cover" }).click();
  await expect(said(page, "You stay on watch")).toBeVisible();
  await expect(page.getByText("You ask for cover")).toBeVisible();

  const [lin, marek] = [await signedIn(browser, "Lin Wei"), await signedIn(browser, "Marek Nowak")];
  for (const one of [lin, marek]) {
    await one.goto(at("/"));
    await expect(one.getByText("“My child is ill.”")).toBeVisible();
  }
  await lin.goto(at("/rotations/cover"));
  expect(await violations(lin)).toEqual([]);

  const answers = await Promise.all([lin, marek].map(claim));
  const winner = answers[0]?.includes("Thank you, Lin. Ada has") ? "Lin Wei" : "Marek Nowak";
  expect(answers.filter((words) => words.includes(`Thank you, ${winner.split(" ")[0]}. Ada has`))).toHaveLength(1);
  const kindly = `${winner} was first and has claimed this already. Thank you for offering.`;
  expect(answers.filter((words) => words.includes(kindly))).toHaveLength(1);

  // The roster, the service and the one who asked say the same.
  await page.goto(at("/rotations/cover"));
  await expect(onWatchNow(page)).toHaveText(winner);
  await page.goto(at("/services/gate"));
  await expect(page.getByRole("region", { name: "On watch" })).toContainText(winner);
  await page.goto(at("/rotations/cover/history"));
  await expect(page.getByText(/covers for/)).toBeVisible();
  await expect(page.getByText("My child is ill.")).toBeHidden();

  await page.goto(at("/people/ada.okafor@harbour.example/absences"));
  const given = page.getByRole("region", { name: "Reasons you gave" });
  await expect(given).toContainText("“My child is ill.”");
  await given.getByRole("button", { name: /^Erase/ }).click();
  await expect(said(page, "Erased.")).toBeVisible();
  await expect(given).toBeHidden();
});

/** Presses the button, and returns what the portal answers. */
async function claim(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Claim/ }).click();
  return (await said(page, "Thank you").textContent()) ?? "";
}

test("without JavaScript one tap takes the watch until the next handoff, and one gives it back", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Lin Wei");
  await page.goto(at("/rotations/tap"));
  await page.getByRole("button", { name: /^Take over until/ }).click();
  await expect(said(page, /You have the watch until .* Thank you\./)).toBeVisible();
  await expect(onWatchNow(page)).toHaveText("Lin Wei");
  await said(page, "You have the watch").getByRole("button", { name: "Give back" }).click();
  await expect(said(page, /Given back\.\s*Ada Okafor stands it until/)).toBeVisible();
  await expect(onWatchNow(page)).toHaveText("Ada Okafor");

  await page.goto(at("/rotations/tap/ask"));
  await page.getByLabel("Until").fill("2020-01-01T10:00");
  await page.getByLabel(/Reason/).fill("A long story");
  await page.getByRole("button", { name: "Ask for cover" }).click();
  await expect(page.getByText("This is over: choose an end that is still to come.")).toBeVisible();
  await expect(page.getByLabel(/Reason/)).toHaveValue("A long story");
  await context.close();
});

test("with the keyboard alone somebody takes the watch over on the service's page and gives it back", async ({
  page,
}) => {
  await signIn(page, "Marek Nowak");
  await page.goto(at("/rotations/keys"));
  const take = page.getByRole("button", { name: /^Take over until/ });
  await take.focus();
  await page.keyboard.press("Enter");
  await expect(said(page, "You have the watch")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await said(page, "You have the watch").getByRole("button", { name: "Give back" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page, "Given back.")).toBeVisible();

  await page.goto(at("/services/crane"));
  await page.getByRole("button", { name: /^Take over delivery until/ }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page, "You have the watch")).toBeVisible();
  await expect(page).toHaveURL(/\/services\/crane/);
  // Nobody is quick enough to press it while the answer is still being put in place.
  await page.waitForLoadState("networkidle");
  await said(page, "You have the watch").getByRole("button", { name: "Give back" }).focus();
  await page.keyboard.press("Enter");
  await expect(said(page, "Ada Okafor stands it until")).toBeVisible();
});

test("two shifts are swapped in one step that says what will be, and the swap is undone for both", async ({ page }) => {
  await signIn(page, "Lin Wei");
  await page.goto(at("/rotations/swap/swap"));
  expect(await violations(page)).toEqual([]);
  const preview = page.getByText("What will be").locator("..");
  await expect(preview).toContainText("Lin Wei → Marek Nowak");
  await expect(preview).toContainText("Marek Nowak → Lin Wei");
  const other = page.getByLabel("In exchange for");
  await other.selectOption({ index: 2 });
  await expect(preview).not.toContainText("Marek Nowak → Lin Wei");
  await other.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Swap", exact: true }).click();
  await expect(said(page, "Swapped. Thank you both.")).toContainText("You stand");
  await expect(page.getByRole("table", { name: "Who stands in, now and later" })).toContainText("Marek Nowak");
  await pressNext(page, said(page, "Swapped").getByRole("button", { name: "Undo" }));
  await expect(said(page, /Given back\.\s*You stand it/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Who stands in, now and later" })).toBeHidden();
});

test("a lead puts somebody on watch, asks in a member's name, and lets a teammate take it", async ({ page }) => {
  await signIn(page, "Rui Lead");
  await page.goto(at("/rotations/led/take"));
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Who takes it").selectOption({ label: "Lin Wei" });
  await page.getByRole("button", { name: "Take over" }).click();
  await expect(said(page, "Lin Wei has the watch until")).toBeVisible();
  await pressNext(page, said(page, "Lin Wei has the watch").getByRole("button", { name: "Give back" }));
  await expect(said(page, /Given back\.\s*Ada Okafor stands it/)).toBeVisible();

  await page.goto(at("/rotations/led/ask"));
  await page.getByRole("navigation", { name: "For" }).getByRole("link", { name: "Marek Nowak" }).click();
  await expect(page.getByRole("heading", { name: "Ask for cover for Marek Nowak" })).toBeVisible();
  await page.getByRole("button", { name: "Ask for Marek Nowak" }).click();
  await expect(said(page, "Marek Nowak stays on watch")).toBeVisible();
  await pressNext(page, page.getByRole("button", { name: "Let Lin take it" }));
  await expect(said(page, "Thank you, Lin. Marek has the week.")).toBeVisible();
});

test("whoever would take an override's place is shown it first, and giving back restores it", async ({ page }) => {
  await signIn(page, "Lin Wei");
  await page.goto(at("/rotations/met/take"));
  await page
    .getByRole("link", { name: /Marek Nowak/ })
    .first()
    .click();
  await expect(page).toHaveURL(/shift=/);
  await expect(page.getByRole("link", { name: /Marek Nowak/ }).first()).toHaveAttribute("aria-current", "true");
  await page.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Marek Nowak stands in already" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Take their place for this time").check();
  await page.getByRole("button", { name: "Take over" }).click();
  await expect(said(page, "You have the watch")).toBeVisible();
  await pressNext(page, said(page, "You have the watch").getByRole("button", { name: "Give back" }));
  await expect(said(page, /Given back\.\s*Marek Nowak stands it/)).toBeVisible();
});

test("an absence that a watch meets is said on the roster, with the way to ask for cover", async ({ page }) => {
  await signIn(page, "Marek Nowak");
  await page.goto(at("/people/marek.nowak@harbour.example/absences"));
  expect(await violations(page)).toEqual([]);
  const day = Temporal.Now.zonedDateTimeISO("Europe/Berlin").toPlainDate().add({ days: 15 });
  await page.getByLabel("First day").fill(`${day}`);
  await page.getByLabel("Last day").fill(`${day.add({ days: 1 })}`);
  await page.getByLabel(/Reason/).fill("A wedding");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("“A wedding”")).toBeVisible();
  await page.getByRole("button", { name: "Erase the reason" }).click();
  await expect(page.getByText("“A wedding”")).toBeHidden();

  await page.goto(at("/rotations/away"));
  const warning = page.getByRole("region", { name: "Where a watch meets life" });
  await expect(warning).toContainText("You are away");
  await warning.getByRole("link", { name: "Ask for cover" }).click();
  await expect(page.getByLabel("From")).toHaveValue(`${day}T00:00`);
  await page.getByRole("button", { name: "Ask for cover" }).click();
  await expect(said(page, "You stay on watch")).toBeVisible();
  await expect(page.getByRole("region", { name: "Where a watch meets life" })).toContainText("cover is asked for");
  await page
    .getByRole("button", { name: /^Withdraw/ })
    .first()
    .click();
  await expect(said(page, "Withdrawn.")).toBeVisible();
});

test("a newcomer shadows a watch, the outgoing person leaves a note, and the incoming one has read it", async ({
  page,
  browser,
}) => {
  await signIn(page, "Noa Newcomer");
  await page.goto(at("/rotations/note/shadow"));
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Stand beside them" }).click();
  await expect(page.getByRole("region", { name: "Who shadows" })).toContainText("Noa Newcomer");

  const ada = await signedIn(browser, "Ada Okafor");
  await ada.goto(at("/rotations/note/readiness"));
  expect(await violations(ada)).toEqual([]);
  await ada.getByRole("button", { name: /^Done.*Briefing seen/ }).click();
  await expect(ada.getByRole("button", { name: /^Take it back.*Briefing seen/ })).toBeVisible();
  await ada.goto(at("/rotations/note/handoff"));
  expect(await violations(ada)).toEqual([]);
  await ada.getByLabel("What to try first").fill("Look at the age of the queue.");
  await ada.getByRole("button", { name: "Leave the note" }).click();
  await expect(said(ada, "Left for whoever comes next.")).toBeVisible();

  const lin = await signedIn(browser, "Lin Wei");
  await lin.goto(at("/"));
  const note = lin.getByRole("article", { name: "Note from Ada Okafor" });
  await expect(note).toContainText("Look at the age of the queue.");
  await note.getByRole("button", { name: "I have read it" }).click();
  await expect(note).toBeHidden();
  await ada.goto(at("/rotations/note"));
  await expect(ada.getByText("read by Lin Wei")).toBeVisible();
});

test("without JavaScript a person says when they are awake and on holiday, and a lead when the team works", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Rui Lead");
  await page.goto(at("/people/rui.lead@harbour.example/edit"));
  await page.getByLabel("From").fill("07:30");
  await page.getByLabel(/Public holidays/).fill("de-be");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give both times, or neither.")).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue("07:30");
  await page.getByLabel("Until").fill("23:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("07:30 – 23:00")).toBeVisible();
  await expect(page.getByText("Germany (BE)")).toBeVisible();

  await page.goto(at("/teams/quay/edit"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/teams\/quay$/);
  await page.goto(at("/teams/quay/edit"));
  await page.getByLabel("From").fill("08:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Name the days on which it begins.")).toBeVisible();
  for (const day of ["Monday", "Tuesday", "Wednesday"]) await page.getByLabel(day).check();
  await page.getByLabel("Until").fill("16:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Mon–Wed 08:00–16:00")).toBeVisible();
  await context.close();
});
