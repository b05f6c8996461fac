import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { documentLinks, links } from "#db/schema";
import { createDocument } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { loadFreshness } from "#lib/documents/freshness-queries";
import { checkDueLinks, claimDueLinks } from "#lib/documents/links/check-links";
import { runDue } from "#lib/jobs/run-due";

// A name server of our own: one name is known to nobody, of another nobody answers.
vi.mock("node:dns", async (original) => {
  const dns = await original<typeof import("node:dns")>();
  const failing = (code: string, callback: (error: Error) => void) =>
    callback(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
  const lookup = (host: string, options: object, callback: (...answer: unknown[]) => void) => {
    if (host === "unknown.invalid") return failing("ENOTFOUND", callback);
    if (host === "silent.invalid") return failing("EAI_AGAIN", callback);
    return (dns.lookup as unknown as (...given: unknown[]) => void)(host, options, callback);
  };
  return { ...dns, lookup };
});

testDatabase();

const start = Temporal.Instant.from("2026-02-02T08:00:00Z");
const hour = (hours: number) => start.add({ hours });

let server: Server;
let origin: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];

beforeAll(async () => {
  process.env.WATCHBILL_ALLOW_PRIVATE_TARGETS = "127.0.0.1/32";
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(async () => {
  asked = [];
  answer = (_, response) => response.end();
  await db().delete(documentLinks);
  await db().delete(links);
});

/** A document that links to `url`, whose first look is due at `start`. */
async function linking(url: string) {
  const document = await createDocument(db(), {}, start.subtract({ hours: 1 }));
  await db().insert(links).values({ url, nextCheckAt: start });
  await db().insert(documentLinks).values({ documentId: document.id, url });
  return document;
}

async function recordOf(url: string) {
  const [record] = await db().select().from(links).where(eq(links.url, url));
  if (!record) throw new Error("The link is gone.");
  return record;
}

const status = (code: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.statusCode = code;
  response.end();
};

test("a link that answers is left alone for a week", async () => {
  const url = `${origin}/fine`;
  await linking(url);
  expect(await runDue(start, { checksLinks: true })).toMatchObject({ links: 1 });
  expect(await recordOf(url)).toMatchObject({ status: 200, failure: null, failures: 0, nextCheckAt: hour(168) });
  expect(await runDue(hour(167), { checksLinks: true })).toMatchObject({ links: 0 });
  expect(asked).toEqual(["HEAD /fine"]);
});

test("two looks an hour apart that find nothing make the document doubtful, and one that finds it mends that", async () => {
  const url = `${origin}/gone`;
  const document = await linking(url);
  const doubts = async () => (await loadFreshness([document.id], hour(100))).get(document.id)?.doubts;
  answer = status(404);
  await runDue(start, { checksLinks: true });
  expect(await doubts()).toEqual([]);
  await runDue(hour(1), { checksLinks: true });
  expect(await doubts()).toEqual([{ because: "link-dead", at: start.toString(), url }]);
  answer = status(200);
  await runDue(hour(25), { checksLinks: true });
  expect(await doubts()).toEqual([]);
});

test("what a server says to HEAD is asked again by GET, of which nothing is read", async () => {
  const url = `${origin}/picky`;
  await linking(url);
  answer = ({ method }, response) => {
    if (method === "HEAD") return status(405)({} as IncomingMessage, response);
    response.write("the beginning of something endless");
  };
  await runDue(start, { checksLinks: true });
  expect(await recordOf(url)).toMatchObject({ status: 200, failures: 0 });
  expect(asked).toEqual(["HEAD /picky", "GET /picky"]);
});

test("redirects are followed", async () => {
  const url = `${origin}/moved`;
  await linking(url);
  answer = (request, response) => {
    if (request.url === "/moved") response.writeHead(301, { location: "/here" });
    response.end();
  };
  await runDue(start, { checksLinks: true });
  expect(await recordOf(url)).toMatchObject({ status: 200 });
});

test("a private address cannot be checked from here, and is never dead; nor is one when the network is down", async () => {
  await linking("http://10.1.2.3/wiki");
  await linking("http://silent.invalid/");
  await linking("http://unknown.invalid/");
  for (const at of [start, hour(200), hour(400)]) await runDue(at, { checksLinks: true });
  expect(await recordOf("http://10.1.2.3/wiki")).toMatchObject({
    ...{ failures: 0, status: null },
    failure: "It cannot be checked from here: its address is private.",
  });
  expect((await recordOf("http://silent.invalid/")).failures).toBe(0);
  expect(await recordOf("http://unknown.invalid/")).toMatchObject({ failures: 3, failingSince: start });
});

test("of several processes each link is looked at by one", async () => {
  for (let number = 0; number < 30; number += 1) await linking(`${origin}/many/${number}`);
  const done = await Promise.all([checkDueLinks(start), checkDueLinks(start), checkDueLinks(start)]);
  expect(done.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(new Set(asked).size).toBe(30);
  expect(asked).toHaveLength(30);
});

test("what a killed process had claimed comes free again, and what it says too late is not taken", async () => {
  const url = `${origin}/slow`;
  await linking(url);
  expect(await claimDueLinks(start, 10)).toHaveLength(1);
  expect(await checkDueLinks(start.add({ minutes: 9 }))).toBe(0);

  const late = Promise.withResolvers<void>();
  answer = (_, response) => void late.promise.then(() => status(404)({} as IncomingMessage, response));
  const slow = checkDueLinks(start.add({ minutes: 11 }));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  answer = status(200);
  expect(await checkDueLinks(start.add({ minutes: 30 }))).toBe(1);
  late.resolve();
  await slow;
  expect(await recordOf(url)).toMatchObject({ status: 200, failures: 0 });
});

test("a run that is told to stop leaves what is under way for the next one", async () => {
  const url = `${origin}/never`;
  await linking(url);
  answer = () => undefined;
  const stop = new AbortController();
  const run = runDue(start, { checksLinks: true, stop: stop.signal });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  stop.abort();
  await run;
  expect(await recordOf(url)).toMatchObject({ checkedAt: null, failures: 0, nextCheckAt: start.add({ minutes: 10 }) });
});

test("what no document links to is not asked for", async () => {
  await db()
    .insert(links)
    .values({ url: `${origin}/orphan`, nextCheckAt: start });
  await runDue(start, { checksLinks: true });
  expect(asked).toEqual([]);
  expect(await db().select().from(links).where(like(links.url, "%orphan"))).toMatchObject([{ nextCheckAt: hour(168) }]);
});

test("nothing is asked for where links are not to be checked", async () => {
  await linking(`${origin}/off`);
  expect(await runDue(start, { checksLinks: false })).toMatchObject({ links: 0 });
  expect(asked).toEqual([]);
});
