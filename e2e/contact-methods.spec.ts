import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { createPerson } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn as signInTo } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

type Delivery = { kind: string; text: string; url: string };

let receiver: Server;
let server: OwnServer;
const received: Delivery[] = [];
const hook = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  receiver = createServer(async (request, response) => {
    received.push(JSON.parse(Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString()));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  server = await startOwnServer({
    settings: async () => ({ WATCHBILL_ALLOW_PRIVATE_TARGETS: "127.0.0.1/32" }),
    async given(database) {
      await createPerson(database, { name: "Ada Okafor" });
      await createPerson(database, { name: "Lin Wei" });
    },
  });
});

test.afterAll(async () => {
  await server?.stop();
  receiver?.close();
});

const signIn = (page: Page, name: string) => signInTo(page, server.origin, name);
const ways = (page: Page) => page.getByRole("region", { name: "Your ways" });

/** The newest delivery of this kind, as soon as there is one. */
async function delivered(kind: string): Promise<Delivery> {
  await expect.poll(() => received.some((one) => one.kind === kind)).toBe(true);
  return received.findLast((one) => one.kind === kind) as Delivery;
}

test("somebody adds a way to be paged, proves it by the code that arrives, and tests their pager to the end", async ({
  page,
}) => {
  received.length = 0;
  await signIn(page, "Ada Okafor");
  await page.goto(`${server.origin}/account/contact-methods`);
  await page.getByRole("link", { name: "Webhook" }).click();
  await page.getByLabel("Address").fill("nowhere");
  await page.getByRole("button", { name: "Add it and send a code" }).click();
  await expect(page.getByText("Write an address that begins with https:// or http://.")).toBeVisible();
  await page.getByLabel("Address").fill(`${hook()}?of=${test.info().project.name}`);
  await page.getByLabel("Name").fill("My bell");
  await page.getByRole("button", { name: "Add it and send a code" }).click();
  await expect(ways(page).getByText("not verified: nobody is paged over it yet")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const code = /\d{6}/.exec((await delivered("verification")).text)?.[0] ?? "";
  await page.getByLabel("The code that arrived").fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Verify My bell" }).click();
  await expect(page.getByText("This is not the code that was sent.")).toBeVisible();
  await page.getByLabel("The code that arrived").fill(code);
  await page.getByRole("button", { name: "Verify My bell" }).click();
  await expect(page.getByText("“My bell” is verified.")).toBeVisible();

  await page.getByRole("button", { name: "Test my pager" }).click();
  await expect(page.getByText("You have not answered yet.")).toBeVisible();
  const { url, text } = await delivered("test");
  expect(text).toContain("Nothing is broken");
  await expect(page.getByRole("region", { name: "Test" }).getByText("went out at")).toBeVisible();
  // A channel that others may read gets no link that signs anybody in.
  expect(url).not.toContain("key=");
  await page.goto(server.origin + new URL(url).pathname);
  await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(page.getByRole("button", { name: "Acknowledge", exact: true })).toBeHidden();
  await page.goto(`${server.origin}/account/contact-methods`);
  await expect(page.getByText("Your pager works.")).toBeVisible();

  await ways(page).getByText("When it is used").click();
  await page.getByLabel("Used").selectOption("after 5 minutes");
  await page.getByLabel("During").selectOption("my night only");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(ways(page).getByText("after 5 minutes, at night only")).toBeVisible();

  await page.getByRole("button", { name: "Remove My bell" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("Nothing of yours would ring")).toBeVisible();
});

test("without JavaScript a way is added, proved by what the outbox shows, put first, and the outbox tells every fate", {
  tag: "@phone",
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "Lin Wei");
  for (const [kind, field, value] of [
    ["E-mail", "Address", "lin@elsewhere.example"],
    ["Phone call", "Number", "+351 912 345 678"],
  ] as const) {
    await page.goto(`${server.origin}/account/contact-methods`);
    await page.getByRole("link", { name: kind }).click();
    await page.getByLabel(field).fill(value);
    await page.getByRole("button", { name: "Add it and send a code" }).click();
    await expect(async () => {
      await page.goto(`${server.origin}/account/outbox`);
      await expect(page.getByText("shown on screen only").first()).toBeVisible({ timeout: 500 });
    }).toPass();
    const shown = (await page.getByRole("main").textContent()) ?? "";
    const code = /(\d{6}) is the code/.exec(shown)?.[1] ?? "";
    await page.goto(`${server.origin}/account/contact-methods`);
    await page.getByLabel("The code that arrived").fill(code);
    await page.getByRole("button", { name: `Verify ${kind}` }).click();
    await expect(page.getByText(`“${kind}” is verified.`)).toBeVisible();
  }
  await page.getByRole("button", { name: "Move Phone call up" }).click();
  await expect(ways(page).getByRole("listitem").first()).toContainText("Phone call");
  await page.goto(`${server.origin}/account/notifications`);
  await page.getByLabel("Remind me of my watch").selectOption("not at all");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It holds from now on.")).toBeVisible();
  await context.close();
});
