import { type OutgoingHttpHeaders, request } from "node:http";
import { expect, test } from "@playwright/test";
import { createPerson, createTeam } from "#db/testing/factories";
import { type OwnServer, startOwnServer } from "#e2e/own-server";

test.describe.configure({ mode: "serial" });

let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      const lead = await createPerson(database, { name: "Ada Okafor", title: "Staff engineer" });
      const manager = await createPerson(database, { name: "Tomás Rey" });
      await createPerson(database, { name: "Yuki Mori", isAdministrator: true });
      await createTeam(database, { name: "Checkout", lead, manager });
    },
  });
});

test.afterAll(() => server?.stop());

test("one signs in by choosing a person, whose team and role are said in words, and a banner says that it is a demo", async ({
  page,
}) => {
  await page.goto(`${server.origin}/account`);
  await expect(page.getByRole("region", { name: "Checkout" })).toContainText("Ada OkaforleadStaff engineer");
  await expect(page.getByRole("button", { name: /Tomás Rey/ })).toContainText("manager");
  await expect(page.getByRole("button", { name: /Yuki Mori/ })).toContainText("administrator");

  await page.getByRole("button", { name: /Ada Okafor/ }).click();
  await expect(page).toHaveURL(`${server.origin}/account`);
  await expect(page.getByText(/^Demo: /)).toBeVisible();
});

for (const host of ["watchbill.example.com", "10.0.0.5", "localhost.evil.example"]) {
  test(`the host name ${host} is refused`, { tag: "@phone" }, async () => {
    expect(await statusOf("/sign-in", { host })).toBe(403);
    expect(await statusOf("/api/health/live", { host })).toBe(403);
  });
}

for (const name of ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"]) {
  test(`a request that carries ${name} is refused`, { tag: "@phone" }, async () => {
    expect(await statusOf("/sign-in", { [name]: "127.0.0.1" })).toBe(403);
    expect(await statusOf("/api/v1/services", { [name]: "127.0.0.1", "x-watchbill-came": "directly" })).toBe(403);
  });
}

test("the same request without such a header is answered", { tag: "@phone" }, async () => {
  expect(await statusOf("/sign-in", {})).toBe(200);
});

function statusOf(path: string, headers: OutgoingHttpHeaders): Promise<number | undefined> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
