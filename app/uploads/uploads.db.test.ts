import { deflateSync } from "node:zlib";
import { count, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client";
import { events, uploads } from "#db/schema";
import { createToken } from "#db/testing/factories";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { viewerOf } from "#lib/documents/testing/viewers";
import { addUpload } from "#lib/documents/uploads/upload-commands";
import { Invalid, TooLarge } from "#lib/errors";
import { ask, documented, refused } from "../api/v1/calls-under-test";
import { GET } from "./[id]/[name]/route";

vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => work() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn() }));

testDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);
const letters = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytes(part)] : part)));

/** A picture of one point. */
function png(shade = 0): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Uint8Array) => {
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, data.length);
    return letters([...new Uint8Array(length.buffer)], type, [...data], [0, 0, 0, 0]);
  };
  const header = letters([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const image = new Uint8Array(deflateSync(Uint8Array.from([0, shade])));
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return letters(start, [...chunk("IHDR", header)], [...chunk("IDAT", image)], [...chunk("IEND", new Uint8Array())]);
}

async function scene() {
  const { service, delivery } = await given.ownedService();
  const viewer = await viewerOf(delivery.member);
  const add = (name: string, content: Uint8Array) => addUpload(viewer, { service: service.slug, name, content });
  const token = (await createToken(db(), { scope: "write" })).secret;
  return { service, add, token };
}

function get(url: string, token?: string, headers: Record<string, string> = {}) {
  const [, , id = "", name = ""] = url.split("/");
  const sent = new Headers({ host: "localhost:3000", ...headers });
  if (token) sent.set("authorization", `Bearer ${token}`);
  const request = new Request(`http://localhost:3000${url}`, { headers: sent });
  return GET(request, { params: Promise.resolve({ id, name: decodeURIComponent(name) }) });
}

test("a picture is shown in place to whoever is signed in, under a policy that lets nothing in it run", async () => {
  const { add, token } = await scene();
  const { url, type, markdown } = await add("Cache graph (1).png", png());
  expect([type, markdown]).toEqual(["image/png", `![Cache graph (1).png](${url})`]);
  expect(url).toMatch(/^\/uploads\/[0-9a-f-]{36}\/Cache-graph-1-\.png$/);

  const response = await get(url, token);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "inline; filename*=UTF-8''Cache%20graph%20%281%29.png",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=86400",
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(png());

  const known = await get(url, token, { "if-none-match": response.headers.get("etag") ?? "" });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  expect((await get(url)).status).toBe(401);
});

test.each([
  [
    "a script in SVG",
    "picture.svg",
    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "application/octet-stream",
  ],
  [
    "SVG after an XML declaration",
    "picture.xml",
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "application/octet-stream",
  ],
  ["a page", "page.html", "<!doctype html><script>alert(1)</script>", "application/octet-stream"],
  ["a page without an ending", "page", "<!doctype html><script>alert(1)</script>", "text/plain"],
  ["a log", "service.log", "\u001b[31mERROR\u001b[0m refused\n", "text/plain"],
  ["a table", "load.csv", "service,load\ncheckout,1\n", "text/csv"],
  ["JSON", "config.json", '{"a": 1}', "application/json"],
  ["a PDF", "plan.pdf", "%PDF-1.7\n%%EOF\n", "application/pdf"],
])("%s is a download, and never shown", async (_what, name, text, type) => {
  const { add, token } = await scene();
  const upload = await add(name, bytes(text));
  expect(upload.type).toBe(type);
  expect(upload.markdown.startsWith("[")).toBe(true);
  const response = await get(upload.url, token);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
  expect(response.headers.get("content-type")).toBe(type.startsWith("text/") ? `${type}; charset=utf-8` : type);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("what is empty, too large or not what its name promises is refused with the reason", async () => {
  const { add } = await scene();
  await expect(add("empty.png", new Uint8Array())).rejects.toThrow("This file is empty.");
  await expect(add("fake.png", bytes("no picture at all"))).rejects.toThrow(/is no PNG picture/);
  await expect(add("fake.jpg", bytes("%PDF-1.7\n"))).rejects.toBeInstanceOf(Invalid);
  await expect(add("fake.pdf", png())).rejects.toThrow(/is no PDF file/);
  await expect(add("large.log", new Uint8Array(5 * 1024 * 1024 + 1).fill(97))).rejects.toBeInstanceOf(TooLarge);
  expect((await add("photo.jpg", png())).type).toBe("image/png");
});

test("the same file twice is one, in one service, and told once", async () => {
  const { add, service } = await scene();
  const [one, again] = [await add("one.png", png(7)), await add("again.png", png(7))];
  expect(again).toEqual(one);
  const both = await Promise.all([add("a.png", png(9)), add("b.png", png(9))]);
  expect(both[0]).toEqual(both[1]);
  const [stored] = await db().select({ many: count() }).from(uploads).where(eq(uploads.serviceId, service.id));
  expect(stored?.many).toBe(2);
  const lines = await db().select().from(events).where(eq(events.kind, "upload.added"));
  expect(lines.filter(({ about }) => about.includes(service.id))).toHaveLength(2);
});

test("a name is kept without path and control characters, whatever it was", async () => {
  const { add } = await scene();
  expect((await add("C:\\Users\\ada\\Bild\u202egnp.png", png(1))).name).toBe("Bildgnp.png");
  expect((await add("../../etc/passwd", bytes("x"))).name).toBe("passwd");
  expect((await add("...", bytes("y"))).name).toBe("file");
  expect((await add(`${"a".repeat(300)}.png`, png(2))).name).toMatch(/^a{116}\.png$/);
  expect((await add("決済.png", png(3))).url).toMatch(/\/png$/);
});

test("what has no such id is not found, whatever the address", async () => {
  const { token } = await scene();
  for (const id of [crypto.randomUUID(), "nonsense", "%00"]) {
    const response = await get(`/uploads/${id}/x.png`, token);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  }
});

async function sent(form: FormData) {
  const response = new Response(form);
  return { raw: await response.arrayBuffer(), headers: { "content-type": response.headers.get("content-type") ?? "" } };
}

test("the editor sends a file as a form and gets the words that show it", async () => {
  const { service, token } = await scene();
  const call = `POST /services/${service.slug}/uploads`;
  const form = new FormData();
  form.set("file", new File([png(5)], "graph.png"));
  const answer = await documented(call, { token, ...(await sent(form)) }, 201);
  expect(answer).toMatchObject({ name: "graph.png", type: "image/png", markdown: `![graph.png](${answer.url})` });

  const other = new FormData();
  other.set("picture", "graph.png");
  await refused(call, { token, ...(await sent(other)) }, 422, "file");
  await refused(
    call,
    { token, raw: "x", headers: { "content-type": "multipart/form-data; boundary=none" } },
    422,
    "file",
  );
  await refused(call, { token, body: {} }, 415);
  const large = new FormData();
  large.set("file", new File([new Uint8Array(5 * 1024 * 1024 + 1).fill(97)], "large.log"));
  await refused(call, { token, ...(await sent(large)) }, 413);
  await refused(call, { ...(await sent(form)) }, 401);
  expect((await ask(`POST /services/nowhere/uploads`, { token, ...(await sent(form)) })).status).toBe(404);
});
