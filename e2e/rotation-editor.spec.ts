import { expect, type Locator, type Page, test } from "@playwright/test";
import { createPerson, createRotation, createTeam, deactivatePerson } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const [lead, lin, marek, gone] = [
        await createPerson(database, { name: "Ada Lead", email: "ada@harbour.example", timeZone: "Europe/Lisbon" }),
        await createPerson(database, { name: "Lin Joiner", email: "lin@harbour.example", timeZone: "Europe/Lisbon" }),
        await createPerson(database, { name: "Marek Long", email: "marek@harbour.example", timeZone: "Europe/Lisbon" }),
        await createPerson(database, { name: "Gus Gone", email: "gus@harbour.example" }),
      ];
      await createPerson(database, { name: "Petra Root", isAdministrator: true });
      await createPerson(database, {
        ...{ name: "Stan Stranger", email: "stan@harbour.example", timeZone: "America/Los_Angeles" },
      });
      const team = await createTeam(database, { slug: "crew", name: "Quay crew", lead, members: [lin, marek] });
      const others = { team, isTeamDefault: false, layers: [{ participants: [lead, lin, marek] }] };
      const quay = [{ participants: [lead, lin, marek], startsAt: `${mondayBefore(30)}T09:00` }];
      await createRotation(database, { ...others, slug: "quay", name: "Quay", isTeamDefault: true, layers: quay });
      await createRotation(database, { ...others, slug: "order", name: "Order" });
      await createRotation(database, { ...others, slug: "gate", name: "Gate" });
      await createRotation(database, { ...others, slug: "plain", name: "Plain" });
      await createRotation(database, { ...others, slug: "crane", name: "Crane" });
      const withGone = [{ participants: [lead, gone] }];
      await createRotation(database, { ...others, slug: "leaver", name: "Leaver", layers: withGone });
      await deactivatePerson(database, gone);
    },
  });
});

test.afterAll(() => server?.stop());

/** The Monday on whose handoff at 09:00 the week of the present watch began, so many weeks ago. */
function mondayBefore(weeks: number): Temporal.PlainDate {
  const present = Temporal.Now.zonedDateTimeISO("Europe/Lisbon").subtract({ hours: 9 }).toPlainDate();
  return present.subtract({ days: present.dayOfWeek - 1, weeks });
}

const signIn = (page: Page, name = "Ada Lead") => signInTo(page, server.origin, name);

