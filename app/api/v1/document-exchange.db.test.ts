import { zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import { createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { readZip } from "#lib/documents/exchange/zip";
import { PUT } from "./documents/route";
import { GET } from "./documents.zip/route";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const text = (words: string) => new TextEncoder().encode(words);
const context = { params: Promise.resolve({}) };

async function asking(scope: "write" | "admin" = "admin") {
  const { secret } = await createToken(db(), { scope });
  const headers = { authorization: `Bearer ${secret}` };
  const put = async (query: string, type: string, body: BodyInit) => {
    const request = { method: "PUT", headers: { ...headers, "content-type": type }, body };
    const response = await PUT(new Request(`http://localhost/api/v1/documents${query}`, request), context);
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };
  const get = () => GET(new Request("http://localhost/api/v1/documents.zip", { headers }), context);
  return { put, get };
}

test("an archive is loaded, tried out first, and comes back in the export", async () => {
  const { put, get } = await asking();
  const { service } = await given.ownedService();
  const zip = zipSync({ "PumpDown.md": text("# PumpDown\r\n") });
  const query = `?source=pumps&service=${service.slug}`;
  expect(await put(`${query}&dryRun=true`, "application/zip", zip)).toMatchObject({ status: 200, created: [{}] });
  expect(await put(query, "application/zip", zip)).toMatchObject({ created: [{ path: "PumpDown.md" }] });
  expect(await put(query, "application/zip", zip)).toMatchObject({ created: [], unchanged: 1 });
  const list = JSON.stringify([{ path: "PumpDown.md", text: "# PumpDown\r\n" }]);
  expect(await put(query, "application/json", list)).toMatchObject({ unchanged: 1 });
  const files = readZip(new Uint8Array(await (await get()).arrayBuffer()));
  const out = files.find(({ path }) => path === `services/${service.slug}/runbooks/pumpdown.md`);
  expect(new TextDecoder().decode(out?.bytes)).toBe("# PumpDown\r\n");
});

test("what leads out of an archive, is no archive, or comes from somebody else is refused", async () => {
  const { put } = await asking();
  expect((await put("", "application/zip", zipSync({ "../x.md": text("x") }))).status).toBe(422);
  expect((await put("", "application/zip", "nonsense")).status).toBe(422);
  expect((await put("", "application/json", JSON.stringify([{ path: "/x.md", text: "" }]))).status).toBe(422);
  expect((await put("", "text/plain", "x")).status).toBe(415);
  expect((await put("?service=nowhere", "application/json", "[]")).status).toBe(404);
  const { put: writerPut, get } = await asking("write");
  expect((await writerPut("", "application/json", "[]")).status).toBe(403);
  expect((await get()).status).toBe(403);
});
