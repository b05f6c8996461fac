import { crc32 } from "node:zlib";
import { expect, test } from "@playwright/test";
import { createPerson, createService, createTeam, createToken } from "#db/testing/factories";
import { violations } from "#e2e/axe";
import { type OwnServer, startOwnServer } from "#e2e/own-server";
import { signIn } from "#e2e/signed-in";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let token = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startOwnServer({
    settings: async () => ({}),
    async given(database) {
      await createPerson(database, { name: "Petra Lindqvist", isAdministrator: true });
      const ada = await createPerson(database, { name: "Ada Keeper" });
      const crew = await createTeam(database, { slug: "crew", name: "Quay crew", lead: ada });
      await createService(database, { slug: "quay", name: "Quay", team: crew });
      token = (await createToken(database, { scope: "admin" })).secret;
    },
  });
});

test.afterAll(() => server?.stop());

/** A ZIP archive that holds one text as it is (APPNOTE 6.3.10, method 0). */
function archiveOf(path: string, text: string): Buffer {
  const [name, content] = [Buffer.from(path), Buffer.from(text)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, name, content]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from("PK\x05\x06", "latin1"), end]);
}

for (const javaScriptEnabled of [true, false]) {
  test(
    `an administrator sees what an archive would change, loads it, and takes everything away again ${javaScriptEnabled ? "with" : "without"} JavaScript`,
    { tag: javaScriptEnabled ? "@desktop" : "@phone" },
    async ({ browser }, { project }) => {
      test.setTimeout(60_000);
      const context = await browser.newContext({ javaScriptEnabled: true });
      const signed = await context.newPage();
      await signIn(signed, server.origin, "Petra Lindqvist");
      const page = await (
        await browser.newContext({ javaScriptEnabled, storageState: await context.storageState() })
      ).newPage();
      const alert = `GateStuck${project.name}${javaScriptEnabled ? "Lively" : "Plain"}`;
      const text = `---\ntitle: Gate stuck\n---\n\n# ${alert}\n\n## Meaning\n\nShips wait.\n`;

      await page.goto(`${server.origin}/administration/documents`);
      const file = { name: "runbooks.zip", mimeType: "application/zip", buffer: archiveOf(`${alert}.md`, text) };
      await page.getByLabel("Archive").setInputFiles(file);
      await page.getByLabel("Service").fill("quay");
      await page.getByRole("button", { name: "See what would change" }).click();
      await expect(page.getByText("Nothing is written yet.")).toBeVisible();
      await expect(page.getByText("1 created, 0 changed")).toBeVisible();
      if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Load them" }).click();
      await expect(page.getByText("Loaded.")).toBeVisible();

      await page.goto(`${server.origin}/r/${alert}?service=quay`);
      await expect(page).toHaveURL(`${server.origin}/services/quay/runbooks/${alert.toLowerCase()}`);
      await expect(page.getByRole("heading", { level: 1, name: "Gate stuck" })).toBeVisible();
      const answer = await page.request.get(`${server.origin}/api/v1/documents.zip`);
      expect(answer.headers()["content-type"]).toBe("application/zip");
      expect((await answer.body()).subarray(0, 2).toString("latin1")).toBe("PK");
    },
  );
}

test(
  "an alert without a runbook leads its team to a runbook that is begun for it",
  { tag: "@phone" },
  async ({ page, request }, { project }) => {
    const alert = `CraneDown${project.name}`;
    const rules = `groups:\n  - name: quay\n    rules:\n      - alert: ${alert}\n        expr: up == 0\n        labels: { service: quay }\n`;
    const answer = await request.put(`${server.origin}/api/v1/catalog?source=${alert}`, {
      headers: { authorization: `Bearer ${token}`, "content-type": "application/yaml" },
      data: rules,
    });
    expect(answer.ok()).toBe(true);
    await signIn(page, server.origin, "Ada Keeper");

    await page.goto(`${server.origin}/documents/alert-rules?way=none`);
    await expect(page.getByRole("row", { name: new RegExp(alert) })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.origin}/r/${alert}?service=quay`);
    await expect(page.getByText("The runbook for this alert is missing")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Write it" }).click();
    await expect(page.getByLabel("Title")).toHaveValue(alert);
  },
);