/** The editor once it does more than a plain form could. */
async function openEditor(page: Page, path: string) {
  await page.goto(`${server.origin}${path}`);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const preview = (page: Page) => page.getByRole("region", { name: "The next eight weeks" });
const participants = (page: Page) => page.getByRole("group", { name: "Participants, in the order of their turns" });
const turns = async (page: Page) =>
  (await participants(page).first().getByRole("listitem").allTextContents()).map((text) =>
    text.replace(/^\d+/, "").replace(/(Lisbon|Los Angeles)$/, ""),
  );

async function press(page: Page, target: Locator) {
  await target.focus();
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
}

/** Adds somebody by typing part of the name, and comes back to where the next can be typed. */
async function addByKeyboard(page: Page, typed: string, name: string) {
  const field = page.getByRole("combobox", { name: "Add somebody" }).first();
  await field.focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole("listbox").getByRole("option", { name: new RegExp(name) })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Take ${name} out` }).first()).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Add somebody" }).first()).toBeFocused();
}

test("a lead drafts a new rotation by keyboard, sees the coming weeks and what speaks against them, and creates it", async ({
  page,
}) => {
  await signIn(page);
  await openEditor(page, "/rotations/new");
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole("combobox", { name: "Team" })).toHaveValue("Quay crew");
  await expect(preview(page)).toContainText("Layer 1: Name at least one person.");

  await page.getByLabel("Name").first().focus();
  await page.keyboard.type("Harbour watch");
  await addByKeyboard(page, "lin", "Lin Joiner");
  await addByKeyboard(page, "ada", "Ada Lead");
  await addByKeyboard(page, "stan", "Stan Stranger");
  await expect.poll(() => turns(page)).toEqual(["Lin Joiner", "Ada Lead", "Stan Stranger"]);

  await expect(preview(page)).toContainText("Lin Joiner after nobody");
  await expect(preview(page)).toContainText("3 people share this watch. On one site it takes at least 8.");
  await expect(preview(page)).toContainText("Stan Stranger is not in Quay crew.");
  await expect(preview(page).getByRole("link", { name: /Being On-Call/ })).toHaveAttribute(
    "href",
    "https://sre.google/sre-book/being-on-call/",
  );
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Who takes the first watch").selectOption("2. Ada Lead");
  await expect(preview(page)).toContainText("Ada Lead after nobody");
  await press(page, page.getByRole("button", { name: "Create rotation" }));
  await expect(page).toHaveURL(/\/rotations\/harbour-watch$/);
  await expect(page.getByRole("heading", { level: 1, name: "Harbour watch" })).toBeVisible();
});

test("participants are put into another order by the keyboard alone: the focus goes along, and each step is said", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/order/edit");
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner", "Marek Long"]);
  await expect(preview(page)).toContainText("Nothing changes yet.");

  const up = page.getByRole("button", { name: "Move Marek Long up" });
  await press(page, up);
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner"]);
  await expect(up).toBeFocused();
  await expect(page.getByText("Marek Long has turn 2 of 3.")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => turns(page)).toEqual(["Marek Long", "Ada Lead", "Lin Joiner"]);

  await page.keyboard.press("Control+z");
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner"]);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(() => turns(page)).toEqual(["Marek Long", "Ada Lead", "Lin Joiner"]);
  await press(page, page.getByRole("button", { name: "Undo" }));
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner"]);

  await press(page, page.getByRole("button", { name: "Take Marek Long out" }));
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner"]);
  await expect(page.getByRole("button", { name: "Take Lin Joiner out" })).toBeFocused();

  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page).toHaveURL(/\/rotations\/order$/);
  await openEditor(page, "/rotations/order/edit");
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner"]);
});

test("participants are dragged into another order", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/gate/edit");
  await participants(page).evaluate((list) => list.scrollIntoView({ block: "center" }));
  const [last, first] = [
    participants(page).getByRole("listitem").last(),
    participants(page).getByRole("listitem").first(),
  ];
  const [from, to] = [await last.boundingBox(), await first.boundingBox()];
  if (!from || !to) throw new Error("The rows are out of sight.");
  await page.mouse.move(from.x + 8, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + to.height, { steps: 4 });
  await page.mouse.move(to.x + 8, to.y + 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => turns(page)).toEqual(["Marek Long", "Ada Lead", "Lin Joiner"]);
});

test("somebody joins from a date on: whoever is on watch stays, the next in line stays next, and who is told is said", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/quay/edit");
  const firstHandoffs = preview(page).getByRole("listitem").filter({ hasText: " after " });
  const before = await firstHandoffs.first().textContent();

  await addByKeyboard(page, "stan", "Stan Stranger");
  await expect(preview(page)).toContainText("These shifts move");
  await expect(firstHandoffs.first()).toHaveText(before ?? "");
  await expect(preview(page)).toContainText(/Stan Stranger.* told that their coming shifts move/);

  await page.getByLabel("From a date on").check();
  const wanted = page.getByLabel("Date and time");
  await expect(wanted).toHaveValue(/^\d{4}-\d\d-\d\dT09:00$/);
  await wanted.fill("2020-01-01T00:00");
  await expect(preview(page)).toContainText("Only the first version of a rotation may begin in the past.");
  const inAMonth = Temporal.Now.plainDateISO("Europe/Lisbon").add({ days: 30 });
  await wanted.fill(`${inAMonth}T12:00`);
  await expect(preview(page)).toContainText("These shifts move");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("status").filter({ hasText: "Saved. It holds from" })).toContainText("Stan Stranger");
  await expect(page).toHaveURL(/\/rotations\/quay$/);

  await openEditor(page, "/rotations/quay/edit");
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner", "Marek Long"]);
  await expect(firstHandoffs.first()).toHaveText(before ?? "");
  await expect(page.getByLabel("Let go of changes that begin later")).not.toBeChecked();
  await page.getByRole("navigation", { name: "Which layers" }).getByRole("link", { name: /^From/ }).click();
  await expect(page.getByLabel("From a date on")).toBeChecked();
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner", "Marek Long", "Stan Stranger"]);
  expect(await violations(page)).toEqual([]);

  await openEditor(page, "/rotations/quay/edit");
  await page.getByLabel("Let go of changes that begin later").check();
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page).toHaveURL(/\/rotations\/quay$/);
  await openEditor(page, "/rotations/quay/edit");
  await expect(page.getByRole("navigation", { name: "Which layers" })).toBeHidden();
});

test("layers are added, copied, put into another order and removed, and the later one wins", {
  tag: "@desktop",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/crane/edit");
  await press(page, page.getByRole("button", { name: "Copy weekly" }));
  const copied = page.getByRole("region", { name: /^weekly 2/ });
  await expect(copied).toContainText("wins over the layers above");
  await press(page, page.getByRole("button", { name: "Move weekly 2 up" }));
  await expect(page.getByRole("button", { name: "Move weekly 2 up" })).toBeFocused();
  await expect(page.getByText("weekly 2 is layer 1 of 2.")).toBeAttached();
  await press(page, page.getByRole("button", { name: "Remove weekly 2" }));
  await expect(copied).toBeHidden();

  await press(page, page.getByRole("button", { name: "Follow the sun" }));
  await expect(page.getByRole("region", { name: /^Lisbon/ })).toBeVisible();
  await expect(preview(page)).toContainText("Layer 2: Name at least one person.");
  await press(page, page.getByRole("button", { name: "Undo" }));
  await press(page, page.getByRole("button", { name: "Every two weeks" }));
  await expect(page.getByLabel("How many")).toHaveValue("2");
  await press(page, page.getByRole("button", { name: "Add a layer" }));
  await expect(page.getByLabel("Name").last()).toBeFocused();
});

test("hours that leave gaps are shown before they hold, and saved only at a second look", { tag: "@phone" }, async ({
  page,
}) => {
  await signIn(page);
  await openEditor(page, "/rotations/crane/edit");
  await press(page, page.getByRole("button", { name: "Weekdays in office hours" }));
  await expect(page.getByRole("checkbox", { name: "Monday" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Sunday" })).not.toBeChecked();
  await expect(preview(page)).toContainText(/Nobody stands watch from .* 17:00 to .* 09:00/);
  await expect(page.getByText("Leaves gaps")).toBeVisible();
  await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);

  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("alert").filter({ hasText: "There would be nobody to page." })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Save all the same" }));
  await expect(page).toHaveURL(/\/rotations\/crane$/);
  await openEditor(page, "/rotations/crane/edit");
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("09:00");
});

test("what is wrong is said beside its field, the first gets the focus, and nothing that was typed is lost", {
  tag: "@phone",
}, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/plain/edit");
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByLabel("How many").fill("0");
  await page.getByRole("button", { name: "Only at certain hours" }).click();
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await page.getByRole("checkbox", { name: day }).uncheck();
  await addByKeyboard(page, "stan", "Stan Stranger");
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "Some of this needs another look." })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription("Give it a name.");
  await expect(page.getByLabel("How many")).toHaveAccessibleDescription("Use a whole number from 1 to 999.");
  await expect(page.getByRole("group", { name: "Hours 1" })).toContainText("Name at least one day.");
  await expect(page.getByLabel("How many")).toHaveValue("0");
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Lin Joiner", "Marek Long", "Stan Stranger"]);
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Name", { exact: true }).fill("office");
  await page.getByLabel("How many").fill("1");
  await page.getByRole("checkbox", { name: "Saturday" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Save all the same" }).click();
  await expect(page).toHaveURL(/\/rotations\/plain$/);
});

test("somebody who was deactivated is named beside their turn, and has to be taken out", { tag: "@phone" }, async ({
  page,
}) => {
  await signIn(page);
  await openEditor(page, "/rotations/leaver/edit");
  await expect(preview(page)).toContainText("Gus Gone is deactivated");
  await page.getByLabel("Name", { exact: true }).fill("first");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Save all the same" }).click();
  await expect(participants(page).getByRole("listitem").last()).toContainText("Gus Gone is deactivated.");
  await page.getByRole("button", { name: "Take Gus Gone out" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/rotations\/leaver$/);
});

test("leaving with something unsaved asks first, and staying keeps it", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page);
  await openEditor(page, "/rotations/order/edit");
  await page.getByLabel("Name", { exact: true }).fill("another");
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("another");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/rotations\/order$/);
  expect(asked).toEqual(["confirm", "confirm"]);
});

test("without JavaScript a rotation is changed button by button, and the weeks are shown when asked for", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(`${server.origin}/rotations/gate/edit`);
  await expect(preview(page)).toContainText("Nothing changes yet.");

  await page.getByRole("button", { name: "Move Marek Long up" }).click();
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner"]);
  await page.getByLabel("Add somebody").fill("stan@harbour.example");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner", "Stan Stranger"]);
  await expect(preview(page)).toContainText("Stan Stranger is not in Quay crew.");

  await page.getByLabel("Add somebody").fill("nobody@harbour.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("There is nobody with the address “nobody@harbour.example”.")).toBeVisible();
  await expect.poll(() => turns(page)).toHaveLength(5);
  await page.getByRole("button", { name: "Take nobody@harbour.example out" }).click();

  await page.getByRole("button", { name: "Weekdays in office hours" }).click();
  await expect(preview(page)).toContainText("Nobody stands watch from");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("There would be nobody to page.")).toBeVisible();
  await page.getByRole("button", { name: "Remove hours 1" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/rotations\/gate\?done=/);
  await page.goto(`${server.origin}/rotations/gate/edit`);
  await expect.poll(() => turns(page)).toEqual(["Ada Lead", "Marek Long", "Lin Joiner", "Stan Stranger"]);
  await context.close();
});

test("a rotation is described, renamed, made the default, retired and brought back", { tag: "@phone" }, async ({
  page,
}) => {
  await signIn(page);
  const settings = (slug: string) => page.goto(`${server.origin}/rotations/${slug}/settings`);
  await settings("order");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Description").fill("For the order desk.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/rotations\/order$/);
  await expect(page.getByText("For the order desk.")).toBeVisible();

  await settings("order");
  await page.getByLabel("Name", { exact: true }).fill("Order desk");
  await page.getByLabel("Address", { exact: true }).fill("quay");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByLabel("Address", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Address", { exact: true }).fill("order-desk");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page).toHaveURL(/\/rotations\/order-desk$/);

  await settings("order");
  await expect(page).toHaveURL(/\/rotations\/order-desk\/settings$/);
  await page.getByRole("button", { name: "Make it the default" }).click();
  await expect(page).toHaveURL(/\/rotations\/order-desk$/);
  await settings("quay");
  await expect(page.getByRole("button", { name: "Make it the default" })).toBeVisible();
  await page.getByRole("button", { name: "Retire rotation" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retire it" }).click();
  await expect(page).toHaveURL(/\/rotations\/quay$/);
  await settings("quay");
  await page.getByRole("button", { name: "Bring back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Bring it back" }).click();
  await expect(page).toHaveURL(/\/rotations\/quay$/);
});

test("whoever may not change a rotation finds no editor, and nothing overflows a phone", async ({ page }) => {
  await signIn(page, "Stan Stranger");
  for (const path of ["/rotations/new", "/rotations/gate/edit", "/rotations/gate/settings"])
    expect((await page.goto(`${server.origin}${path}`))?.status(), path).toBe(404);

  await signIn(page, "Petra Root");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/rotations/new", "/rotations/gate/edit", "/rotations/gate/settings"]) {
    await page.goto(`${server.origin}${path}`);
    expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
  }
});
